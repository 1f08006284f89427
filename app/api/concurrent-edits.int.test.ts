import { beforeEach, describe, expect, it } from 'vitest';
import { createAsset } from '#lib/assets/asset-service.ts';
import { db } from '#lib/db/prisma.ts';
import { resetDatabase } from '#lib/db/testing.ts';
import { type Answer, call } from '#lib/http/testing.ts';
import { createManifest } from '#lib/manifests/manifest-service.ts';
import { createManifestSchema } from '#lib/schemas/manifest.ts';
import * as asset from './assets/[id]/route.ts';
import * as order from './manifests/[id]/assets/order/route.ts';
import * as manifest from './manifests/[id]/route.ts';

type Edit = (body: { name: string }, ifMatch: string) => Promise<Answer>;
type Row = { revision: number; name: string };

/** Something with a name and an ETag: how to change it, and what the database holds. */
const RESOURCES = {
  manifest: async () => {
    const { manifest_id: id } = await createManifest(createManifestSchema.parse({ name: 'Cast' }));
    const edit: Edit = (body, tag) =>
      call(manifest.PUT, { method: 'PUT', params: { id }, body, headers: { 'if-match': tag } });
    return { edit, row: (): Promise<Row> => db().manifest.findUniqueOrThrow({ where: { id } }) };
  },
  asset: async () => {
    const { manifest_id } = await createManifest(createManifestSchema.parse({ name: 'Cast' }));
    const { asset_id: id } = await createAsset(manifest_id, { name: 'Mara', asset_type: 'CHARACTER' });
    const edit: Edit = (body, tag) =>
      call(asset.PUT, { method: 'PUT', params: { id }, body, headers: { 'if-match': tag } });
    return { edit, row: (): Promise<Row> => db().asset.findUniqueOrThrow({ where: { id } }) };
  },
};

/** As many pairs as fit; the bench of the edge makes a thousand. */
const PAIRS_WITHIN_MS = 2_000;
const FEWEST_PAIRS = 5;

beforeEach(resetDatabase);

describe.each(['manifest', 'asset'] as const)('edits of one %s that were made against one state', (kind) => {
  it('two at once are one 200 and one 412, again and again: nothing is lost or counted twice', async () => {
    const { edit, row } = await RESOURCES[kind]();
    let { revision } = await row();
    const end = Date.now() + PAIRS_WITHIN_MS;
    for (let pair = 0; pair < FEWEST_PAIRS || (pair < 500 && Date.now() < end); pair += 1) {
      const names = [`${pair} left`, `${pair} right`];
      const answers = await Promise.all(names.map((name) => edit({ name }, `"${revision}"`)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
      const winner = answers.findIndex(({ status }) => status === 200);
      revision += 1;
      for (const { headers } of answers) expect(headers.get('etag')).toBe(`"${revision}"`);
      expect(answers[1 - winner]?.body).toMatchObject({
        code: 'precondition-failed',
        current: { revision, name: names[winner] },
      });
      expect(await row()).toMatchObject({ revision, name: names[winner] });
    }
  });

  it('thirty at once are one 200', async () => {
    const { edit, row } = await RESOURCES[kind]();
    const { revision } = await row();
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, i) => edit({ name: `${i}` }, `"${revision}"`)),
    );
    const winners = answers.flatMap(({ status }, i) => (status === 200 ? [String(i)] : []));
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(29);
    expect(await row()).toMatchObject({ revision: revision + 1, name: winners[0] });
  });

  it('If-Match is read as RFC 9110 says', async () => {
    const { edit, row } = await RESOURCES[kind]();
    const cases: [string, number][] = [
      ['*', 200],
      ['W/"1", "x", "REVISION"', 200],
      ['W/"REVISION"', 412],
      ['"REVISION0"', 412],
      ['"', 400],
      ['REVISION', 400],
      ['"1" "2"', 400],
      [`"${'x'.repeat(10_000)}"`, 400],
    ];
    for (const [i, [tag, status]] of cases.entries()) {
      const before = await row();
      const answer = await edit({ name: `New ${i}` }, tag.replaceAll('REVISION', String(before.revision)));
      expect([tag.slice(0, 30), answer.status]).toEqual([tag.slice(0, 30), status]);
      expect((await row()).revision - before.revision).toBe(status === 200 ? 1 : 0);
    }
  });
});

it('an order or a deletion made against an older state is refused, and two orders at once are one 200', async () => {
  const { manifest_id: id } = await createManifest(createManifestSchema.parse({ name: 'Cast' }));
  const ids: string[] = [];
  for (const name of ['Mara', 'Ilse', 'Tom'])
    ids.push((await createAsset(id, { name, asset_type: 'CHARACTER' })).asset_id);
  const [a = '', b = '', c = ''] = ids;
  const headers = (revision: number) => ({ 'if-match': `"${revision}"` });
  const { revision } = await db().manifest.findUniqueOrThrow({ where: { id } });
  const wanted = [
    [c, a, b],
    [b, c, a],
  ];
  const answers = await Promise.all(
    wanted.map((asset_ids) =>
      call(order.PUT, { method: 'PUT', params: { id }, body: { asset_ids }, headers: headers(revision) }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  const winner = answers.findIndex(({ status }) => status === 200);
  expect(answers.map((answer) => answer.headers.get('etag'))).toEqual([
    `"${revision + 1}"`,
    `"${revision + 1}"`,
  ]);
  const rows = await db().asset.findMany({ where: { manifestId: id }, orderBy: { sortOrder: 'asc' } });
  expect(rows.map((row) => row.id)).toEqual(wanted[winner]);

  const remove = (at: number) =>
    call(manifest.DELETE, { method: 'DELETE', params: { id }, headers: headers(at) });
  expect(await remove(revision)).toMatchObject({ status: 412, body: { current_revision: revision + 1 } });
  expect((await remove(revision + 1)).status).toBe(200);
});

it('two edits of different fields without If-Match are both kept', async () => {
  const { manifest_id: id } = await createManifest(createManifestSchema.parse({ name: 'Cast' }));
  for (let round = 1; round <= 10; round += 1) {
    const bodies = [{ name: `Name ${round}` }, { description: `Text ${round}` }];
    const answers = await Promise.all(
      bodies.map((body) => call(manifest.PUT, { method: 'PUT', params: { id }, body })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const row = await db().manifest.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ ...bodies[0], ...bodies[1], revision: 1 + 2 * round });
  }
});

it('an edit beside a deletion is done before it or finds nothing, and brings nothing back', async () => {
  for (let round = 0; round < 10; round += 1) {
    const { manifest_id: id } = await createManifest(createManifestSchema.parse({ name: 'Cast' }));
    const [edited, removed] = await Promise.all([
      call(manifest.PUT, { method: 'PUT', params: { id }, body: { name: 'Late' } }),
      call(manifest.DELETE, { method: 'DELETE', params: { id } }),
    ]);
    expect([200, 404]).toContain(edited.status);
    expect(removed.status).toBe(200);
    const row = await db().manifest.findUniqueOrThrow({ where: { id } });
    expect(row.deletedAt).not.toBeNull();
    expect(row.name).toBe(edited.status === 200 ? 'Late' : 'Cast');
  }
});
