import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createAsset, deleteAsset, updateAsset } from '#lib/assets/asset-service.ts';
import { anImage, pngOf } from '#lib/assets/testing.ts';
import { stopListening } from '#lib/db/events.ts';
import { db } from '#lib/db/prisma.ts';
import { resetDatabase } from '#lib/db/testing.ts';
import { call } from '#lib/http/testing.ts';
import { stopSender } from '#lib/jobs/boss.ts';
import { createManifest } from '#lib/manifests/manifest-service.ts';
import { generate as startFilm } from '#lib/projects/generate.ts';
import type { FilmPlan } from '#lib/schemas/film-plan.ts';
import { createManifestSchema } from '#lib/schemas/manifest.ts';
import { generateSchema } from '#lib/schemas/project.ts';
import { POST as plan } from './plan/route.ts';
import { POST as generate } from './route.ts';

const UNKNOWN = '019c0000-0000-7000-8000-000000000000';

beforeEach(resetDatabase);
afterAll(async () => {
  await Promise.all([stopSender(), stopListening()]);
});

const newManifest = async () =>
  (await createManifest(createManifestSchema.parse({ name: 'Cast' }))).manifest_id;

async function form(fields: Record<string, string>, files: [name: string, colour: string][]) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  for (const [name, colour] of files)
    body.append('images[]', new Blob([Uint8Array.from(await pngOf(colour))], { type: 'image/png' }), name);
  return call(generate, { method: 'POST', path: '/api/generate', body });
}
const images = (): [string, string][] => [
  ['a.png', '#383'],
  ['b.png', '#833'],
  ['prop-c.png', '#338'],
];
const made = async () =>
  (await db().asset.findMany({ orderBy: { sortOrder: 'asc' } })).map((asset) => [
    asset.manifestTag,
    asset.name,
  ]);

describe('POST /api/generate with images', () => {
  it('gives them the names and types that a person gave, in their order', async () => {
    const { status } = await form(
      {
        prompt: 'Mara waits.',
        image_names: JSON.stringify(['Mara', 'Tomas', null]),
        image_types: JSON.stringify(['CHARACTER', 'CHARACTER', null]),
      },
      images(),
    );
    expect(status).toBe(202);
    expect(await made()).toEqual([
      ['CHAR_01', 'Mara'],
      ['CHAR_02', 'Tomas'],
      ['PROP_01', 'C'],
    ]);
  });

  it('goes by their file names when nothing is said, as before', async () => {
    expect((await form({ prompt: 'Mara waits.' }, images())).status).toBe(202);
    expect((await made()).map(([, name]) => name)).toEqual(['A', 'B', 'C']);
  });

  it.each([
    ['names that are no list', { image_names: 'Mara' }, '#/image_names'],
    ['fewer names than images', { image_names: '["Mara"]' }, '#/image_names'],
    ['an empty name', { image_names: '["Mara", " ", null]' }, '#/image_names/1'],
    ['a type that is none', { image_types: '["HERO", null, null]' }, '#/image_types/0'],
  ])('refuses %s and starts nothing', async (_, fields, pointer) => {
    const { status, body } = await form({ prompt: 'Mara waits.', ...fields }, images());
    expect(status).toBe(422);
    expect(body).toMatchObject({ errors: [{ pointer }] });
    expect(await db().project.count()).toBe(0);
  });
});

describe('POST /api/generate/plan', () => {
  const ask = async (body: object) => {
    const answer = await call(plan, { method: 'POST', path: '/api/generate/plan', body });
    return { status: answer.status, plan: answer.body as FilmPlan };
  };
  const tagsOf = (answer: FilmPlan) =>
    answer.scenes.map((scene) => scene.references.map((reference) => reference.tag));

  it('tells the scenes of a prompt and what each takes of the manifest, and keeps nothing', async () => {
    const manifest_id = await newManifest();
    for (const [name, asset_type] of [
      ['Mara', 'CHARACTER'],
      ['Harbour', 'ENVIRONMENT'],
      ['Gouache', 'STYLE'],
    ] as const)
      await createAsset(manifest_id, { name, asset_type }, await anImage('#383'));
    const prompt = '@CHAR_01 waits at the harbour. Rain.';
    const { status, plan } = await ask({ prompt, manifest_id, total_duration: 12 });
    expect(status).toBe(200);
    expect(plan.scenes).toHaveLength(2);
    expect(new Set(tagsOf(plan)[0])).toEqual(new Set(['CHAR_01', 'ENV_01', 'STYLE_01']));
    expect(await db().project.count()).toBe(0);
    expect((await db().manifest.findUniqueOrThrow({ where: { id: manifest_id } })).timesUsed).toBe(0);
  });

  it('knows the images of a quick upload by the tags that they will get', async () => {
    const image = { manifest_tag: 'CHAR_01', name: 'Mara', asset_type: 'CHARACTER', width: 90, height: 160 };
    const { plan } = await ask({ prompt: '[CHAR_01] waits.', total_duration: 6, images: [image] });
    expect(tagsOf(plan)).toEqual([['CHAR_01']]);
  });

  it('reads slips in tags as the film will, and says what it made of them', async () => {
    const manifest_id = await newManifest();
    await createAsset(manifest_id, { name: 'Mara', asset_type: 'CHARACTER' }, await anImage('#383'));
    const prompt = '@CHAR1 waits. PROP_77 lies there.';
    const { plan } = await ask({ prompt, manifest_id, total_duration: 12 });
    expect(tagsOf(plan)[0]).toEqual(['CHAR_01']);
    expect(plan.scenes.map((scene) => scene.repairs)).toEqual([
      [{ said: '@CHAR1', did: 'Read as CHAR_01, Mara.' }],
      [{ said: 'PROP_77', did: 'No reference has this tag. It stays as words.' }],
    ]);
  });

  it('tells which tags were retired, since when, and what their asset is called now', async () => {
    const manifest_id = await newManifest();
    const key = await createAsset(manifest_id, { name: 'Key', asset_type: 'PROP' });
    const lamp = await createAsset(manifest_id, { name: 'Lamp', asset_type: 'PROP' });
    await startFilm(generateSchema.parse({ prompt: 'A key.', manifest_id }));
    await deleteAsset(key.asset_id);
    await updateAsset(lamp.asset_id, { asset_type: 'OBJECT' });
    const { plan } = await ask({ prompt: 'PROP_01, @PROP_02 and PROP_09.', manifest_id });
    expect(plan.retired).toEqual([
      { manifest_tag: 'PROP_01', version: 2, now: null },
      { manifest_tag: 'PROP_02', version: 2, now: 'OBJ_01' },
    ]);
  });

  it('of nothing written is empty; of a manifest that is gone there is none', async () => {
    expect((await ask({ prompt: '' })).plan).toEqual({ scenes: [], retired: [] });
    expect((await ask({ prompt: 'Rain.', manifest_id: UNKNOWN })).status).toBe(404);
  });
});
