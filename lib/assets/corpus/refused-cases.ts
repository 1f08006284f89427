import assert from 'node:assert/strict';
import sharp from 'sharp';
import * as make from '../image-corpus.ts';
import { CORRUPT, type CorpusCase, type Expected, TAKEN, TOO_LARGE, UNSUPPORTED } from './corpus-case.ts';
import { type Answer, bytesOf, created } from './corpus-client.ts';

type Build = () => Buffer | Promise<Buffer>;
type Row = [id: string, what: string, expected: Expected, file: Build, check?: CorpusCase['check']];

const png = await make.okPng();
const jpeg = await make.okJpeg();
const html = '<!DOCTYPE html><script>alert(1)</script>';
const noise = make.noise(64, 48);
const cut = async (bytes: Promise<Buffer>, share: number) => {
  const whole = await bytes;
  return whole.subarray(0, Math.floor(whole.length * share));
};
const flat = sharp({ create: { width: 64, height: 48, channels: 3, background: '#a33' } });

/** 2 × 2 px, 24 bits. */
const bmp = Buffer.from(
  '424d46000000000000003600000028000000020000000200000001001800000000001000000000000000000000000000000000000000ffffffffffff0000ffffffffffff0000',
  'hex',
);
const webpOfSize = async (size: number) => {
  const webp = await make.okWebp();
  webp.writeUInt32LE(size, 4);
  return webp;
};

const ROWS: Row[] = [
  ['U01', 'an empty file', CORRUPT, () => Buffer.alloc(0)],
  ['U02', 'one byte', UNSUPPORTED, () => bytesOf('\x89')],
  ['U03', 'a PNG signature alone', CORRUPT, () => png.subarray(0, 8)],
  ['U04', 'the start of a JPEG alone', CORRUPT, () => jpeg.subarray(0, 3)],
  ['U05', 'text', UNSUPPORTED, () => bytesOf('Mara, the keeper of the lamp')],
  ['U05', 'CSV', UNSUPPORTED, () => bytesOf('name,tag\nMara,CHAR_01\n')],
  ['U05', 'HTML', UNSUPPORTED, () => bytesOf(html)],
  [
    'U06',
    'SVG with a script',
    UNSUPPORTED,
    () => bytesOf('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  ],
  [
    'U07',
    'SVG that names a file of the server',
    UNSUPPORTED,
    () =>
      bytesOf(
        '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg><text>&x;</text></svg>',
      ),
    ({ bytes }: Answer) => assert.ok(!bytes.includes('root:')),
  ],
  ['U08', 'GIF', UNSUPPORTED, () => flat.clone().gif().toBuffer()],
  ['U08', 'TIFF', UNSUPPORTED, () => flat.clone().tiff().toBuffer()],
  ['U08', 'AVIF', UNSUPPORTED, () => flat.clone().avif({ effort: 0 }).toBuffer()],
  ['U08', 'BMP', UNSUPPORTED, () => bmp],
  ['U08', 'PPM', UNSUPPORTED, () => bytesOf(`P6 2 2 255\n${'\xa0'.repeat(12)}`)],
  ['U08', 'PDF', UNSUPPORTED, () => bytesOf('%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj')],
  ['U08', 'ZIP', UNSUPPORTED, () => bytesOf('PK\x03\x04\x14\0\0\0\0\0')],
  ['U08', 'a program', UNSUPPORTED, () => bytesOf('MZ\x90\0\x03\0\0\0')],
  ['U14', 'a new line before a PNG', UNSUPPORTED, () => Buffer.concat([bytesOf('\n'), png])],
  ['U16', 'HTML behind a PNG signature', CORRUPT, () => Buffer.concat([png.subarray(0, 8), bytesOf(html)])],
  ['U18', '25 % of a PNG', CORRUPT, () => cut(noise.clone().png().toBuffer(), 0.25)],
  ['U19', '50 % of a PNG', CORRUPT, () => cut(noise.clone().png().toBuffer(), 0.5)],
  ['U19', '90 % of a PNG', CORRUPT, () => cut(noise.clone().png().toBuffer(), 0.9)],
  ['U20', '50 % of a JPEG', CORRUPT, () => cut(noise.clone().jpeg().toBuffer(), 0.5)],
  ['U21', 'a JPEG without its last 2 bytes', CORRUPT, () => jpeg.subarray(0, -2)],
  [
    'U22',
    '33 % of a progressive JPEG',
    CORRUPT,
    () => cut(noise.clone().jpeg({ progressive: true }).toBuffer(), 0.33),
  ],
  ['U23', '50 % of a WebP', CORRUPT, () => cut(noise.clone().webp().toBuffer(), 0.5)],
  ['U25', 'a PNG with a bad checksum of its header', CORRUPT, () => make.withBadCrc(png, 'IHDR')],
  ['U26', 'a PNG with a bad checksum of its pixels', CORRUPT, () => make.withBadCrc(png, 'IDAT')],
  ['U28', 'a WebP of 4 GiB by its header', CORRUPT, () => webpOfSize(0xfffffff0)],
  ['U29', 'the header of a WebP', CORRUPT, async () => (await make.okWebp()).subarray(0, 16)],
  ['U30', 'a PNG of an iPhone build', CORRUPT, () => make.withChunkBeforeHeader(png, 'CgBI')],
  ['U31', '400 megapixels in one bit each', TOO_LARGE, () => make.emptyPng(20_000, 20_000)],
  ['U32', '256 megapixels in one bit each', TOO_LARGE, () => make.emptyPng(16_000, 16_000)],
  ['U33', 'a header of 65,535 squared', TOO_LARGE, () => make.emptyPng(65_535, 65_535, { rows: 1 })],
  [
    'U34',
    'a header of 2^31 − 1 squared',
    CORRUPT,
    () => make.emptyPng(2 ** 31 - 1, 2 ** 31 - 1, { rows: 0 }),
  ],
  ['U35', '0 × 0', CORRUPT, () => make.emptyPng(0, 0)],
  ['U36', '1 × 1,000,000', TOO_LARGE, () => make.emptyPng(1, 1_000_000)],
  ['U36', '1,000,000 × 1', TOO_LARGE, () => make.emptyPng(1_000_000, 1)],
  ['U37', '1 × 30,000', TOO_LARGE, () => make.emptyPng(1, 30_000)],
  ['U38', '1 × 1', TAKEN, () => make.emptyPng(1, 1)],
  ['U43', 'one row over 50 megapixels', TOO_LARGE, () => make.emptyPng(10_000, 5001)],
];

/** U01–U08, U14–U16, U18–U38 and U43: files that are no picture, are damaged, or would be too large. */
export const REFUSED_CASES: CorpusCase[] = ROWS.map(([id, what, expected, file, check]) => ({
  id,
  what,
  expected,
  send: async (target) => created(target, await file()),
  ...(check && { check }),
}));
