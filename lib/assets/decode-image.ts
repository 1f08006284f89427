import { readFile, writeFile } from 'node:fs/promises';
import sharp, { type Metadata, type Sharp, type SharpOptions } from 'sharp';
import { rgbaToThumbHash } from 'thumbhash';
import { AppError } from '../errors.ts';
import { IMAGE_LIMITS, THUMBNAIL_WIDTHS } from '../schemas/asset.ts';
import type { DecodedImage, DecodePaths, ImageMediaType, Region } from './decode-protocol.ts';
import { countJpegScans } from './jpeg-scans.ts';

/** JPEG and WebP settings in the order they are tried until a master fits the limit of an upload. */
const QUALITIES = [
  { quality: 92, chromaSubsampling: '4:4:4' },
  { quality: 86, chromaSubsampling: '4:4:4' },
  { quality: 80, chromaSubsampling: '4:2:0' },
  { quality: 68, chromaSubsampling: '4:2:0' },
] as const;
/** Passes of a JPEG: of 50 megapixels, this many take about two seconds. */
const MAX_SCANS = 100;
const SHRINK_STEP = 0.75;
const THUMBNAIL_QUALITY = 82;

type Pixels = { data: Buffer; width: number; height: number; channels: 3 | 4 };
type Encoded = { bytes: Buffer; mediaType: ImageMediaType; width: number; height: number };

/** Only these three loaders exist in this process, and only for bytes in memory: a file cannot choose another. */
export function allowThreeFormats(): void {
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({
    operation: ['VipsForeignLoadPngBuffer', 'VipsForeignLoadJpegBuffer', 'VipsForeignLoadWebpBuffer'],
  });
  sharp.cache(false);
  sharp.concurrency(1);
}

const damaged = (cause: unknown) =>
  new AppError('image-corrupt', {
    detail: 'This file is damaged and cannot be read to its end. Export it again.',
    cause,
  });

function checkSize({ width = 0, height = 0 }: Metadata): void {
  const { minSide, maxSide, pixels } = IMAGE_LIMITS;
  const size = `This image is ${width} × ${height} px.`;
  if (Math.min(width, height) < minSide) {
    throw new AppError('image-too-small', { detail: `${size} Each side needs ${minSide} px or more.` });
  }
  if (Math.max(width, height) > maxSide) {
    throw new AppError('image-too-large', { detail: `${size} No side may be longer than ${maxSide} px.` });
  }
  if (width * height > pixels) {
    throw new AppError('image-too-large', { detail: `${size} The limit is ${pixels / 1e6} megapixels.` });
  }
}

function checkScans(bytes: Buffer): void {
  if (countJpegScans(bytes, MAX_SCANS) <= MAX_SCANS) return;
  throw new AppError('image-corrupt', {
    detail: `This JPEG is built of more than ${MAX_SCANS} passes. Export it again.`,
  });
}

/** The whole first frame as upright 8-bit sRGB pixels. Any warning of the decoder is an error: it means lost data. */
async function decodePixels(bytes: Buffer): Promise<Pixels> {
  const options: SharpOptions = { failOn: 'warning', limitInputPixels: IMAGE_LIMITS.pixels, pages: 1 };
  const { data, info } = await sharp(bytes, options)
    .autoOrient()
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
    .catch((error) => {
      throw damaged(error);
    });
  return { data, width: info.width, height: info.height, channels: info.channels === 4 ? 4 : 3 };
}

function isOpaque({ data, channels }: Pixels): boolean {
  if (channels === 3) return true;
  for (let i = 3; i < data.length; i += 4) if (data[i] !== 255) return false;
  return true;
}

const fromPixels = ({ data, width, height, channels }: Pixels): Sharp =>
  sharp(data, { raw: { width, height, channels }, limitInputPixels: false });

async function withoutAlpha(pixels: Pixels): Promise<Pixels> {
  if (pixels.channels === 3) return pixels;
  return { ...pixels, data: await fromPixels(pixels).removeAlpha().raw().toBuffer(), channels: 3 };
}

