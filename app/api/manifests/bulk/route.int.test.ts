import { beforeEach, describe, expect, it } from 'vitest';
import { resetDatabase } from '#lib/db/testing.ts';
import { call } from '#lib/http/testing.ts';
import { bulkResultSchema, manifestBriefSchema } from '#lib/schemas/bulk.ts';
import { manifestListItemSchema } from '#lib/schemas/manifest.ts';
import * as manifest from '../[id]/route.ts';
import * as briefs from '../ids/route.ts';
import * as manifests from '../route.ts';
import * as bulk from './route.ts';

const UNKNOWN = '019c0000-0000-7000-8000-000000000000';

async function create(name: string, tags: string[] = []) {
  const { body } = await call(manifests.POST, { method: 'POST', body: { name, tags } });
  return manifestListItemSchema.parse(body).manifest_id;
}
const edit = (body: unknown) => call(bulk.POST, { method: 'POST', body });

beforeEach(resetDatabase);

describe('POST /api/manifests/bulk', () => {
  it('edits many and answers what takes it back, as a body of the same route', async () => {
    const ids = [await create('A'), await create('B')];
    const { status, body } = await edit({ manifest_ids: ids, add_tags: ['sea'] });
    expect(status).toBe(200);
    const result = bulkResultSchema.parse(body);
    expect(result.changed).toHaveLength(2);
    expect(await edit(result.undo[0])).toMatchObject({ status: 200 });
    expect((await call(manifest.GET, { params: { id: ids[0] ?? '' } })).body).toMatchObject({ tags: [] });
  });

  it.each([
    [{ manifest_ids: [], delete: true }],
    [{ manifest_ids: [UNKNOWN, UNKNOWN], delete: true }],
    [{ manifest_ids: ['x'], delete: true }],
    [{ manifest_ids: [UNKNOWN] }],
    [{ manifest_ids: [UNKNOWN], delete: true, purge: true }],
    [{ manifest_ids: [UNKNOWN], delete: false }],
    [{ manifest_ids: [UNKNOWN], add_tags: ['a\u0000'] }],
    [{ manifest_ids: [UNKNOWN], category: 'NONE' }],
    [{ manifest_ids: [UNKNOWN], rename: 'x' }],
    [
      {
        manifest_ids: Array.from(
          { length: 51 },
          (_, i) => `019c0000-0000-7000-8000-${String(i).padStart(12, '0')}`,
        ),
        duplicate: true,
      },
    ],
  ])('%j is refused', async (body) => {
    expect(await edit(body)).toMatchObject({ status: 422, body: { code: 'validation-failed' } });
  });
});

describe('GET /api/manifests/ids', () => {
  it('answers all that the filters keep, in order and in brief', async () => {
    await create('B', ['sea']);
    await create('A', ['sea', 'dusk']);
    await create('C');
    const { body } = await call(briefs.GET, {
      path: '/api/manifests/ids?tags=sea&sort_by=name&sort_order=asc',
    });
    expect(manifestBriefSchema.array().parse(body)).toMatchObject([
      { name: 'A', tags: ['sea', 'dusk'], asset_count: 0 },
      { name: 'B' },
    ]);
    expect(await call(briefs.GET, { path: '/api/manifests/ids?limit=5' })).toMatchObject({ status: 422 });
  });
});

describe('DELETE /api/manifests/{id}?permanent=true', () => {
  const remove = (id: string, query = '') =>
    call(manifest.DELETE, { method: 'DELETE', params: { id }, path: `/api/manifests/${id}${query}` });

  it('takes what is in the trash, and nothing else', async () => {
    const id = await create('A');
    expect(await remove(id, '?permanent=true')).toMatchObject({
      status: 409,
      body: { code: 'invalid-state' },
    });
    expect((await remove(id)).status).toBe(200);
    expect(await remove(id, '?permanent=yes')).toMatchObject({ status: 422 });
    expect((await remove(id, '?permanent=true')).status).toBe(200);
    expect((await remove(id, '?permanent=true')).status).toBe(404);
  });
});
