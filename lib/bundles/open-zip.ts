import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { AppError } from '../errors.ts';
import { IMAGE_LIMITS } from '../schemas/asset.ts';
import { BUNDLE_LIMITS } from '../schemas/bundle.ts';
import { bundleError, damagedZip } from './bundle-error.ts';

export const JSON_NAME = 'manifest.json';
/** What a kind of zip may hold. */
export type ZipRules = {
  /** The only names: no folder, no path of another kind. */
  name: RegExp;
  /** The names in words, and what people choose instead. */
  holds: string;
  choose: string;
  /** Bytes that one file may have. */
  maxBytes: (fileName: string) => number;
};

const BUNDLE_RULES: ZipRules = {
  name: /^(?:manifest\.json|images\/[0-9a-f]{64}\.(?:png|jpg|webp))$/,
  holds: 'only manifest.json and images/<sha256>.png, .jpg or .webp are',
  choose: 'a .manifest.zip',
  maxBytes: (fileName) => (fileName === JSON_NAME ? BUNDLE_LIMITS.jsonBytes : IMAGE_LIMITS.bytes),
};

const STORED = 0;
const DEFLATED = 8;
const FILE_TYPE = 0o170000;
const REGULAR_FILE = 0o100000;
/** Smaller entries may be as dense as they like. */
const RATIO_FROM_BYTES = 64 * 1024;

export type OpenZip = {
  /** Sizes are what the zip's directory says; reading an entry stops where it turns out to be more. */
  entries: ReadonlyMap<string, Entry>;
  read: (entry: Entry) => Promise<Readable>;
  close: () => void;
};

/**
 * Opens a bundle's zip by its directory, before anything is unpacked: names, number and sizes of the entries, how
 * densely they are packed, and that none is encrypted, a link or there twice.
 * @throws AppError unsupported-media-type (not a zip), payload-too-large, validation-failed
 */
export async function openZip(path: string, rules: ZipRules = BUNDLE_RULES): Promise<OpenZip> {
  await assertZip(path, rules);
  const zip = await openPromise(path, { autoClose: false, strictFileNames: true }).catch((cause) => {
    throw damagedZip(cause);
  });
  try {
    return {
      entries: await readEntries(zip, rules),
      read: (entry) => zip.openReadStreamPromise(entry),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error instanceof AppError ? error : damagedZip(error);
  }
}

async function assertZip(path: string, { choose }: ZipRules): Promise<void> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    const isZip =
      bytesRead === 4 &&
      buffer.readUInt16BE(0) === 0x504b &&
      [0x0304, 0x0506].includes(buffer.readUInt16BE(2));
    if (!isZip)
      throw new AppError('unsupported-media-type', {
        detail: `This is not a zip file. Choose ${choose}.`,
      });
  } finally {
    await file.close();
  }
}

async function readEntries(zip: ZipFile, rules: ZipRules): Promise<Map<string, Entry>> {
  if (zip.entryCount > BUNDLE_LIMITS.assets + 1)
    throw new AppError('payload-too-large', {
      detail: `This zip holds more than ${BUNDLE_LIMITS.assets + 1} files.`,
    });
  const entries = new Map<string, Entry>();
  let [packed, unpacked] = [0, 0];
  for await (const entry of zip.eachEntry()) {
    const number = entries.size + 1;
    assertEntry(entry, number, rules);
    if (entries.has(entry.fileName)) throw bundleError(`File ${number} of the zip is there twice.`);
    packed += entry.compressedSize;
    unpacked += entry.uncompressedSize;
    // Entries that overlap pack more than there is.
    if (packed > zip.fileSize) throw damagedZip();
    if (unpacked > BUNDLE_LIMITS.bytes)
      throw new AppError('payload-too-large', { detail: 'This zip unpacks to more than 2 GB.' });
    entries.set(entry.fileName, entry);
  }
  return entries;
}

/** Names are not repeated in messages unless they are of the pattern: they may be anything. */
function assertEntry(entry: Entry, number: number, { name, holds, maxBytes }: ZipRules): void {
  const { fileName, compressedSize, uncompressedSize } = entry;
  if (!name.test(fileName) || entry.fileNameRaw.toString('latin1') !== fileName)
    throw bundleError(`File ${number} of the zip is none that a bundle holds: ${holds}.`);
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
  if (type !== 0 && type !== REGULAR_FILE) throw bundleError(`${fileName} is not a plain file.`);
  if (entry.isEncrypted()) throw bundleError(`${fileName} is encrypted.`);
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED)
    throw bundleError(`${fileName} is packed in a way that is not supported.`);
  const limit = maxBytes(fileName);
  if (uncompressedSize > limit)
    throw new AppError('payload-too-large', {
      detail: `${fileName} is larger than ${Math.round(limit / 1024 / 1024)} MB.`,
    });
  if (uncompressedSize > RATIO_FROM_BYTES && uncompressedSize > compressedSize * BUNDLE_LIMITS.ratio)
    throw bundleError(`${fileName} is packed more densely than a bundle's files are.`);
}
