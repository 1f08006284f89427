import { createHash, type Hash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { blobStore } from '../blobs/store-instance.ts';
import { AppError } from '../errors.ts';

/** A file of a body, streamed to a temporary path of the blob store. */
export type UploadedFile = {
  field: string;
  /** Place among the files of the body, from 0. */
  place: number;
  path: string;
  fileName: string | null;
  declaredType: string | null;
  size: number;
  /** SHA-256 of the bytes, lower-case hex. */
  sha256: string;
};

/** What the parser reports for a part without Content-Type, as RFC 7578 (4.4) has it. */
const TYPE_WHEN_ABSENT = 'text/plain';

export const malformed = (cause?: unknown) =>
  new AppError('malformed-multipart', {
    detail: 'The body cannot be read. Was the upload cut off?',
    cause,
  });
export const tooLarge = (maxBytes: number) =>
  new AppError('payload-too-large', {
    detail: `The file is larger than ${Math.round(maxBytes / 1024 / 1024)} MB.`,
  });

/** What a body says of a file in it. */
export type Part = {
  name: string;
  fileName: string | undefined;
  encoding: string;
  declaredType: string;
  place: number;
};

/**
 * Streams bytes through `gate` to a temporary file and hashes them on the way.
 * @throws AppError malformed-multipart when they break off, insufficient-storage, whatever `gate` throws
 */
export async function storeFile(
  stream: NodeJS.ReadableStream,
  gate: Transform,
  part: Part,
  files: UploadedFile[],
): Promise<UploadedFile> {
  const file: UploadedFile = {
    field: part.name,
    place: part.place,
    path: await blobStore().tempPath(),
    fileName: part.fileName ?? null,
    declaredType: part.declaredType === TYPE_WHEN_ABSENT ? null : part.declaredType || null,
    size: 0,
    sha256: '',
  };
  files.push(file);
  const out = createWriteStream(file.path, { flags: 'wx' });
  const hash = createHash('sha256');
  await pipeline(stream, gate, hashedBy(hash), out).catch((error: NodeJS.ErrnoException) => {
    if (error instanceof AppError) throw error;
    throw error.code === 'ENOSPC'
      ? new AppError('insufficient-storage', { detail: 'The disk is full.', cause: error })
      : malformed(error);
  });
  file.size = out.bytesWritten;
  file.sha256 = hash.digest('hex');
  return file;
}

/** Passes bytes on and feeds them to a hash. */
function hashedBy(hash: Hash): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
}

/** Counts the bytes that pass and cuts the body off at the cap. */
export function capped(seen: { bytes: number }, maxBytes: number, maxFileBytes: number): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen.bytes += chunk.length;
      if (seen.bytes > maxBytes) done(tooLarge(maxFileBytes));
      else done(null, chunk);
    },
  });
}
