import { afterAll, beforeEach, expect, it } from 'vitest';
import { createAsset, updateAsset } from '#lib/assets/asset-service.ts';
import { stopListening } from '#lib/db/events.ts';
import { resetDatabase } from '#lib/db/testing.ts';
import { call } from '#lib/http/testing.ts';
import { stopSender } from '#lib/jobs/boss.ts';
import { createManifest, getManifest } from '#lib/manifests/manifest-service.ts';
import { generate } from '#lib/projects/generate.ts';
import { createManifestSchema } from '#lib/schemas/manifest.ts';
import { generateSchema } from '#lib/schemas/project.ts';
import { GET as usage } from '../../../assets/[id]/usage/route.ts';
import { POST as restore } from './[version]/restore/route.ts';
import { GET as get } from './[version]/route.ts';
import { GET as compare } from './compare/route.ts';
import { GET as list } from './route.ts';

beforeEach(resetDatabase);
afterAll(async () => {
  await Promise.all([stopSender(), stopListening()]);
});

async function twoVersions() {
  const { manifest_id: id } = await createManifest(createManifestSchema.parse({ name: 'Cast' }));
  const asset = await createAsset(id, { name: 'Lantern', asset_type: 'PROP' });
  await generate(generateSchema.parse({ prompt: 'Rain.', manifest_id: id }));
  await updateAsset(asset.asset_id, { name: 'Storm lantern' });
  return { id, asset };
}

it('lists, reads, compares and restores over REST, with Link, ETag and If-Match', async () => {
  const { id, asset } = await twoVersions();
  const params = { id };
  const page = await call(list, { params, path: `/api/manifests/${id}/versions?limit=1` });
  expect(page.body).toMatchObject([{ version: 2, summary: '1 renamed: PROP_01' }]);
  const next = /<([^>]+)>/.exec(page.headers.get('link') ?? '')?.[1] ?? '';
  expect((await call(list, { params, path: next })).body).toMatchObject([{ version: 1 }]);
  expect((await call(get, { params: { id, version: '1' } })).body).toMatchObject({
    snapshot: { assets: [{ name: 'Lantern' }] },
  });
  expect((await call(compare, { params, path: '/?from=1&to=2' })).body).toMatchObject({
    assets: [{ fields: ['name'] }],
  });
  expect((await call(usage, { params: { id: asset.asset_id } })).body).toMatchObject({ film_count: 1 });

  const { revision } = await getManifest(id);
  const post = (match: string) =>
    call(restore, { method: 'POST', params: { id, version: '1' }, headers: { 'if-match': match } });
  expect((await post(`"${revision - 1}"`)).status).toBe(412);
  const restored = await post(`"${revision}"`);
  expect(restored).toMatchObject({ status: 200, body: { version: 3 } });
  expect(restored.headers.get('etag')).toBe(`"${revision + 1}"`);
});

it.each([
  ['no number', 'x'],
  ['zero', '0'],
  ['a negative one', '-1'],
  ['a fraction', '1.5'],
  ['more than fits', '99999999999'],
  ['one that was never kept', '7'],
])('a version that is %s is not found', async (_, version) => {
  const { id } = await twoVersions();
  expect((await call(get, { params: { id, version } })).status).toBe(404);
  expect((await call(restore, { method: 'POST', params: { id, version } })).status).toBe(404);
});

it.each(['/', '/?from=1', '/?from=a&to=2', '/?from=1&to=2&x=1', '/?from=0&to=1'])(
  'refuses to compare by "%s"',
  async (path) => {
    const { id } = await twoVersions();
    expect((await call(compare, { params: { id }, path })).status).toBe(422);
  },
);

it('refuses a cursor of another list', async () => {
  const { id } = await twoVersions();
  const { status, body } = await call(list, { params: { id }, path: '/?cursor=abc' });
  expect([status, (body as { code: string }).code]).toEqual([400, 'invalid-cursor']);
});
