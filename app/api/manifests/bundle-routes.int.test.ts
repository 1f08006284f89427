import { beforeEach, describe, expect, it } from 'vitest';
import { updateAsset } from '#lib/assets/asset-service.ts';
import { aRichManifest, rezipped, unzip } from '#lib/bundles/testing.ts';
import { db } from '#lib/db/prisma.ts';
import { resetDatabase } from '#lib/db/testing.ts';
import { type Answer, call } from '#lib/http/testing.ts';
import { deleteManifest, getManifest } from '#lib/manifests/manifest-service.ts';
import { type Bundle, bundleSchema, type ImportPreview, type ImportResult } from '#lib/schemas/bundle.ts';
import { GET as exportOne, HEAD as headOne } from './[id]/export/route.ts';
import { GET as exportMany } from './export/route.ts';
import { POST as importRoute } from './import/route.ts';

beforeEach(resetDatabase);

const exported = async (id: string) => {
  const answer = await call(exportOne, { path: `/api/manifests/${id}/export`, params: { id } });
  expect(answer.status).toBe(200);
  return answer.body as Buffer;
};

async function importZip(bytes: Buffer, query = '', headers: Record<string, string> = {}): Promise<Answer> {
  const request = new Request(`http://127.0.0.1:3000/api/manifests/import${query}`, {
    method: 'POST',
    headers: { host: '127.0.0.1:3000', 'content-type': 'application/zip', ...headers },
    body: new Uint8Array(bytes),
  });
  const response = await importRoute(request, { params: Promise.resolve({}) });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

const resultOf = ({ body }: Answer) => (body as ImportResult).manifests;
const previewOf = ({ body }: Answer) => (body as ImportPreview).manifests;
const jsonOf = async (zip: Buffer): Promise<Bundle> => {
  const [json] = await unzip(zip);
  return bundleSchema.parse(JSON.parse(Buffer.from(json?.bytes ?? []).toString()));
};
const rowCounts = async () => [
  await db().manifest.count(),
  await db().asset.count(),
  await db().blob.count(),
];

describe('an exported bundle', () => {
  it('holds the content, each image once as it was uploaded, and nothing of this library', async () => {
    const { id } = await aRichManifest();
    const answer = await call(exportOne, { path: '/x', params: { id } });
    const zip = answer.body as Buffer;
    expect(Number(answer.headers.get('content-length'))).toBe(zip.length);
    expect(answer.headers.get('content-disposition')).toContain("filename*=UTF-8''Zo%C3%AB");
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[\x20-\x7e]+\.manifest\.zip"/,
    );
    const names = (await unzip(zip)).map((entry) => entry.name);
    // Five images, of which two assets share one, and one was deleted.
    expect(names).toEqual(['manifest.json', ...names.slice(1).sort()]);
    expect(names).toHaveLength(4);
    const { manifests } = await jsonOf(zip);
    expect(manifests[0]).toMatchObject({
      tag_counters: { CHAR: 3, PROP: 2, OTHER: 1, OBJ: 1 },
      assets: [
        { tag: 'CHAR_01', primary: true, analysed: true, view: 'front' },
        { tag: 'CHAR_02', view: 'side', view_of: 'CHAR_01', analysed: false, reverse_prompt: { by: 'user' } },
        { tag: 'CHAR_03', cropped_from: 'CHAR_01', source: 'extracted' },
        { tag: 'PROP_02', image: null },
        { tag: 'OBJ_01' },
      ],
    });
    const text = JSON.stringify(manifests);
    expect(text).not.toContain(id);
    expect(text).not.toMatch(/created_at|updated_at|times_used|"version"|"revision"/);
  });

  it('is the same bytes every time, and is not sent again to who has it', async () => {
    const { id } = await aRichManifest();
    expect((await exported(id)).equals(await exported(id))).toBe(true);
    const head = await call(headOne, { method: 'HEAD', path: '/x', params: { id } });
    expect(head.status).toBe(200);
    const again = await call(exportOne, {
      path: '/x',
      params: { id },
      headers: { 'if-none-match': head.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });

  it('holds several manifests in the order asked for; an unknown one is 404, a wrong id 422', async () => {
    const [a, b] = [await aRichManifest('A'), await aRichManifest('B')];
    const many = await call(exportMany, { path: `/api/manifests/export?ids=${b.id},${a.id}` });
    const bundle = await jsonOf(many.body as Buffer);
    expect(bundle.manifests.map((m) => m.name)).toEqual(['B', 'A']);
    expect(bundle.images).toHaveLength(3);
    await deleteManifest(a.id);
    expect((await call(exportMany, { path: `/x?ids=${b.id},${a.id}` })).status).toBe(404);
    expect((await call(exportMany, { path: '/x?ids=none' })).status).toBe(422);
  });
});

describe('an imported bundle', () => {
  it('exported again from an empty library is the same bytes', async () => {
    const [a, b] = [await aRichManifest(), await aRichManifest('Another')];
    const zip = (await call(exportMany, { path: `/x?ids=${a.id},${b.id}` })).body as Buffer;
    await resetDatabase();
    const answer = await importZip(zip);
    expect(answer.status).toBe(201);
    const ids = resultOf(answer).map((m) => m.manifest_id);
    const again = (await call(exportMany, { path: `/x?ids=${ids}` })).body as Buffer;
    expect(again.equals(zip)).toBe(true);
    const manifest = await getManifest(ids[0] ?? '');
    expect(manifest).toMatchObject({ version: 1, status: 'DRAFT', asset_count: 5, times_used: 0 });
    expect(manifest.assets[1]).toMatchObject({ view_of_asset_id: manifest.assets[0]?.asset_id });
  });

  it('is READY when all of its images are analysed', async () => {
    const { id } = await aRichManifest();
    const zip = await rezipped(await exported(id), (bundle) => {
      for (const asset of bundle.manifests[0]?.assets ?? []) asset.analysed = asset.image !== null;
    });
    await resetDatabase();
    const [made] = resultOf(await importZip(zip));
    expect((await getManifest(made?.manifest_id ?? '')).status).toBe('READY');
  });

  it('arrives as a multipart field as well', async () => {
    const { id } = await aRichManifest();
    const body = new FormData();
    body.append('file', new Blob([new Uint8Array(await exported(id))]), 'cast.manifest.zip');
    const answer = await call(importRoute, { method: 'POST', path: '/x', body });
    expect(answer.status).toBe(201);
  });

  it('is imported once under one Idempotency-Key', async () => {
    const { id } = await aRichManifest();
    const zip = await exported(id);
    const [first, second] = [
      await importZip(zip, '', { 'idempotency-key': 'k-1' }),
      await importZip(zip, '', { 'idempotency-key': 'k-1' }),
    ];
    expect(second.body).toEqual(first.body);
    expect(await db().manifest.count()).toBe(2);
  });
});

describe('a bundle whose name is taken', () => {
  it('is previewed without a change: what is new, what is there, what each choice would do', async () => {
    const { id, assets } = await aRichManifest('Cast');
    const zip = await exported(id);
    await updateAsset(assets[3]?.asset_id ?? '', { name: 'Another lamp' });
    const before = await rowCounts();
    const answer = await importZip(zip, '?dry_run=true');
    expect(answer.status).toBe(200);
    const [item] = previewOf(answer);
    expect(item).toMatchObject({
      name: 'Cast',
      asset_count: 5,
      known_image_count: 4,
      clash: { manifest_id: id },
      choices: { rename: { name: 'Cast (2)', added: 5 }, merge: { added: 1, left_alone: 4 } },
    });
    expect(item?.assets.map((a) => a.state)).toEqual(['same', 'same', 'same', 'new', 'same']);
    expect(await rowCounts()).toEqual(before);
  });

  it('is skipped, renamed or merged, each manifest by its own choice', async () => {
    const made = [await aRichManifest('A'), await aRichManifest('B'), await aRichManifest('C')];
    const zip = (await call(exportMany, { path: `/x?ids=${made.map((m) => m.id)}` })).body as Buffer;
    const answer = await importZip(zip, '?on_clash=skip&choices=1:rename,2:merge');
    expect(resultOf(answer)).toMatchObject([
      { outcome: 'skipped', manifest_id: made[0]?.id },
      { outcome: 'created', name: 'B (2)' },
      { outcome: 'merged', manifest_id: made[2]?.id, added_asset_ids: [] },
    ]);
    expect(await db().manifest.count()).toBe(4);
  });

  it('merges what is new with the next tags and says which tag became which', async () => {
    const { id, assets } = await aRichManifest('Cast');
    const zip = await exported(id);
    // The side view and the lamp are other ones now: those of the bundle come in anew.
    await updateAsset(assets[1]?.asset_id ?? '', { name: 'Somebody' });
    await updateAsset(assets[3]?.asset_id ?? '', { name: 'Another lamp' });
    const [merged] = resultOf(await importZip(zip, '?on_clash=merge'));
    expect(merged).toMatchObject({
      outcome: 'merged',
      tags: {
        CHAR_01: 'CHAR_01',
        CHAR_02: 'CHAR_04',
        CHAR_03: 'CHAR_03',
        PROP_02: 'PROP_03',
        OBJ_01: 'OBJ_01',
      },
    });
    const manifest = await getManifest(id);
    expect(manifest.asset_count).toBe(7);
    expect(manifest.assets.slice(5)).toMatchObject([
      // The group has a side view already.
      { manifest_tag: 'CHAR_04', view_of_asset_id: assets[0]?.asset_id, view: null },
      { manifest_tag: 'PROP_03', view_of_asset_id: null },
    ]);
    const [again] = resultOf(await importZip(zip, '?on_clash=merge'));
    expect(again?.added_asset_ids).toEqual([]);
    expect((await getManifest(id)).revision).toBe(manifest.revision);
  });

  it('refuses a choice for a manifest that is not in it', async () => {
    const { id } = await aRichManifest('Cast');
    expect(await importZip(await exported(id), '?choices=1:skip')).toMatchObject({ status: 422 });
    expect(await importZip(await exported(id), '?choices=0:burn')).toMatchObject({ status: 422 });
  });
});
