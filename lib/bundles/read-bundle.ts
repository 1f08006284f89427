import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { PassThrough, type Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import type { Entry } from 'yauzl';
import { SNIFF_BYTES, sniffImage } from '../assets/sniff-image.ts';
import { blobStore } from '../blobs/store-instance.ts';
import { AppError } from '../errors.ts';
import { type Bundle, type BundleImage, imageFileName } from '../schemas/bundle.ts';
import { bundleError, damagedZip } from './bundle-error.ts';
import { JSON_NAME, type OpenZip, openZip } from './open-zip.ts';
import { parseBundle } from './parse-bundle.ts';

export type OpenBundle = {
  bundle: Bundle;
  /** Unpacks one image to a file under the store's `tempPath()`, which is the caller's to take over. */
  extract: (image: BundleImage) => Promise<string>;
  /** Reads one image through without keeping it. */
  verify: (image: BundleImage) => Promise<void>;
};

/**
 * Opens a bundle: its directory, its `manifest.json`, and that the two name the same images of the same sizes. An image
 * is held against its hash when it is read.
 * @throws AppError see openZip and parseBundle
 */
export async function withBundle<T>(path: string, use: (open: OpenBundle) => Promise<T>): Promise<T> {
  const zip = await openZip(path);
  try {
    const bundle = await parseBundle(await readJsonEntry(zip));
    assertSameImages(zip, bundle);
    const entryOf = (image: BundleImage): Entry => {
      const entry = zip.entries.get(imageFileName(image));
      if (!entry) throw missing(image);
      return entry;
    };
    return await use({
      bundle,
      extract: async (image) => {
        const target = await blobStore().tempPath();
        try {
          await readImage(
            await openEntry(zip, entryOf(image)),
            image,
            createWriteStream(target, { flags: 'wx' }),
          );
        } catch (error) {
          await rm(target, { force: true });
          throw error;
        }
        return target;
      },
      verify: async (image) => {
        const sink = new PassThrough();
        sink.resume();
        await readImage(await openEntry(zip, entryOf(image)), image, sink);
      },
    });
  } finally {
    zip.close();
  }
}

const openEntry = (zip: OpenZip, entry: Entry): Promise<Readable> =>
  zip.read(entry).catch((cause) => {
    throw damagedZip(cause);
  });

async function readJsonEntry(zip: OpenZip): Promise<Uint8Array> {
  const entry = zip.entries.get(JSON_NAME);
  if (!entry) throw bundleError('This zip is not a manifest bundle: it holds no manifest.json.');
  const bytes = await buffer(await openEntry(zip, entry)).catch((cause) => {
    throw damagedZip(cause);
  });
  if (crc32(bytes) !== entry.crc32) throw damagedZip();
  return bytes;
}

function assertSameImages(zip: OpenZip, { images }: Bundle): void {
  for (const [i, image] of images.entries()) {
    const entry = zip.entries.get(imageFileName(image));
    if (!entry) throw missing(image, i);
    if (entry.uncompressedSize !== image.size)
      throw bundleError(
        `${imageFileName(image)} is ${entry.uncompressedSize} bytes, manifest.json says ${image.size}.`,
        [{ pointer: `#/images/${i}/size`, code: 'not-valid', detail: 'is not the size of the file' }],
      );
  }
  if (zip.entries.size === images.length + 1) return;
  const listed = new Set(images.map(imageFileName));
  const extra = [...zip.entries.keys()].find((name) => name !== JSON_NAME && !listed.has(name));
  throw bundleError(`${extra} is in the zip and not listed in manifest.json.`);
}

const missing = (image: BundleImage, place?: number) =>
  bundleError(
    `${imageFileName(image)} is listed in manifest.json and not in the zip.`,
    place === undefined
      ? undefined
      : [{ pointer: `#/images/${place}`, code: 'not-found', detail: 'is not in the zip' }],
  );

/** Passes an image on to `sink` and holds what passed against its hash and against what begins as an image. */
async function readImage(source: Readable, image: BundleImage, sink: NodeJS.WritableStream): Promise<void> {
  const hash = createHash('sha256');
  let head = Buffer.alloc(0);
  const watch = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      if (head.length < SNIFF_BYTES) head = Buffer.concat([head, chunk]).subarray(0, SNIFF_BYTES);
      yield chunk;
    }
  };
  await pipeline(source, watch, sink).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOSPC' || cause.code === 'EDQUOT')
      throw new AppError('insufficient-storage', { detail: 'The disk is full. Free some space.', cause });
    throw damagedZip(cause);
  });
  const name = imageFileName(image);
  if (hash.digest('hex') !== image.sha256)
    throw bundleError(`The bytes of ${name} are not those of its hash.`);
  if (sniffImage(head).mediaType === null) throw bundleError(`${name} is not a PNG, JPEG or WebP.`);
}
