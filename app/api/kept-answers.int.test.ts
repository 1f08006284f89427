import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { request } from 'undici';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createAsset, deleteAsset, updateAsset } from '#lib/assets/asset-service.ts';
import { anImage } from '#lib/assets/testing.ts';
import { DatabaseState } from '#lib/db/database-state.ts';
import { db } from '#lib/db/prisma.ts';
import { KeptAnswers, setKeptAnswers } from '#lib/http/kept-answers.ts';
import { serveRoutes } from '#lib/http/testing-server.ts';
import { createManifest, updateManifest } from '#lib/manifests/manifest-service.ts';
import { createManifestSchema } from '#lib/schemas/manifest.ts';
import { GET as blob } from './blobs/[hash]/route.ts';
import { GET as detail } from './manifests/[id]/route.ts';
import { GET as list } from './manifests/route.ts';

const state = new DatabaseState();
const made = { manifest: '', thumbnail: '' };
/** How often a route was asked, and not only the edge. */
let runs = 0;
let app: Awaited<ReturnType<typeof serveRoutes>>;

beforeAll(async () => {
  const counted = <C>(handler: (request: Request, context: C) => Promise<Response>) => {
    return (request: Request, context: C) => {
      runs += 1;
      return handler(request, context);
    };
  };
  app = await serveRoutes({
    'GET /api/manifests': counted(list),
    'GET /api/manifests/{id}': counted(detail),
    'GET /api/blobs/{hash}': counted(blob),
  });
  const words = 'A night scene at the quay. '.repeat(60);
  const { manifest_id } = await createManifest(
    createManifestSchema.parse({ name: 'Harbour', description: words }),
  );
  const image = await anImage('#a33');
  const asset = await createAsset(manifest_id, { name: 'Keeper', asset_type: 'CHARACTER' }, image);
  Object.assign(made, { manifest: manifest_id, thumbnail: asset.thumbnail_url });
});
beforeEach(() => setKeptAnswers(new KeptAnswers(() => state.read())));
afterAll(async () => {
  setKeptAnswers(undefined);
  app.close();
  await state.close();
});

async function get(path: string, headers: Record<string, string> = {}) {
  const before = runs;
  const answer = await request(`${app.address}${path}`, { headers });
  const bytes = Buffer.from(await answer.body.arrayBuffer());
  return { status: answer.statusCode, headers: answer.headers, bytes, isKept: runs === before };
}

/** Asks until the answer is a kept one: whatever else this server of PostgreSQL writes at the moment may prevent it. */
async function getKept(path: string, headers: Record<string, string> = {}) {
  for (let tries = 0; tries < 50; tries += 1) {
    const answer = await get(path, headers);
    if (answer.isKept) return answer;
  }
  throw new Error(`The answer of ${path} was made anew each time.`);
}

const detailPath = () => `/api/manifests/${made.manifest}`;

it('is the answer that was made, but for its own id, and keeps only what is asked for again', async () => {
  for (const path of ['/api/manifests?limit=5', detailPath(), made.thumbnail]) {
    const first = await get(path);
    const second = await get(path);
    expect([first.isKept, second.isKept]).toEqual([false, false]);
    const kept = await getKept(path);
    expect(kept.bytes.equals(first.bytes)).toBe(true);
    const own = ({ headers }: typeof kept) =>
      Object.fromEntries(
        Object.entries(headers).filter(
          ([name]) => !['x-request-id', 'date', 'vary', 'content-length', 'transfer-encoding'].includes(name),
        ),
      );
    expect(own(kept)).toEqual(own(first));
    expect(kept.headers['x-request-id']).not.toBe(first.headers['x-request-id']);
    expect((await getKept(path, { 'x-request-id': 'my-own-request-1' })).headers['x-request-id']).toBe(
      'my-own-request-1',
    );
  }
});

