import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import canonicalize from 'canonicalize';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { pngOf } from '#lib/assets/testing.ts';
import { blobStore } from '#lib/blobs/store-instance.ts';
import { aRichManifest, rezipped, unzip, type ZipEntry, zipOf } from '#lib/bundles/testing.ts';
import { db } from '#lib/db/prisma.ts';
import { resetDatabase } from '#lib/db/testing.ts';
import { call } from '#lib/http/testing.ts';
import type { Bundle, BundleAsset } from '#lib/schemas/bundle.ts';
import { GET as exportOne } from './[id]/export/route.ts';
import { POST as importRoute } from './import/route.ts';

/** A sound bundle, from which each test makes one that is not. */
let sound: Buffer;
let entries: ZipEntry[];
let bundle: Bundle;

beforeAll(async () => {
  await resetDatabase();
  const { id } = await aRichManifest();
  sound = (await call(exportOne, { path: '/x', params: { id } })).body as Buffer;
  entries = await unzip(sound);
  bundle = JSON.parse(Buffer.from(entries[0]?.bytes ?? []).toString());
});
beforeEach(resetDatabase);

const jsonEntry = (value: unknown): ZipEntry => ({
  name: 'manifest.json',
  bytes: Buffer.from(typeof value === 'string' ? value : (canonicalize(value) ?? '')),
});
const images = () => entries.slice(1);
const withFirst = (change: Partial<Record<keyof BundleAsset, unknown>>, place = 0) =>
  rezipped(sound, ({ manifests, ...rest }) => ({
    ...rest,
    manifests: manifests.map((manifest) => ({
      ...manifest,
      assets: manifest.assets.map((asset, i) => (i === place ? { ...asset, ...change } : asset)),
    })),
  }));

/** Where the directory's record of the n-th entry begins. */
function record(zip: Buffer, number: number): number {
  let at = -1;
  for (let i = 0; i <= number; i += 1) at = zip.indexOf(Buffer.from('PK\x01\x02'), at + 1);
  return at;
}
const patched = (zip: Buffer, patch: (copy: Buffer) => void) => {
  const copy = Buffer.from(zip);
  patch(copy);
  return copy;
};
const deflated = (name: string, bytes: Uint8Array): ZipEntry => ({ name, bytes, compress: true });

type Refusal = { status: number; says: RegExp; zip: () => Promise<Buffer> | Buffer };

const hashName = (bytes: Uint8Array) => `images/${createHash('sha256').update(bytes).digest('hex')}.png`;

