import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import type { BundleImage } from '../schemas/bundle.ts';
import { unzip } from './testing.ts';
import { writeBundle } from './write-bundle.ts';

const SIZE = 4 * 1024 * 1024;
const bytes = Buffer.alloc(SIZE, 7);
const sha256 = createHash('sha256').update(bytes).digest('hex');
const image = (n: number): BundleImage => ({
  sha256: String(n).padStart(64, '0'),
  extension: 'png',
  size: SIZE,
  master: { sha256, width: 1, height: 1, has_alpha: false },
});

/** A store that counts what is open at once. */
function countingStore() {
  const counts = { opened: 0, open: 0, most: 0 };
  const stream = async () => {
    counts.opened += 1;
    counts.open += 1;
    counts.most = Math.max(counts.most, counts.open);
    const source = Readable.from(
      (function* () {
        for (let at = 0; at < SIZE; at += 65_536) yield bytes.subarray(at, at + 65_536);
      })(),
    );
    source.on('close', () => {
      counts.open -= 1;
    });
    return source;
  };
  return { counts, stream };
}

it('opens one image at a time and tells its size before', async () => {
  const store = countingStore();
  const { stream, sizeBytes } = await writeBundle(Buffer.from('{}'), [image(1), image(2), image(3)], store);
  const zip = await buffer(stream);
  expect(zip.length).toBe(sizeBytes);
  expect((await unzip(zip)).map((entry) => entry.name)).toEqual([
    'manifest.json',
    ...[1, 2, 3].map((n) => `images/${String(n).padStart(64, '0')}.png`),
  ]);
  expect(store.counts).toEqual({ opened: 3, open: 0, most: 1 });
});

it('writes the same bytes in every time zone', async () => {
  const zone = process.env.TZ;
  const zips: string[] = [];
  for (const TZ of ['UTC', 'America/Los_Angeles', 'Pacific/Apia']) {
    process.env.TZ = TZ;
    const { stream } = await writeBundle(Buffer.from('{}'), [image(1)], countingStore());
    zips.push(
      createHash('sha256')
        .update(await buffer(stream))
        .digest('hex'),
    );
  }
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  expect(new Set(zips).size).toBe(1);
});

it('closes the image it reads when the download is stopped, and opens no other', async () => {
  const store = countingStore();
  const { stream } = await writeBundle(Buffer.from('{}'), [image(1), image(2)], store);
  const web = Readable.toWeb(stream) as ReadableStream<Uint8Array>;
  const reader = web.getReader();
  await reader.read();
  await reader.read();
  expect(store.counts.open).toBe(1);
  const closed = new Promise((resolve) => stream.once('close', resolve));
  await reader.cancel();
  await closed;
  await new Promise((resolve) => setImmediate(resolve));
  expect(store.counts).toEqual({ opened: 1, open: 0, most: 1 });
});

it('breaks the download off where the store fails', async () => {
  const failing = { stream: () => Promise.reject(new Error('gone')) };
  const { stream } = await writeBundle(Buffer.from('{}'), [image(1)], failing);
  await expect(buffer(stream)).rejects.toThrow('gone');
});