it('compresses once for those who want it', async () => {
  const plain = await getKept(detailPath());
  expect(plain.headers).toMatchObject({
    'content-length': String(plain.bytes.length),
    vary: 'Accept-Encoding',
  });
  for (let i = 0; i < 2; i += 1) {
    const zipped = await getKept(detailPath(), { 'accept-encoding': 'br, gzip;q=0.5' });
    expect(zipped.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
    expect(zipped.bytes.length).toBeLessThan(plain.bytes.length / 2);
    expect(gunzipSync(zipped.bytes).equals(plain.bytes)).toBe(true);
  }
  for (const accepts of ['gzip;q=0', 'gzip; q=0.0, deflate', 'identity', 'xgzip'])
    expect(
      (await getKept(detailPath(), { 'accept-encoding': accepts })).headers['content-encoding'],
    ).toBeUndefined();
  const picture = await getKept(made.thumbnail, { 'accept-encoding': 'gzip' });
  expect(picture.headers['content-encoding']).toBeUndefined();
});

it('leaves to the route what asks for something else, and what is no success', async () => {
  await getKept(made.thumbnail);
  expect(await get(made.thumbnail, { range: 'bytes=0-9' })).toMatchObject({ status: 206, isKept: false });
  const { etag } = (await getKept(made.thumbnail)).headers;
  expect(await get(made.thumbnail, { 'if-none-match': String(etag) })).toMatchObject({
    status: 304,
    isKept: false,
  });
  expect(await get(made.thumbnail, { authorization: 'Bearer x' })).toMatchObject({ isKept: false });
  expect(await get(made.thumbnail, { host: 'elsewhere.example' })).toMatchObject({ status: 421 });
  const refused = ['/api/manifests?limit=0', `/api/manifests/${crypto.randomUUID()}`, '/api/blobs/none'];
  for (const path of refused) for (let i = 0; i < 4; i += 1) expect((await get(path)).isKept).toBe(false);
});

it('never gives what is out of date, also not what a transaction under way is about to change', async () => {
  const name = async () => JSON.parse(String((await get(detailPath())).bytes)).name as string;
  await getKept(detailPath());
  const wrote = Promise.withResolvers<void>();
  const mayCommit = Promise.withResolvers<void>();
  const writing = db().$transaction(async (tx) => {
    await tx.manifest.update({ where: { id: made.manifest }, data: { name: 'Under way' } });
    wrote.resolve();
    await mayCommit.promise;
  });
  await wrote.promise;
  // Made while the other is under way: true now, and not when that one is done.
  await getKept(detailPath());
  expect(await name()).toBe('Harbour');
  mayCommit.resolve();
  await writing;
  expect(await name()).toBe('Under way');
});

it('shows at once whatever is written, in any order of readers and writers', async () => {
  const path = '/api/manifests?limit=50';
  type Shown = { manifest_id: string; name: string; asset_count: number };
  const read = async (address: string) => JSON.parse(String((await get(address)).bytes));
  let expected = { name: '', count: 1 };
  const extra: string[] = [];
  const steps: Record<string, (n: number) => Promise<unknown>> = {
    rename: async (n) => {
      await updateManifest(made.manifest, { name: `Name ${n}` });
      expected = { ...expected, name: `Name ${n}` };
    },
    add: async (n) => {
      const asset = await createAsset(made.manifest, { name: `Extra ${n}`, asset_type: 'PROP' });
      extra.push(asset.asset_id);
      expected = { ...expected, count: expected.count + 1 };
    },
    edit: async (n) => {
      const [id] = extra;
      if (id) await updateAsset(id, { description: `Seen ${n}` });
    },
    remove: async () => {
      const id = extra.pop();
      if (!id) return;
      await deleteAsset(id);
      expected = { ...expected, count: expected.count - 1 };
    },
    read: () => Promise.all([read(path), read(detailPath()), read(path)]),
  };
  await steps.rename?.(0);
  const order = fc.array(fc.constantFrom(...Object.keys(steps)), { minLength: 5, maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(order, async (names) => {
      for (const [n, step] of names.entries()) {
        await steps[step]?.(n);
        const [shown, whole] = await Promise.all([read(path) as Promise<Shown[]>, read(detailPath())]);
        const card = shown.find(({ manifest_id }) => manifest_id === made.manifest);
        expect([card?.name, card?.asset_count]).toEqual([expected.name, expected.count]);
        expect([whole.name, whole.assets.length]).toEqual([expected.name, expected.count]);
      }
    }),
    { numRuns: 8 },
  );
});

it('asks the route when the database does not say how it is', async () => {
  setKeptAnswers(new KeptAnswers(async () => null));
  for (let i = 0; i < 4; i += 1)
    expect(await get(detailPath())).toMatchObject({ status: 200, isKept: false });
});