/** PNG where there is alpha, else JPEG; what would be larger than an upload may be is encoded smaller. */
async function encodeMaster(pixels: Pixels): Promise<Encoded> {
  const hasAlpha = pixels.channels === 4;
  const { width, height } = pixels;
  if (hasAlpha) {
    const bytes = await fromPixels(pixels).png({ compressionLevel: 6 }).toBuffer();
    if (bytes.length <= IMAGE_LIMITS.bytes) return { bytes, mediaType: 'image/png', width, height };
  }
  for (const { quality, chromaSubsampling } of QUALITIES) {
    const image = fromPixels(pixels);
    const bytes = hasAlpha
      ? await image.webp({ quality, alphaQuality: 100, effort: 1 }).toBuffer()
      : await image.jpeg({ quality, chromaSubsampling }).toBuffer();
    if (bytes.length > IMAGE_LIMITS.bytes) continue;
    return { bytes, mediaType: hasAlpha ? 'image/webp' : 'image/jpeg', width, height };
  }
  return encodeMaster(await resizePixels(pixels, Math.round(width * SHRINK_STEP)));
}

async function cutOut(pixels: Pixels, region: Region): Promise<Pixels> {
  const { data, info } = await fromPixels(pixels).extract(region).raw().toBuffer({ resolveWithObject: true });
  return { ...pixels, data, width: info.width, height: info.height };
}

async function resizePixels(pixels: Pixels, width: number): Promise<Pixels> {
  if (width >= pixels.width) return pixels;
  const { data, info } = await fromPixels(pixels)
    .resize({ width })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels === 4 ? 4 : 3 };
}

/** ThumbHash takes pictures of 100 px a side at most. */
const THUMBHASH_SIDE = 100;

/** The picture in about 25 bytes (https://evanw.github.io/thumbhash), base64. */
async function thumbHashOf(pixels: Pixels): Promise<string> {
  const { data, info } = await fromPixels(pixels)
    .resize({ width: THUMBHASH_SIDE, height: THUMBHASH_SIDE, fit: 'inside' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64');
}

/** An animated PNG says so in a chunk before its first pixels; the decoder shows the first frame and does not tell. */
function isAnimated(bytes: Buffer, metadata: Metadata): boolean {
  const control = bytes.indexOf('acTL');
  return (
    (metadata.pages ?? 1) > 1 || (metadata.format === 'png' && control > 0 && control < bytes.indexOf('IDAT'))
  );
}

/**
 * Decodes a file whole, cuts `region` out where one is given, and writes the master and its thumbnails (WebP; width as named or the master's, whichever is
 * smaller). Throws `image-corrupt`, `image-too-large` or `image-too-small`. Runs in the decoder's own process.
 */
export async function decodeImage(paths: DecodePaths, region?: Region): Promise<DecodedImage> {
  const bytes = await readFile(paths.source);
  const metadata = await sharp(bytes, { failOn: 'warning', limitInputPixels: false })
    .metadata()
    .catch((error) => {
      throw damaged(error);
    });
  checkSize(metadata);
  if (metadata.format === 'jpeg') checkScans(bytes);
  const whole = await decodePixels(bytes);
  const decoded = region ? await cutOut(whole, region) : whole;
  const hasAlpha = !isOpaque(decoded);
  const pixels = hasAlpha ? decoded : await withoutAlpha(decoded);
  const { bytes: masterBytes, ...master } = await encodeMaster(pixels);
  await writeFile(paths.master, masterBytes);
  const thumbs: Partial<DecodedImage['thumbs']> = {};
  let larger = pixels;
  for (const width of THUMBNAIL_WIDTHS.toReversed()) {
    larger = await resizePixels(larger, width);
    const webp = await fromPixels(larger).webp({ quality: THUMBNAIL_QUALITY, alphaQuality: 90 }).toBuffer();
    await writeFile(paths.thumbs[width], webp);
    thumbs[width] = { width: larger.width, height: larger.height };
  }
  return {
    master,
    thumbs: thumbs as DecodedImage['thumbs'],
    hasAlpha,
    placeholder: await thumbHashOf(larger),
    isAnimated: isAnimated(bytes, metadata),
  };
}
