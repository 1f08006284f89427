import { open, rm, stat, writeFile } from 'node:fs/promises';
import type { BlobStore, StoredBlob } from '../blobs/store.ts';
import { blobStore } from '../blobs/store-instance.ts';
import { AppError } from '../errors.ts';
import { IMAGE_LIMITS, IMAGE_MEDIA_TYPES, THUMBNAIL_WIDTHS } from '../schemas/asset.ts';
import type { DecodedImage, DecodePaths, ImageMediaType, Region, ThumbnailWidth } from './decode-protocol.ts';
import { decodeInChild } from './decoder-pool.ts';
import { cleanFileName } from './file-name.ts';
import { SNIFF_BYTES, sniffImage } from './sniff-image.ts';

/** `path`: a file under the store's `tempPath()`; it is taken over, and gone whether or not the image is accepted. */
export type ImageSource = { path: string } | { bytes: Uint8Array };

export type ImageLabels = {
  /** The media type that the client declared; a hint that is checked against the bytes. */
  declaredType?: string | null;
  /** The name that the client gave the file; becomes a label. */
  fileName?: string | null;
};

export type ImageWarning = 'declared-type-mismatch' | 'animation-flattened';

export type TakenImage = {
  /** The bytes as sent. */
  original: StoredBlob & { mediaType: ImageMediaType };
  /** Upright, sRGB, 8 bits, without metadata. Width and height in pixels. */
  master: StoredBlob & { mediaType: ImageMediaType; width: number; height: number };
  /** Whether any pixel of the master is not opaque. */
  hasAlpha: boolean;
  /** ThumbHash of the master, base64. */
  placeholder: string;
  /** WebP by width in pixels; never larger than the master. */
  thumbs: Record<ThumbnailWidth, StoredBlob & { width: number; height: number }>;
  warnings: ImageWarning[];
  fileName: string | null;
};

const USE = 'Use PNG, JPEG or WebP.';
const UNTYPED = new Set(['', 'application/octet-stream']);
const SYNONYMS: Record<string, string> = { 'image/jpg': 'image/jpeg', 'image/pjpeg': 'image/jpeg' };

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SNIFF_BYTES), 0, SNIFF_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The type by the bytes. Empty and oversized files and other formats are refused before anything decodes them. */
async function detectType(path: string): Promise<ImageMediaType> {
  const { size } = await stat(path);
  if (size === 0) throw new AppError('image-corrupt', { detail: 'This file is empty. Choose another.' });
  if (size > IMAGE_LIMITS.bytes) {
    throw new AppError('payload-too-large', { detail: 'This file is larger than 10 MB. Make it smaller.' });
  }
  const sniffed = sniffImage(await readHead(path));
  if (sniffed.mediaType) return sniffed.mediaType;
  const what = sniffed.formatName
    ? `This is ${sniffed.formatName}.`
    : 'This is not an image that can be read.';
  throw new AppError('unsupported-image-type', { detail: `${what} ${USE}` });
}

/** A wrong image type is only a slip; a file declared as something else than an image is refused. */
function judgeDeclared(declared: string | null | undefined, detected: ImageMediaType): ImageWarning[] {
  const plain = (declared ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (UNTYPED.has(plain)) return [];
  const type = SYNONYMS[plain] ?? plain;
  if (type === detected) return [];
  if (IMAGE_MEDIA_TYPES.some((allowed) => allowed === type)) return ['declared-type-mismatch'];
  throw new AppError('unsupported-image-type', { detail: `This file is not declared as an image. ${USE}` });
}

async function decode(paths: DecodePaths, region?: Region): Promise<DecodedImage> {
  const reply = await decodeInChild(paths, region);
  if (reply.kind === 'decoded') return reply.image;
  if (reply.kind === 'refused') throw new AppError(reply.code, { detail: reply.detail });
  if (reply.errno === 'ENOSPC' || reply.errno === 'EDQUOT') {
    throw new AppError('insufficient-storage', { detail: 'The disk is full. Free some space.' });
  }
  throw new AppError('internal', { cause: new Error(`decoder: ${reply.reason}`) });
}

async function tempPaths(blobs: BlobStore, source: ImageSource): Promise<DecodePaths> {
  const [master, small, middle, large] = await Promise.all([
    blobs.tempPath(),
    blobs.tempPath(),
    blobs.tempPath(),
    blobs.tempPath(),
  ]);
  const path = 'path' in source ? source.path : await blobs.tempPath();
  return { source: path, master, thumbs: { 320: small, 640: middle, 1280: large } };
}

async function writeSource(path: string, bytes: Uint8Array): Promise<void> {
  await writeFile(path, bytes).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOSPC') throw error;
    throw new AppError('insufficient-storage', {
      detail: 'The disk is full. Free some space.',
      cause: error,
    });
  });
}

/**
 * Takes an uploaded image in: checks size and type by its bytes, decodes it whole in a child process, stores the
 * original, the master and three thumbnails. Nothing stays behind when it is refused. Throws
 * `unsupported-image-type` (415), `payload-too-large` (413), `image-corrupt`, `image-too-large`, `image-too-small`
 * (422), `insufficient-storage` (507), and `unavailable` (503) when the decoder died: trying again may succeed.
 */
export async function takeImage(
  source: ImageSource,
  labels: ImageLabels = {},
  blobs: BlobStore = blobStore(),
): Promise<TakenImage> {
  const paths = await tempPaths(blobs, source);
  try {
    if ('bytes' in source) await writeSource(paths.source, source.bytes);
    const mediaType = await detectType(paths.source);
    const warnings = judgeDeclared(labels.declaredType, mediaType);
    const image = await decode(paths);
    if (image.isAnimated) warnings.push('animation-flattened');
    return {
      original: { ...(await blobs.putFile(paths.source)), mediaType },
      ...(await storeDecoded(image, paths, blobs)),
      warnings,
      fileName: cleanFileName(labels.fileName ?? null),
    };
  } finally {
    await removeAll([paths.source, ...writtenPaths(paths)]);
  }
}

/**
 * Cuts a region out of a stored master and takes it in like an upload, in the decoder's process. There are no bytes
 * as sent: the crop is its own original. Throws `not-found`, and as `takeImage`.
 */
export async function takeCrop(
  masterHash: string,
  region: Region,
  blobs: BlobStore = blobStore(),
): Promise<TakenImage> {
  const paths = await tempPaths(blobs, { path: await blobs.localPath(masterHash) });
  try {
    const taken = await storeDecoded(await decode(paths, region), paths, blobs);
    return { original: taken.master, ...taken, warnings: [], fileName: null };
  } finally {
    await removeAll(writtenPaths(paths));
  }
}

async function storeDecoded(image: DecodedImage, paths: DecodePaths, blobs: BlobStore) {
  const storeThumb = async (width: ThumbnailWidth) => ({
    ...image.thumbs[width],
    ...(await blobs.putFile(paths.thumbs[width])),
  });
  return {
    master: { ...(await blobs.putFile(paths.master)), ...image.master },
    hasAlpha: image.hasAlpha,
    placeholder: image.placeholder,
    thumbs: { 320: await storeThumb(320), 640: await storeThumb(640), 1280: await storeThumb(1280) },
  };
}

const writtenPaths = ({ master, thumbs }: DecodePaths) => [
  master,
  ...THUMBNAIL_WIDTHS.map((width) => thumbs[width]),
];

const removeAll = (paths: string[]) => Promise.all(paths.map((path) => rm(path, { force: true })));
