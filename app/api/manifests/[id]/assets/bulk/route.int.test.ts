import { beforeEach, describe, expect, it } from 'vitest';
import { resetDatabase } from '#lib/db/testing.ts';
import { call } from '#lib/http/testing.ts';
import { createManifest, getManifest } from '#lib/manifests/manifest-service.ts';
import { assetSchema } from '#lib/schemas/asset.ts';
import { bulkAnswerSchema } from '#lib/schemas/asset-bulk.ts';
import { createManifestSchema } from '#lib/schemas/manifest.ts';
import * as asset from '../../../../assets/[id]/route.ts';
import * as manifest from '../../route.ts';
import * as merge from '../merge/route.ts';
import * as assets from '../route.ts';
import * as bulk from './route.ts';

async function manifestWith(...names: string[]) {
  const { manifest_id: id } = await createManifest(createManifestSchema.parse({ name: 'Cast' }));
  const ids: string[] = [];
  for (const name of names) {
    const { body } = await call(assets.POST, {
      method: 'POST',
      params: { id },
      body: { name, asset_type: 'CHARACTER' },
    });
    ids.push(assetSchema.parse(body).asset_id);
  }
  return { id, ids };
}

beforeEach(resetDatabase);

describe('many assets at once over HTTP', () => {
  it('one request changes all, and the answer tells each as it is now', async () => {
    const { id, ids } = await manifestWith('A', 'B');
    const { status, body } = await call(bulk.POST, {
      method: 'POST',
      params: { id },
      body: { op: 'type', asset_ids: [...ids, ...ids], asset_type: 'PROP' },
    });
    expect(status).toBe(200);
    expect(bulkAnswerSchema.parse(body).assets.map((each) => each.manifest_tag)).toEqual([
      'PROP_01',
      'PROP_02',
    ]);
    const merged = await call(merge.POST, {
      method: 'POST',
      params: { id },
      body: { into: ids[0], asset_ids: [ids[1]] },
    });
    expect(bulkAnswerSchema.parse(merged.body).removed).toEqual([ids[1]]);
    expect((await getManifest(id)).asset_count).toBe(1);
  });

  it.each([
    [{ op: 'paint', asset_ids: [] }],
    [{ op: 'delete', asset_ids: [] }],
    [{ op: 'delete', asset_ids: ['x'] }],
    [{ op: 'move', asset_ids: ['019c0000-0000-7000-8000-000000000000'], to: { name: '' } }],
    [{ op: 'tags', asset_ids: ['019c0000-0000-7000-8000-000000000000'], add: ['a\u0000'] }],
    [{ op: 'retag', former_tags: { x: 'CHAR_01' } }],
  ])('%j is refused', async (body) => {
    const { id } = await manifestWith('A');
    expect((await call(bulk.POST, { method: 'POST', params: { id }, body })).status).toBe(422);
  });
});

describe('If-Match on assets', () => {
  it('an answer names its revision, and a stale one is refused with the present state', async () => {
    const { ids } = await manifestWith('A');
    const put = (body: unknown, headers = {}) =>
      call(asset.PUT, { method: 'PUT', params: { id: ids[0] ?? '' }, body, headers });
    const first = await put({ name: 'B' }, { 'if-match': '"1"' });
    expect([first.status, first.headers.get('etag')]).toEqual([200, '"2"']);
    const stale = await put({ name: 'C' }, { 'if-match': '"1"' });
    expect(stale).toMatchObject({
      status: 412,
      body: { code: 'precondition-failed', current_revision: 2, current: { name: 'B', revision: 2 } },
    });
    expect(stale.headers.get('etag')).toBe('"2"');
    const remove = (tag: string) =>
      call(asset.DELETE, { method: 'DELETE', params: { id: ids[0] ?? '' }, headers: { 'if-match': tag } });
    expect((await remove('"1"')).status).toBe(412);
    expect((await remove('"2"')).status).toBe(200);
  });

  it('a stale edit of a manifest is told what its fields hold now', async () => {
    const { id } = await manifestWith('A');
    const answer = await call(manifest.PUT, {
      method: 'PUT',
      params: { id },
      body: { name: 'Mine' },
      headers: { 'if-match': '"1"' },
    });
    expect(answer).toMatchObject({
      status: 412,
      body: { current_revision: 2, current: { revision: 2, name: 'Cast', description: '', tags: [] } },
    });
  });
});