const refusals: Record<string, Refusal> = {
  'a text file': { status: 415, says: /not a zip/, zip: () => Buffer.from('hello') },
  'an empty file': { status: 415, says: /not a zip/, zip: () => Buffer.alloc(0) },
  'a zip that is cut off': { status: 422, says: /cut off/, zip: () => sound.subarray(0, -300) },
  'a zip without its first half': { status: 415, says: /not a zip/, zip: () => sound.subarray(700) },
  'a zip without manifest.json': { status: 422, says: /no manifest\.json/, zip: () => zipOf(images()) },
  'an image that compresses a thousandfold': {
    status: 422,
    says: /more densely/,
    zip: () => {
      const bomb = Buffer.alloc(9 * 1024 * 1024);
      return zipOf([jsonEntry(bundle), deflated(hashName(bomb), bomb)]);
    },
  },
  'a manifest.json of more than 16 MB': {
    status: 413,
    says: /larger than 16 MB/,
    zip: () => zipOf([jsonEntry(' '.repeat(17 * 1024 * 1024)), ...images()]),
  },
  'a directory that says less than there is': {
    status: 422,
    says: /cut off or damaged/,
    zip: async () => {
      const zip = await zipOf([deflated('manifest.json', jsonEntry(bundle).bytes), ...images()]);
      return patched(zip, (copy) => copy.writeUInt32LE(100, record(copy, 0) + 24));
    },
  },
  'a directory that says four gigabytes': {
    status: 413,
    says: /larger than 16 MB/,
    zip: async () => {
      const zip = await zipOf([deflated('manifest.json', jsonEntry(bundle).bytes), ...images()]);
      return patched(zip, (copy) => copy.writeUInt32LE(0xfffffff0, record(copy, 0) + 24));
    },
  },
  'a damaged manifest.json': {
    status: 422,
    says: /damaged/,
    zip: () => patched(sound, (copy) => copy.write('X', copy.indexOf('CHARACTERS'))),
  },
  'a file in another folder': {
    status: 422,
    says: /File 2 of the zip is none/,
    zip: () => zipOf([jsonEntry(bundle), { name: 'other/a.png', bytes: Buffer.from('a') }]),
  },
  'a file that is not listed': {
    status: 422,
    says: /not listed/,
    zip: async () => {
      const extra = await pngOf('#fff');
      return zipOf([...entries, { name: hashName(extra), bytes: extra }]);
    },
  },
  'a listed image that is missing': {
    status: 422,
    says: /not in the zip/,
    zip: () => zipOf(entries.slice(0, -1)),
  },
  'the same file twice': {
    status: 422,
    says: /twice/,
    zip: () => zipOf([...entries, ...entries.slice(1, 2)]),
  },
  'a symbolic link': {
    status: 422,
    says: /not a plain file/,
    zip: () => zipOf(entries.map((entry, i) => (i === 1 ? { ...entry, mode: 0o120777 } : entry))),
  },
  'an encrypted file': {
    status: 422,
    says: /encrypted|damaged/,
    zip: () =>
      patched(sound, (copy) => {
        const at = record(copy, 1) + 8;
        copy.writeUInt16LE(copy.readUInt16LE(at) | 1, at);
      }),
  },
  'an image whose bytes are not those of its hash': {
    status: 422,
    says: /not those of its hash/,
    zip: () =>
      zipOf(
        entries.map((entry, i) => {
          if (i !== 1) return entry;
          const bytes = Buffer.from(entry.bytes);
          bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
          return { ...entry, bytes };
        }),
      ),
  },
  'an image that is none': {
    status: 422,
    says: /not a PNG, JPEG or WebP/,
    zip: () => withImage(Buffer.from('<script>alert(1)</script>')),
  },
  'an image that only begins as one': {
    status: 422,
    says: /images\/[0-9a-f]{64}\.png: /,
    zip: async () => withImage((await pngOf('#0f0', { width: 300 })).subarray(0, 60)),
  },
  'another zip': {
    status: 422,
    says: /File 1 of the zip is none|does not say so/,
    zip: () => zipOf([{ name: 'readme.txt', bytes: Buffer.from('hello') }]),
  },
  'JSON of something else': { status: 422, says: /not a manifest bundle/, zip: () => zipOf([jsonEntry({})]) },
  'JSON that is none': {
    status: 422,
    says: /manifest\.json is not valid JSON/,
    zip: () => zipOf([jsonEntry('{')]),
  },
  'a format of the future': {
    status: 422,
    says: /format version 2\. This vidpipe reads version 1/,
    zip: () => rezipped(sound, (b) => ({ ...b, version: 2 })),
  },
  'a key that would change prototypes': {
    status: 422,
    says: /wrong|manifest\.json/,
    zip: () =>
      zipOf([jsonEntry(JSON.stringify(bundle).replace('{', '{"__proto__":{"isAdmin":true},')), ...images()]),
  },
  'a field that is not of the format': {
    status: 422,
    says: /manifests\/0\/assets\/0\/asset_id/,
    zip: () => withFirst({ asset_id: 'x' } as object),
  },
  'JSON of five million assets': {
    status: 422,
    says: /too many values/,
    zip: () => crowded(5_000_000),
  },
  'JSON of a hundred thousand assets': {
    status: 422,
    says: /assets.*too many/,
    zip: () => crowded(100_000),
  },
  'a list of a million tags': {
    status: 422,
    says: /user_tags.*too many/,
    zip: () => withFirst({ user_tags: Array.from({ length: 1_000_000 }, () => 0) }),
  },
  'a tag that is there twice': {
    status: 422,
    says: /another asset too/,
    zip: () => withFirst({ tag: 'CHAR_02' }),
  },
  'a tag of another type': { status: 422, says: /must be CHAR_/, zip: () => withFirst({ tag: 'PROP_01' }) },
  'a tag above its counter': {
    status: 422,
    says: /above the counter/,
    zip: () => withFirst({ tag: 'CHAR_99' }),
  },
  'a tag with a number written oddly': {
    status: 422,
    says: /must be CHAR_/,
    zip: () => withFirst({ tag: 'CHAR_001' }),
  },
  'a view of what is not there': {
    status: 422,
    says: /view_of/,
    zip: () => withFirst({ view_of: 'PROP_99' }, 1),
  },
  'a view of a view': {
    status: 422,
    says: /leads its group/,
    zip: () => withFirst({ view_of: 'CHAR_02' }, 2),
  },
  'a view that its group has': {
    status: 422,
    says: /view of another asset/,
    zip: () => withFirst({ view: 'front' }, 1),
  },
  'an image hash that is not listed': {
    status: 422,
    says: /not listed/,
    zip: () => withFirst({ image: 'f'.repeat(64) }),
  },
  'a name of control characters': {
    status: 422,
    says: /control character/,
    zip: () => withFirst({ name: 'a\u0000b' }),
  },
};

