import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { BlobStore } from '../blobs/store.ts';

/** Bytes at hand, or a blob of so many bytes. */
export type FileOfZip = { name: string } & ({ bytes: Uint8Array } | { hash: string; size: number });

/**
 * The same for every file, and without what a zip takes from its machine (its clock, its zone, the rights of files): so
 * the same content gives the same bytes everywhere. Nothing is compressed: images are already, and how well JSON is
 * depends on the version of a library.
 */
const FIXED = { mode: 0o100644, compress: false, forceDosTimestamp: true };
/** The first day a zip can name. It is written in local time, and so it is made. */
const firstDay = () => new Date(1980, 0, 1);

/**
 * Streams a zip of files in their order, blobs one at a time, nothing compressed. Destroying the stream closes what is
 * being read.
 */
export async function zipFiles(
  files: FileOfZip[],
  blobs: Pick<BlobStore, 'stream'>,
): Promise<{ stream: Readable; sizeBytes: number }> {
  const fixed = { ...FIXED, mtime: firstDay() };
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  let current: Readable | undefined;
  // Whoever reads sees the error; before anyone does it must not be one that nobody heard.
  out.on('error', () => {});
  zip.on('error', (error: Error) => out.destroy(error));
  out.on('close', () => current?.destroy());
  for (const file of files) {
    if ('bytes' in file) {
      zip.addBuffer(Buffer.from(file.bytes), file.name, fixed);
      continue;
    }
    zip.addReadStreamLazy(file.name, { ...fixed, size: file.size }, (done) => {
      blobs.stream(file.hash).then(
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
