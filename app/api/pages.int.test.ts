import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '#lib/db/prisma.ts';
import { resetDatabase } from '#lib/db/testing.ts';
import { call } from '#lib/http/testing.ts';
import { MANIFEST_SORTS } from '#lib/schemas/manifest.ts';
import * as versions from './manifests/[id]/versions/route.ts';
import * as manifests from './manifests/route.ts';
import * as projects from './projects/route.ts';

const SEED = 20_261_121;
type Row = { id: string; key: string };
type List = {
  path: string;
  idOf: (item: Record<string, unknown>) => string;
  get: (path: string) => ReturnType<typeof call>;
  /** Every row of the list with the key of its sort, as they are now. */
  rows: () => Promise<Row[]>;
  /** One change by somebody else, drawn with `n`. */
  change: (n: number) => Promise<void>;
};

const nextOf = (headers: Headers) => /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1] ?? null;

/** Goes through a list page by page, while others change it between the pages. */
async function walk(list: List, limit: number, changes: number[][]) {
  let steady = await list.rows();
  const seen: string[] = [];
  let next: string | null = `${list.path}${list.path.includes('?') ? '&' : '?'}limit=${limit}`;
  for (let page = 0; next !== null && page < 60; page += 1) {
    const answer = await list.get(next);
    expect(answer.status).toBe(200);
    const now = new Map((await list.rows()).map(({ id, key }) => [id, key]));
    expect(Number(answer.headers.get('x-total-count'))).toBe(now.size);
    steady = steady.filter(({ id, key }) => now.get(id) === key);
    seen.push(...(answer.body as Record<string, unknown>[]).map(list.idOf));
    next = nextOf(answer.headers);
    for (const n of changes[page] ?? []) await list.change(n);
  }
  expect(next).toBeNull();
  const times = (id: string) => seen.filter((s) => s === id).length;
  expect(steady.map(({ id }) => [id, times(id)])).toEqual(steady.map(({ id }) => [id, 1]));
}

const pick = <T>(all: T[], n: number) => all[n % Math.max(1, all.length)];
const changes = fc.array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 3, maxLength: 6 });
/** Few values, so that many rows have the same one and the id must decide. */
const instant = (n: number) => new Date(Date.UTC(2026, 10, 1, 0, 0, n % 3));

beforeEach(resetDatabase);

const aManifest = (n: number) => ({
  id: randomUUID(),
  name: `M ${n % 4}`,
  timesUsed: n % 3,
  assetCount: n % 2,
  createdAt: instant(n),
  updatedAt: instant(n + 1),
  tags: [],
});

describe('whoever pages meets every row that stays as it is exactly once', { timeout: 120_000 }, () => {
  it('in the library, in every order', async () => {
    const order = fc.tuple(fc.constantFrom(...MANIFEST_SORTS), fc.constantFrom('asc', 'desc'));
    const column = {
      updated_at: 'updatedAt',
      created_at: 'createdAt',
      name: 'name',
      times_used: 'timesUsed',
      asset_count: 'assetCount',
    } as const;
    await fc.assert(
      fc.asyncProperty(
        order,
        fc.integer({ min: 2, max: 6 }),
        changes,
        async ([sortBy, direction], limit, others) => {
          await db().manifest.deleteMany();
          await db().manifest.createMany({ data: Array.from({ length: 13 }, (_, n) => aManifest(n)) });
          const live = () => db().manifest.findMany({ where: { deletedAt: null } });
          await walk(
            {
              path: `/api/manifests?sort_by=${sortBy}&sort_order=${direction}`,
              idOf: (item) => String(item.manifest_id),
              get: (path) => call(manifests.GET, { path }),
              rows: async () =>
                (await live()).map((row) => ({ id: row.id, key: String(row[column[sortBy]]) })),
              async change(n) {
                const id = pick(await live(), n)?.id ?? randomUUID();
                const data = aManifest(n >> 2);
                if (n % 4 === 0) await db().manifest.create({ data });
                else if (n % 4 === 1)
                  await db().manifest.updateMany({ where: { id }, data: { deletedAt: new Date() } });
                else await db().manifest.updateMany({ where: { id }, data: { ...data, id } });
              },
            },
            limit,
            others,
          );
        },
      ),
      { numRuns: 10, seed: SEED },
    );
  });

  it('among the films', async () => {
    const aFilm = (n: number) => ({
      id: randomUUID(),
      title: 'Rain',
      prompt: 'Rain.',
      seed: 1,
      createdAt: instant(n),
    });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 6 }), changes, async (limit, others) => {
        await db().project.deleteMany();
        await db().project.createMany({ data: Array.from({ length: 13 }, (_, n) => aFilm(n)) });
        const live = () => db().project.findMany({ where: { deletedAt: null } });
        await walk(
          {
            path: '/api/projects',
            idOf: (item) => String(item.project_id),
            get: (path) => call(projects.GET, { path }),
            rows: async () =>
              (await live()).map(({ id, createdAt }) => ({ id, key: createdAt.toISOString() })),
            async change(n) {
              const id = pick(await live(), n)?.id ?? randomUUID();
              if (n % 3 === 0) await db().project.create({ data: aFilm(n >> 2) });
              else if (n % 3 === 1)
                await db().project.updateMany({ where: { id }, data: { deletedAt: new Date() } });
              else
                await db().project.updateMany({
                  where: { id },
                  data: { title: `Rain ${n}`, updatedAt: new Date() },
                });
            },
          },
          limit,
          others,
        );
      }),
      { numRuns: 5, seed: SEED },
    );
  });

  it('among the versions of a manifest', async () => {
    const id = randomUUID();
    const kept = (version: number) => ({
      manifestId: id,
      version,
      data: {
        format: 1,
        manifest: { name: 'M', description: '', category: 'CUSTOM', tags: [], version },
        assets: [],
      },
      digest: '0'.repeat(64),
      changes: {
        against: version > 1 ? version - 1 : null,
        manifest: [],
        added: [],
        removed: [],
        changed: [],
        reordered: false,
      },
      beganAt: instant(version),
    });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 6 }), changes, async (limit, others) => {
        await db().manifest.deleteMany();
        let present = 11;
        await db().manifest.create({ data: { ...aManifest(1), id, version: present } });
        await db().manifestVersion.createMany({
          data: Array.from({ length: present }, (_, n) => kept(n + 1)),
        });
        await walk(
          {
            path: `/api/manifests/${id}/versions`,
            idOf: (item) => String(item.version),
            get: (path) => call(versions.GET, { path, params: { id } }),
            rows: async () => {
              const rows = await db().manifestVersion.findMany({ where: { manifestId: id } });
              return rows.map(({ version }) => ({ id: String(version), key: '' }));
            },
            async change() {
              present += 1;
              await db().manifestVersion.create({ data: kept(present) });
              await db().manifest.update({ where: { id }, data: { version: present } });
            },
          },
          limit,
          others,
        );
      }),
      { numRuns: 4, seed: SEED },
    );
  });
});
