import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { BlobStore } from '../blobs/store.ts';
import { type BundleImage, imageFileName } from '../schemas/bundle.ts';

/**
 * The same for every file, and without what a zip takes from its machine (its clock, its zone, the rights of files): so
 * the same content gives the same bytes everywhere. Nothing is compressed: images are already, and how well JSON is
 * depends on the version of a library.
 */
const FIXED = { mode: 0o100644, compress: false, forceDosTimestamp: true };
/** The first day a zip can name. It is written in local time, and so it is made. */
const firstDay = () => new Date(1980, 0, 1);

export type BundleStream = { stream: Readable; sizeBytes: number };

export type ZipEntry = { name: string } & ({ bytes: Uint8Array } | { hash: string; size: number });

/** Streams a bundle: `manifest.json`, then the images in their order from the store. */
export const writeBundle = (
  json: Uint8Array,
  images: BundleImage[],
  blobs: Pick<BlobStore, 'stream'>,
): Promise<BundleStream> =>
  writeZip(
    [
      { name: 'manifest.json', bytes: json },
      ...images.map((image) => ({ name: imageFileName(image), hash: image.sha256, size: image.size })),
    ],
    blobs,
  );

/**
 * Streams a zip of what is given and of blobs, one at a time. Destroying the stream closes the blob that is being
 * read.
 */
export async function writeZip(entries: ZipEntry[], blobs: Pick<BlobStore, 'stream'>): Promise<BundleStream> {
  const fixed = { ...FIXED, mtime: firstDay() };
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  let current: Readable | undefined;
  // Whoever reads sees the error; before anyone does it must not be one that nobody heard.
  out.on('error', () => {});
  zip.on('error', (error: Error) => out.destroy(error));
  out.on('close', () => current?.destroy());
  for (const entry of entries) {
    if ('bytes' in entry) {
      zip.addBuffer(Buffer.from(entry.bytes), entry.name, fixed);
      continue;
    }
    zip.addReadStreamLazy(entry.name, { ...fixed, size: entry.size }, (done) => {
      blobs.stream(entry.hash).then(
        (stream) => {
          current = stream;
          // What was opened after the reader left is closed at once.
          if (out.destroyed) stream.destroy();
          stream.on('error', (error) => out.destroy(error));
          done(null, stream);
        },
        (error: Error) => out.destroy(error),
      );
    });
  }
  const sizeBytes = await new Promise<number>((resolve) => {
    // The declared type of the callback lacks its argument.
    zip.end(undefined, ((size: number) => resolve(size)) as () => void);
  });
  return { stream: out, sizeBytes };
}
