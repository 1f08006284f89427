// Images made in code for tests: whole, damaged and hostile ones (hostile inputs, section 2.1).
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { seededRandom } from '../media/seeded-random.ts';

const PNG_SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const SIGNATURE_AND_IHDR = 33;
const IEND_BYTES = 12;

type Colour = readonly [number, number, number];

export const QUARTERS: readonly Colour[] = [
  [220, 30, 30],
  [30, 200, 30],
  [30, 30, 220],
  [240, 240, 240],
];

/** A picture with a red, a green, a blue and a white quarter, so that turning it shows; or with others. */
export function quarters(width = 64, height = 48, colours = QUARTERS) {
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1)
      data.set(colours[(y < height / 2 ? 0 : 2) + (x < width / 2 ? 0 : 1)] ?? [], (y * width + x) * 3);
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
}

export const okPng = () => quarters().png().toBuffer();
export const okJpeg = () => quarters().jpeg({ quality: 90 }).toBuffer();
export const okWebp = () => quarters().webp({ lossless: true }).toBuffer();

export function noise(width: number, height: number, seed = 1) {
  const random = seededRandom(seed);
  const data = Buffer.alloc(width * height * 3);
  for (let i = 0; i < data.length; i += 1) data[i] = random() * 256;
  return sharp(data, { raw: { width, height, channels: 3 } });
}

export function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  crc.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, crc]);
}

/** Signature and header. */
export function pngStart(
  width: number,
  height: number,
  depth: number,
  colourType: number,
  interlace = 0,
): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([depth, colourType, 0, 0, interlace], 8);
  return Buffer.concat([PNG_SIGNATURE, pngChunk('IHDR', data)]);
}

/** A PNG of zero bits (or of `fill`): enormous when decoded, tiny as a file. */
export function emptyPng(
  width: number,
  height: number,
  { rows = height, depth = 1, colourType = 0, fill = 0 } = {},
): Buffer {
  const samples = { 0: 1, 2: 3, 6: 4 }[colourType] ?? 1;
  const row = 1 + Math.ceil((width * depth * samples) / 8);
  const filtered = Buffer.alloc(row * rows, fill);
  for (let y = 0; y < rows && fill; y += 1) filtered[y * row] = 0;
  const pixels = deflateSync(filtered, { level: 9 });
  return Buffer.concat([
    pngStart(width, height, depth, colourType),
    pngChunk('IDAT', pixels),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

export const withPngChunk = (png: Buffer, type: string, data: Buffer): Buffer =>
  Buffer.concat([
    png.subarray(0, SIGNATURE_AND_IHDR),
    pngChunk(type, data),
    png.subarray(SIGNATURE_AND_IHDR),
  ]);

export const withChunkBeforeHeader = (png: Buffer, type: string): Buffer =>
  Buffer.concat([PNG_SIGNATURE, pngChunk(type, Buffer.alloc(4)), png.subarray(PNG_SIGNATURE.length)]);

export const withoutEnd = (png: Buffer): Buffer => png.subarray(0, -IEND_BYTES);

/** One bit of the checksum of the first chunk of that type flipped. */
export function withBadCrc(png: Buffer, type: string): Buffer {
  const copy = Buffer.from(png);
  const at = copy.indexOf(type);
  const end = at + 4 + copy.readUInt32BE(at - 4);
  copy.writeUInt8(copy.readUInt8(end) ^ 1, end);
  return copy;
}

/** A segment after the first two bytes of a JPEG. */
export function withJpegSegment(jpeg: Buffer, marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, data, jpeg.subarray(2)]);
}

/** An EXIF block that holds nothing but an orientation. */
export function exifOrientation(value: number): Buffer {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  tiff.writeUInt16BE(value, 18);
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
}

export function flipBits(bytes: Buffer, random: () => number, count: number): Buffer {
  const copy = Buffer.from(bytes);
  for (let i = 0; i < count; i += 1) {
    const at = Math.floor(random() * copy.length);
    copy.writeUInt8(copy.readUInt8(at) ^ (1 << Math.floor(random() * 8)), at);
  }
  return copy;
}

/** Exactly that many bytes: padded behind the end, which decoders of JPEG pass over. */
export const paddedTo = (bytes: Buffer, size: number): Buffer =>
  Buffer.concat([bytes, Buffer.alloc(size - bytes.length)]);
