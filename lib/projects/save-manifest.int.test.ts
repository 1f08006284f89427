import { afterAll, beforeEach, expect, it } from 'vitest';
import { anImage } from '../assets/testing.ts';
import { db } from '../db/prisma.ts';
import { resetDatabase } from '../db/testing.ts';
import { stopSender } from '../jobs/boss.ts';
import { getManifest, listManifests } from '../manifests/manifest-service.ts';
import { createSnapshot } from '../manifests/snapshot.ts';
import { forkSchema } from '../schemas/fork.ts';
import { listManifestsQuerySchema } from '../schemas/manifest.ts';
import { generateSchema } from '../schemas/project.ts';
import { forkProject } from './fork-service.ts';
import { generate, getProject, getSnapshot } from './project-service.ts';
import { saveManifest } from './save-manifest.ts';

beforeEach(resetDatabase);
afterAll(stopSender);

const start = async () =>
  (
    await generate(generateSchema.parse({ prompt: 'A valley.', title: 'The valley' }), [
      await anImage('#383', 'valley.png'),
    ])
  ).project_id;

/** A film made of one image, as the end of its first stage leaves it. */
async function quickFilm(): Promise<string> {
  const id = await start();
  const { id: manifestId } = await db().manifest.findFirstOrThrow({ where: { ownerProjectId: id } });
  await db().$transaction(async (tx) => {
    await createSnapshot(tx, { manifestId, projectId: id });
    await tx.project.update({ where: { id }, data: { manifestId, manifestVersion: 1, status: 'complete' } });
  });
  return id;
}

const library = async () => (await listManifests(listManifestsQuerySchema.parse({}))).items;

it('a quick upload is hidden until one press puts it into the library, as it is', async () => {
  const id = await quickFilm();
  expect(await library()).toEqual([]);
  expect((await getProject(id)).manifest_is_own).toBe(true);
  const saved = await saveManifest(id, {});
  expect(saved).toMatchObject({ project_id: id, name: 'The valley', version: 1 });
  expect((await library()).map((item) => [item.manifest_id, item.name])).toEqual([
    [saved.manifest_id, 'The valley'],
  ]);
  expect(await getProject(id)).toMatchObject({ manifest_is_own: false, manifest_name: 'The valley' });
  expect((await getSnapshot(id, { diff: 'live' })).diff).toMatchObject({ live_version: 1, changed: [] });
});

it('another name begins the next version: the film keeps the one it was made with', async () => {
  const id = await quickFilm();
  const saved = await saveManifest(id, { name: 'Valley kit' });
  expect(saved).toMatchObject({ name: 'Valley kit', version: 2 });
  expect(await getManifest(saved.manifest_id)).toMatchObject({
    name: 'Valley kit',
    version: 2,
    times_used: 1,
  });
  expect((await getSnapshot(id)).snapshot.manifest).toMatchObject({ name: 'The valley', version: 1 });
});

it('two presses at once save once, and a later one changes nothing', async () => {
  const id = await quickFilm();
  const answers = await Promise.all([saveManifest(id, { name: 'A' }), saveManifest(id, { name: 'B' })]);
  expect(answers[1]).toEqual(answers[0]);
  expect(await saveManifest(id, { name: 'C' })).toEqual(answers[0]);
  expect((await library()).map((item) => item.name)).toEqual([answers[0]?.name]);
});

it('a fork of such a film leaves it its images, and may save them as well', async () => {
  const id = await quickFilm();
  const { project_id: forked } = await forkProject(id, forkSchema.parse({}));
  const owned = await db().manifest.findFirstOrThrow({ where: { ownerProjectId: id } });
  expect(owned.timesUsed).toBe(2);
  expect((await getProject(forked)).manifest_is_own).toBe(true);
  await saveManifest(forked, {});
  expect((await getProject(id)).manifest_is_own).toBe(false);
});

it('is refused before the images are analysed, as forking is, and for films without any', async () => {
  const id = await start();
  await expect(saveManifest(id, {})).rejects.toMatchObject({ code: 'invalid-state' });
  await expect(forkProject(id, forkSchema.parse({}))).rejects.toMatchObject({ code: 'invalid-state' });
  const bare = (await generate(generateSchema.parse({ prompt: 'Rain.' }))).project_id;
  await expect(saveManifest(bare, {})).rejects.toMatchObject({ code: 'not-found' });
});
