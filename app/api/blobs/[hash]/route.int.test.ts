import { createHash, randomBytes } from 'node:crypto';
import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createAsset } from '#lib/assets/asset-service.ts';
import { anImage, pngOf } from '#lib/assets/testing.ts';
import { blobPath, tempFolder } from '#lib/blobs/disk-store.ts';
import { db } from '#lib/db/prisma.ts';
import { resetDatabase } from '#lib/db/testing.ts';
import { call } from '#lib/http/testing.ts';
import { createManifest } from '#lib/manifests/manifest-service.ts';
import { createManifestSchema } from '#lib/schemas/manifest.ts';
import { storedImageSchema } from '#lib/schemas/stored-image.ts';
import { env } from '#lib/server/env.ts';
import { sweep } from '#lib/worker/maintenance.ts';
import * as blob from './route.ts';

const HOUR_MS = 3_600_000;
const STORE = join(env.DATA_DIR, 'blobs');
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const put = (bytes: Uint8Array, { hash = sha256(bytes), type = 'image/png' } = {}) =>
  call(blob.PUT, { method: 'PUT', params: { hash }, body: bytes, headers: { 'content-type': type } });
const head = async (hash: string) => (await call(blob.GET, { method: 'HEAD', params: { hash } })).status;
const storedFiles = async () =>
  (await readdir(STORE, { recursive: true })).filter((name) => /[0-9a-f]{64}$/.test(name));

beforeEach(resetDatabase);

describe('PUT of an image by its hash', () => {
  it('stores it as an upload does, once: HEAD finds it, GET gives the bytes, a repeat is 200', async () => {
    const bytes = await pngOf('teal');
    expect(await head(sha256(bytes))).toBe(404);
    const first = await put(bytes);
    expect([first.status, await head(sha256(bytes))]).toEqual([201, 200]);
    const stored = storedImageSchema.parse(first.body);
    expect(stored).toMatchObject({ sha256: sha256(bytes), media_type: 'image/png', width: 96, height: 64 });
    expect(await head(stored.image_hash)).toBe(200);
    const got = await call(blob.GET, { params: { hash: sha256(bytes) } });
    expect(bytes.equals(got.body as Buffer)).toBe(true);
    expect(await put(bytes, { type: 'application/octet-stream' })).toMatchObject({
      status: 200,
      body: stored,
    });
  });

  it('finds what an upload stored before', async () => {
    const bytes = await pngOf('olive');
    const manifest = await createManifest(createManifestSchema.parse({ name: 'Cast' }));
    await createAsset(manifest.manifest_id, { name: 'A', asset_type: 'PROP' }, await anImage('olive'));
    expect((await put(bytes)).status).toBe(200);
  });

  it('fifty at once are one image: one answers 201 and the others 200', async () => {
    const bytes = await pngOf('navy');
    const before = (await storedFiles()).length;
    const answers = await Promise.all(Array.from({ length: 50 }, () => put(bytes)));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array(49).fill(200), 201]);
    expect(await db().takenImage.count({ where: { originalHash: sha256(bytes) } })).toBe(1);
    // The original, the master and the thumbnail that all three widths of a small picture share.
    expect((await storedFiles()).length - before).toBe(3);
    expect(await readdir(tempFolder(STORE))).toEqual([]);
  });

  it('refuses what is not the image that its address says, and keeps nothing', async () => {
    const [good, before] = [await pngOf('maroon'), await storedFiles()];
    const cases: [Uint8Array, Parameters<typeof put>[1], number, string][] = [
      [good, { hash: 'a'.repeat(64) }, 422, 'hash-mismatch'],
      [good.subarray(0, -1), { hash: sha256(good) }, 422, 'hash-mismatch'],
      [good, { type: 'text/html' }, 415, 'unsupported-media-type'],
      [good, { type: 'multipart/form-data; boundary=x' }, 415, 'unsupported-media-type'],
      [good, { hash: 'A'.repeat(64) }, 404, 'not-found'],
      [good, { hash: '../../etc/passwd' }, 404, 'not-found'],
      [Buffer.from('not an image'), {}, 415, 'unsupported-image-type'],
      [Buffer.alloc(0), {}, 422, 'image-corrupt'],
      [good.subarray(0, 60), {}, 422, 'image-corrupt'],
      [randomBytes(10 * 1024 * 1024 + 1), {}, 413, 'payload-too-large'],
    ];
    for (const [bytes, options, status, code] of cases)
      expect(await put(bytes, options), code).toMatchObject({ status, body: { code } });
    expect([await storedFiles(), await readdir(tempFolder(STORE)), await db().takenImage.count()]).toEqual([
      before,
      [],
      0,
    ]);
  });

  it('takes an image whose type is not declared, and says when it is another one', async () => {
    const bytes = await pngOf('gold');
    expect((await put(bytes, { type: '' })).status).toBe(201);
    const named = await put(await pngOf('silver'), { type: 'image/jpeg' });
    expect(named.body).toMatchObject({ warnings: ['declared-type-mismatch'] });
  });
});

describe('an image that nothing names', () => {
  const ageBy = async (hash: string, ms: number) => {
    const row = await db().takenImage.findUniqueOrThrow({ where: { originalHash: hash } });
    const then = new Date(Date.now() - ms);
    const { thumb320Hash } = await db().blob.findUniqueOrThrow({ where: { hash: row.masterHash } });
    for (const file of [row.originalHash, row.masterHash, thumb320Hash ?? ''])
      await utimes(blobPath(STORE, file), then, then);
    await db().takenImage.update({ where: { originalHash: hash }, data: { createdAt: then } });
  };

  it('is kept for 24 hours from its last PUT and swept after', async () => {
    const bytes = await pngOf('plum');
    const hash = sha256(bytes);
    await put(bytes);
    await ageBy(hash, 23 * HOUR_MS);
    await sweep();
    expect(await head(hash)).toBe(200);
    await ageBy(hash, 25 * HOUR_MS);
    expect((await put(bytes)).status).toBe(200);
    await sweep();
    expect(await head(hash)).toBe(200);
    await ageBy(hash, 25 * HOUR_MS);
    await sweep();
    expect(await head(hash)).toBe(404);
    expect((await put(bytes)).status).toBe(201);
    expect(await head(hash)).toBe(200);
  });
});