/** The bundle with so many assets that are none. */
function crowded(count: number): Promise<Buffer> {
  const empty = JSON.stringify({ ...bundle, manifests: [{ ...bundle.manifests[0], assets: [] }] });
  const [head, tail] = empty.split('"assets":[]');
  return zipOf([jsonEntry(`${head}"assets":[${'{},'.repeat(count)}{}]${tail}`), ...images()]);
}

/** The bundle with one image replaced by these bytes, rightly named. */
function withImage(bytes: Uint8Array): Promise<Buffer> {
  const [old] = bundle.images;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const text = JSON.stringify({
    ...bundle,
    images: bundle.images.map((image) => (image === old ? { ...image, size: bytes.length } : image)),
  }).replaceAll(old?.sha256 ?? '', sha256);
  return zipOf([
    jsonEntry(text),
    { name: `images/${sha256}.png`, bytes },
    ...images().filter((entry) => !entry.name.includes(old?.sha256 ?? '')),
  ]);
}

const send = async (zip: Buffer, query = '') => {
  const request = new Request(`http://127.0.0.1:3000/api/manifests/import${query}`, {
    method: 'POST',
    headers: { host: '127.0.0.1:3000', 'content-type': 'application/zip' },
    body: new Uint8Array(zip),
  });
  const response = await importRoute(request, { params: Promise.resolve({}) });
  return { status: response.status, body: (await response.json()) as { detail?: string } };
};
const tempFiles = async () => readdir(path.dirname(await blobStore().tempPath()));

it('the bundle that these are made of is let in', async () => {
  expect((await send(sound)).status).toBe(201);
});

it.each(Object.entries(refusals))(
  '%s is refused and nothing is changed',
  async (_, { status, says, zip }) => {
    const answer = await send(await zip());
    expect(answer.body.detail).toMatch(says);
    expect(answer.status).toBe(status);
    expect(await db().manifest.count()).toBe(0);
    expect(await db().asset.count()).toBe(0);
    expect(await tempFiles()).toEqual([]);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  },
);

it.each(['../evil.png', '/etc/passwd', 'images\\..\\a.png', 'images/../../a.png', 'C:/a.png'])(
  'the path %s is refused without being repeated',
  async (name) => {
    // Written over a name of the same length, because a decent library does not write such.
    const placeholder = 'x'.repeat(name.length);
    const zip = await zipOf([...entries, { name: placeholder, bytes: Buffer.from('a') }]);
    for (let at = zip.indexOf(placeholder); at >= 0; at = zip.indexOf(placeholder))
      zip.write(name, at, 'latin1');
    const answer = await send(zip);
    expect(answer.status).toBe(422);
    expect(JSON.stringify(answer.body)).not.toContain(name);
    expect(await db().manifest.count()).toBe(0);
  },
);

it('a wrong image is found in a preview as well', async () => {
  const answer = await send(await withImage(Buffer.from('not an image')), '?dry_run=true');
  expect(answer).toMatchObject({ status: 422, body: { detail: expect.stringContaining('is not a PNG') } });
});

it('another media type than a zip is 415', async () => {
  const answer = await call(importRoute, { method: 'POST', path: '/x', body: { a: 1 } });
  expect(answer.status).toBe(415);
});
