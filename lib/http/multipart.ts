import { rm } from 'node:fs/promises';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import Busboy from '@fastify/busboy';
import { AppError } from '../errors.ts';
import { requestBody } from './request-body.ts';
import { mediaTypeOf } from './text-body.ts';
import { capped, malformed, type Part, storeFile, tooLarge, type UploadedFile } from './upload-file.ts';

export type Multipart = { fields: Record<string, string>; files: UploadedFile[] };

export type MultipartLimits = {
  /** Field name that files may have. */
  fileField: string;
  /** Further names that files may have. */
  otherFileFields?: readonly string[];
  maxFiles: number;
  /** Bytes of one file, inclusive. */
  maxFileBytes: number;
  /** Text fields that may be there. */
  fieldNames: readonly string[];
  /** Media types of a body that is the one file itself, without an envelope; none unless given. */
  rawTypes?: readonly string[];
  /** The body is never an envelope, and a raw type need not be declared. */
  isAlwaysRaw?: boolean;
};

const MAX_FILE_NAME = 1024;
const ENVELOPE_BYTES = 64 * 1024;
const MAX_FIELD_BYTES = 64 * 1024;
const BOUNDARY = /;\s*boundary=(?:"[^"]+"|[^\s";]+)/i;
/** Once all of a body was read, its parser is done at once, or when the disk has taken the last bytes. */
const PARSED_WITHIN_MS = 10_000;

const tooManyParts = () =>
  new AppError('too-many-parts', { detail: 'The body has more parts than this request takes.' });
const invalid = (field: string, code: string, detail: string) =>
  new AppError('validation-failed', {
    detail: 'One field is wrong.',
    errors: [{ pointer: `#/${field}`, code, detail }],
  });

/**
 * Streams a multipart body to disk, runs `use` on what was read and removes what `use` did not take over.
 * Everything a parser would swallow (a second file, a cut file, an unknown field) is an error here.
 * @throws AppError unsupported-media-type, malformed-multipart, payload-too-large, too-many-parts, validation-failed
 */
export async function withMultipart<T>(
  request: Request,
  limits: MultipartLimits,
  use: (multipart: Multipart) => Promise<T>,
): Promise<T> {
  const files: UploadedFile[] = [];
  try {
    return await use(await (isRaw(request, limits) ? readRaw : read)(request, limits, files));
  } finally {
    await Promise.all(files.map((f) => rm(f.path, { force: true })));
  }
}

/** What tells two multipart bodies apart: their fields, and the bytes of their files in order. */
export const fingerprintOf = ({ fields, files }: Multipart) =>
  JSON.stringify([Object.entries(fields).sort(), files.map((f) => f.sha256)]);

export const isMultipart = (request: Request) =>
  /^multipart\/form-data\s*(;|$)/i.test(request.headers.get('content-type') ?? '');

/** @throws AppError unsupported-media-type */
function isRaw(request: Request, { rawTypes = [], isAlwaysRaw = false }: MultipartLimits): boolean {
  const type = mediaTypeOf(request);
  if (rawTypes.includes(type) || (isAlwaysRaw && type === '')) return true;
  if (!isAlwaysRaw) return false;
  throw new AppError('unsupported-media-type', { detail: `Send the bytes as ${rawTypes.join(', ')}.` });
}

/** A body that is the file. */
async function readRaw(request: Request, limits: MultipartLimits, files: UploadedFile[]): Promise<Multipart> {
  if (request.headers.get('content-encoding'))
    throw new AppError('unsupported-media-type', { detail: 'Send the body without compression.' });
  const { maxFileBytes, fileField: name } = limits;
  if (Number(request.headers.get('content-length') ?? 0) > maxFileBytes) throw tooLarge(maxFileBytes);
  if (!request.body) throw malformed();
  const part = { name, fileName: undefined, encoding: '', declaredType: '', place: 0 };
  const gate = capped({ bytes: 0 }, maxFileBytes, maxFileBytes);
  await storeFile(requestBody(request.body, maxFileBytes), gate, part, files);
  return { fields: {}, files };
}

