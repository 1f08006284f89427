import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '../db/prisma.ts';
import { resetDatabase } from '../db/testing.ts';
import { parseAllowedAddresses } from '../http/address-rules.ts';
import { stopSender } from '../jobs/boss.ts';
import { createManifest, getManifest } from '../manifests/manifest-service.ts';
import { createManifestSchema } from '../schemas/manifest.ts';
import { env } from '../server/env.ts';
import { giveUpJob } from '../worker/give-up-job.ts';
import { startWorker } from '../worker/start-worker.ts';
import { deleteAsset, setAssetImage } from './asset-service.ts';
import { createAssets } from './create-assets-service.ts';
import { getImports, importImage, reconcileImports } from './import-image-service.ts';
import { anImage, pngOf } from './testing.ts';

const always = new AbortController().signal;
let server: Server;
let answer: RequestListener;
let asked = 0;
let id = '';

beforeAll(async () => {
  env.ALLOW_PRIVATE_ADDRESSES = parseAllowedAddresses('127.0.0.1') ?? env.ALLOW_PRIVATE_ADDRESSES;
  server = createServer((request, response) => {
    asked += 1;
    answer(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
beforeEach(async () => {
  await resetDatabase();
  asked = 0;
  const png = await pngOf('teal');
  answer = (_, response) => response.writeHead(200, { 'content-type': 'binary/octet-stream' }).end(png);
  id = (await createManifest(createManifestSchema.parse({ name: 'Cast' }))).manifest_id;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await stopSender();
});

const urlOf = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;

/** A new asset whose image is at an address; the job is for the test to do. */
async function assetFrom(path = '/cast/Mara%20front.png?size=2'): Promise<string> {
  const { assets } = await createAssets(id, [{ name: 'A', asset_type: 'PROP', image: { url: urlOf(path) } }]);
  return assets[0]?.asset_id ?? '';
}
const importOf = async (assetId: string) =>
  (await getImports(id)).imports.find(({ asset_id }) => asset_id === assetId);
const assetOf = async (assetId: string) =>
  (await getManifest(id)).assets.find(({ asset_id }) => asset_id === assetId);
const liveJobs = async () =>
  (
    await db().$queryRaw<unknown[]>`
    SELECT 1 FROM pgboss.job WHERE name = 'fetch-image' AND state = 'created'`
  ).length;

describe('an image from an address', () => {
  it('becomes the image of its asset, whatever its server calls it', async () => {
    const asset = await assetFrom();
    await importImage(asset, always);
    expect(await importOf(asset)).toMatchObject({ state: 'done', tries: 1, error: null });
    expect(await assetOf(asset)).toMatchObject({
      width: 96,
      height: 64,
      file_name: 'Mara front.png',
      revision: 2,
    });
  });

  it('is fetched by a worker, again after an answer that may change', async () => {
    const good = answer;
    answer = (request, response) => (asked === 1 ? response.writeHead(503).end() : good(request, response));
    const worker = await startWorker({ concurrency: 1 });
    try {
      const asset = await assetFrom();
      const state = async () => (await importOf(asset))?.state;
      await expect.poll(state, { timeout: 20_000, interval: 100 }).toBe('done');
      expect(await importOf(asset)).toMatchObject({ tries: 2, error: null });
      expect((await assetOf(asset))?.width).toBe(96);
    } finally {
      await worker.stop();
    }
  });

  it('is given once, however often and by how many its job is done', async () => {
    const asset = await assetFrom();
    await Promise.all([1, 2, 3].map(() => importImage(asset, always)));
    await importImage(asset, always);
    expect((await assetOf(asset))?.revision).toBe(2);
    expect(await importOf(asset)).toMatchObject({ state: 'done', error: null });
  });

  it('of a worker that is gone is fetched by the next one; one without a job gets one', async () => {
    const asset = await assetFrom();
    const gone = new AbortController();
    const good = answer;
    answer = () => gone.abort(new Error('the worker goes'));
    await expect(importImage(asset, gone.signal)).rejects.toThrow('the worker goes');
    expect(await importOf(asset)).toMatchObject({ state: 'running', tries: 1 });
    await reconcileImports();
    expect(await liveJobs()).toBe(1);
    await db().$executeRaw`DELETE FROM pgboss.job`;
    await reconcileImports();
    await reconcileImports();
    expect(await liveJobs()).toBe(1);
    answer = good;
    await importImage(asset, always);
    expect(await importOf(asset)).toMatchObject({ state: 'done', tries: 2 });
  });
});

describe('an image that cannot be fetched', () => {
  const html: RequestListener = (_, response) =>
    response.writeHead(200, { 'content-type': 'image/png' }).end('<html>Sign in</html>');
  const status =
    (code: number, headers = {}): RequestListener =>
    (_, response) =>
      response.writeHead(code, headers).end('no');
  const huge: RequestListener = (_, response) => {
    response.on('error', () => {});
    response.end(Buffer.alloc(10 * 1024 * 1024 + 1));
  };

  it('fails for good with its reason when another try would not help', async () => {
    const cases: [RequestListener, string][] = [
      [status(404), 'The address answered 404.'],
      [status(204), 'The address answered 204.'],
      [status(302), 'The address answered 302.'],
      [html, 'This is a web page. Use PNG, JPEG or WebP.'],
      [(_, response) => response.end(), 'This file is empty. Choose another.'],
      [huge, 'The file is larger than 10 MB.'],
      [status(302, { location: 'http://169.254.169.254/' }), 'The address does not lead to a public host.'],
      [status(301, { location: 'file:///etc/passwd' }), 'An address begins with http:// or https://.'],
    ];
    for (const [listener, error] of cases) {
      answer = listener;
      const asset = await assetFrom();
      await importImage(asset, always);
      expect(await importOf(asset)).toMatchObject({ state: 'failed', tries: 1, error });
      expect((await assetOf(asset))?.image_hash).toBeNull();
    }
  });

  it('waits for another try where that may help, and keeps the last reason when none did', async () => {
    const cases: [RequestListener, string][] = [
      [status(500), 'The address answered 500.'],
      [status(429), 'The address answered 429.'],
      [(request) => request.socket.destroy(), 'The connection to the address failed.'],
    ];
    for (const [listener, error] of cases) {
      answer = listener;
      const asset = await assetFrom();
      await expect(importImage(asset, always)).rejects.toThrow();
      expect(await importOf(asset)).toMatchObject({ state: 'waiting', error, finished_at: null });
      await giveUpJob('fetch-image', { asset_id: asset });
      expect(await importOf(asset)).toMatchObject({ state: 'failed', error });
      await importImage(asset, always);
      expect(await importOf(asset)).toMatchObject({ state: 'failed', tries: 1 });
    }
  });

  it('leaves alone what people did meanwhile', async () => {
    const [deleted, given] = [await assetFrom(), await assetFrom()];
    await deleteAsset(deleted);
    await importImage(deleted, always);
    expect(asked).toBe(0);
    await setAssetImage(given, await anImage('olive', 'mine.png'));
    await importImage(given, always);
    expect(await importOf(given)).toMatchObject({
      state: 'failed',
      error: 'The asset was given another image meanwhile.',
    });
    expect((await assetOf(given))?.file_name).toBe('mine.png');
    const trashed = await assetFrom();
    await db().manifest.update({ where: { id }, data: { deletedAt: new Date() } });
    await importImage(trashed, always);
    const row = await db().imageImport.findUniqueOrThrow({ where: { assetId: trashed } });
    expect(row).toMatchObject({ state: 'failed', error: 'There is no such manifest, or it was deleted.' });
  });
});