async function read(request: Request, limits: MultipartLimits, files: UploadedFile[]): Promise<Multipart> {
  if (!isMultipart(request))
    throw new AppError('unsupported-media-type', { detail: 'Send the file as multipart/form-data.' });
  if (request.headers.get('content-encoding'))
    throw new AppError('unsupported-media-type', { detail: 'Send the body without compression.' });
  const maxBody = limits.maxFiles * limits.maxFileBytes + ENVELOPE_BYTES;
  if (Number(request.headers.get('content-length') ?? 0) > maxBody) throw tooLarge(limits.maxFileBytes);
  if (!request.body) throw malformed();

  const fields: Record<string, string> = Object.create(null);
  const streams: Readable[] = [];
  const writes: Promise<void>[] = [];
  const parser = openParser(request, limits);
  const failed = Promise.withResolvers<never>();
  failed.promise.catch(() => {});
  const fail = (error: AppError) => failed.reject(error);

  parser.on('field', (name, value, nameCut, valueCut) => {
    if (nameCut || valueCut) fail(new AppError('payload-too-large', { detail: 'A text field is too long.' }));
    else if (!limits.fieldNames.includes(name))
      fail(
        invalid(
          limits.fileField,
          'unknown-field',
          name === limits.fileField ? 'must be a file' : 'stands beside a field that is not of this request',
        ),
      );
    else if (name in fields) fail(invalid(name, 'repeated', 'is given more than once'));
    else fields[name] = value;
  });
  parser.on('file', (name, stream, fileName, encoding, declaredType) => {
    stream.on('error', () => {});
    streams.push(stream);
    const write = takeFile(
      stream,
      { name, fileName, encoding, declaredType, place: writes.length },
      limits,
      files,
    );
    write.catch((error: unknown) => {
      stream.resume();
      fail(error instanceof AppError ? error : new AppError('internal', { cause: error }));
    });
    writes.push(write);
  });
  let isRepeated = false;
  parser.on('filesLimit', () => {
    if (limits.maxFiles === 1) isRepeated = true;
    else fail(tooManyParts());
  });
  for (const event of ['partsLimit', 'fieldsLimit'] as const) parser.on(event, () => fail(tooManyParts()));

  const seen = { bytes: 0 };
  const gate = capped(seen, maxBody, limits.maxFileBytes);
  const body = requestBody(request.body, maxBody);
  let giveUp: NodeJS.Timeout | undefined;
  body.on('end', () => {
    giveUp = setTimeout(() => fail(malformed()), PARSED_WITHIN_MS);
  });
  const parsed = pipeline(body, gate, parser).catch((error: unknown) => {
    throw error instanceof AppError ? error : malformed(error);
  });
  try {
    await Promise.race([parsed, failed.promise]);
    clearTimeout(giveUp);
    if (isRepeated) throw invalid(limits.fileField, 'repeated', 'is given more than once');
    await Promise.race([Promise.all(writes), failed.promise]);
    // They were opened side by side.
    files.sort((a, b) => a.place - b.place);
    assertNotMostlyEnvelope(seen.bytes, fields, files);
    return { fields: { ...fields }, files };
  } catch (error) {
    gate.destroy();
    // The parser never ends the streams of files that it did not finish, and waits for them.
    parser.destroy();
    for (const stream of streams) stream.destroy(malformed());
    await Promise.allSettled(writes);
    throw error;
  } finally {
    clearTimeout(giveUp);
  }
}

/** The parser cuts a header of a part off and passes over what lies around parts, both in silence. */
function assertNotMostlyEnvelope(seen: number, fields: Record<string, string>, files: UploadedFile[]): void {
  const texts = Object.values(fields).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const content = files.reduce((sum, { size }) => sum + size, texts);
  if (seen - content > ENVELOPE_BYTES)
    throw new AppError('payload-too-large', {
      detail: 'The body holds too much beside its files and fields.',
    });
}

function openParser(request: Request, limits: MultipartLimits) {
  // The parser takes an empty one, and then never ends.
  if (!BOUNDARY.test(request.headers.get('content-type') ?? '')) throw malformed();
  try {
    return new Busboy({
      preservePath: true,
      headers: { 'content-type': request.headers.get('content-type') ?? '' },
      limits: {
        fileSize: limits.maxFileBytes + 1,
        files: limits.maxFiles,
        fields: limits.fieldNames.length + 1,
        parts: limits.maxFiles + limits.fieldNames.length + 2,
        fieldSize: MAX_FIELD_BYTES,
        fieldNameSize: 100,
        headerPairs: 20,
      },
    });
  } catch (error) {
    throw malformed(error);
  }
}

async function takeFile(
  stream: NodeJS.ReadableStream & { truncated?: boolean },
  part: Part,
  limits: MultipartLimits,
  files: UploadedFile[],
): Promise<void> {
  if (part.name !== limits.fileField && !limits.otherFileFields?.includes(part.name))
    throw invalid(limits.fileField, 'unknown-field', `is the only file field of this request`);
  if (!part.fileName) throw invalid(limits.fileField, 'empty', 'needs a file name');
  if (part.fileName.length > MAX_FILE_NAME)
    throw invalid(limits.fileField, 'too-long', `has a name of more than ${MAX_FILE_NAME} characters`);
  if (/^(base64|quoted-printable)$/i.test(part.encoding))
    throw invalid(limits.fileField, 'not-valid', 'must be sent as plain bytes');
  const file = await storeFile(stream, new PassThrough(), part, files);
  if (stream.truncated || file.size > limits.maxFileBytes) throw tooLarge(limits.maxFileBytes);
}
