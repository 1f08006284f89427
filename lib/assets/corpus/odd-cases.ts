import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { Sharp } from 'sharp';
import { seededRandom } from '../../media/seeded-random.ts';
import { IMAGE_LIMITS } from '../../schemas/asset-values.ts';
import * as make from '../image-corpus.ts';
import { type CorpusCase, type CorpusLab, type Expected, TAKEN, TAKEN_OR_CORRUPT } from './corpus-case.ts';
import { type Answer, bytesOf, created, get } from './corpus-client.ts';
import { flatJpeg, scanBomb, segment } from './flat-jpeg.ts';
import { assertClean, showsQuarters } from './picture-check.ts';

type Row = [
  id: string,
  what: string,
  expected: Expected,
  file: () => Buffer | Promise<Buffer>,
  check?: CorpusCase['check'],
];

const png = await make.okPng();
const jpeg = await make.okJpeg();
const html = bytesOf('<script>alert(1)</script><?php system(1) ?>');
const shows = showsQuarters();

const inflated = deflateSync(Buffer.alloc(64 * 1024 * 1024), { level: 9 });
const stuffed = (type: string) => make.withPngChunk(png, type, Buffer.concat([bytesOf('a\0\0'), inflated]));
const chunks = Buffer.concat(Array<Buffer>(20_000).fill(make.pngChunk('tEXt', bytesOf('a\0b'))));
const segments = Buffer.concat(Array<Buffer>(10_000).fill(segment(0xe5, [1, 2, 3, 4])));

/** Where JPEG and JavaScript both see a comment: the length of the first segment is "/" and "*". */
function jpegAndScript(): Buffer {
  const comment = Buffer.alloc(0x2f2a - 2, ' ');
  comment.write('JFIF\0\x01\x01\0\0\x01\0\x01\0\0*/=alert(1);/*', 'latin1');
  return Buffer.concat([jpeg.subarray(0, 2), segment(0xe0, comment), jpeg.subarray(2)]);
}

function withDamagedScan(): Promise<Buffer> {
  return make
    .noise(200, 200)
    .jpeg()
    .toBuffer()
    .then((bytes) => {
      const random = seededRandom(27);
      for (let changed = 0; changed < 100; ) {
        const at = bytes.length - 8_000 + Math.floor(random() * 7_900);
        const value = bytes.readUInt8(at) ^ 0x01;
        if ([value, bytes.readUInt8(at), bytes.readUInt8(at - 1)].includes(0xff)) continue;
        bytes.writeUInt8(value, at);
        changed += 1;
      }
      return bytes;
    });
}

/** A directory of EXIF whose successor is itself. */
const EXIF_LOOP = Buffer.from('4578696600004d4d002a00000008000101120003000000010001000000000008', 'hex');
/** A directory of 5,000 entries that all point beyond its end, as long as a segment may be. */
function exifOfSegment(): Buffer {
  const exif = Buffer.alloc(65_533, 0x7f);
  exif.write('Exif\0\0MM\0*\0\0\0\x08', 'latin1');
  exif.writeUInt16BE(5_000, 14);
  return exif;
}
const withExif = (exif: Buffer) => make.withJpegSegment(jpeg, 0xe1, exif);

/** What the stored pixels must be turned by so that EXIF's number makes the same picture of them. */
const UNDO: Record<number, (image: Sharp) => Sharp> = {
  2: (image) => image.flop(),
  3: (image) => image.rotate(180),
  4: (image) => image.flip(),
  5: (image) => image.rotate(270).flop(),
  6: (image) => image.rotate(270),
  7: (image) => image.rotate(90).flop(),
  8: (image) => image.rotate(90),
};
async function turned(tag: number): Promise<Buffer> {
  const stored = UNDO[tag]?.(make.quarters()) ?? make.quarters();
  const bytes = await stored.jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer();
  return make.withJpegSegment(bytes, 0xe1, make.exifOrientation(tag));
}

const grey = Array.from({ length: 48 }, () => [90]);
/** cjpeg -arithmetic of one colour, 16 × 16 px: nothing else here writes such files. */
const ARITHMETIC =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/2wBDAQkJCQwLDBgNDRgyIRwhMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjL/yQARCAAQABADAREAAhEBAxEB/8wACgAQEAUBEBEF/9oADAMBAAIRAxEAPwDQiaHKyHSQ/9k=';

const ROWS: Row[] = [
  ['U09', 'a script behind a PNG', TAKEN, () => Buffer.concat([png, html]), shows],
  [
    'U10',
    'a PNG with HTML and PHP in its text',
    TAKEN,
    () => make.withPngChunk(png, 'tEXt', Buffer.concat([bytesOf('Comment\0'), html])),
    shows,
  ],
  ['U11', 'a ZIP behind a JPEG', TAKEN, () => Buffer.concat([jpeg, bytesOf('PK\x03\x04 and more')]), shows],
  ['U12', 'a JPEG with HTML in its comment', TAKEN, () => make.withJpegSegment(jpeg, 0xfe, html), shows],
  [
    'U13',
    'two PNGs, one behind the other',
    TAKEN,
    async () => Buffer.concat([png, await make.quarters(32, 32).png().toBuffer()]),
    shows,
  ],
  ['U15', 'JPEG and JavaScript at once', TAKEN, jpegAndScript, assertOnlyOffered],
  [
    'U17',
    'EXIF with HTML and a position',
    TAKEN,
    () =>
      make
        .quarters()
        .jpeg({ quality: 95 })
        .withExif({ IFD0: { Artist: html.toString() }, IFD3: { GPSLatitude: '51/1 30/1 3230/100' } })
        .toBuffer(),
    shows,
  ],
  ['U24', 'a PNG without its end', TAKEN, () => make.withoutEnd(png), shows],
  ['U27', 'a JPEG with 100 changed bytes of its pixels', TAKEN_OR_CORRUPT, withDamagedScan],
  ['U44', 'text that inflates to 64 MiB', TAKEN_OR_CORRUPT, () => stuffed('zTXt')],
  ['U45', 'a profile that inflates to 64 MiB', TAKEN_OR_CORRUPT, () => stuffed('iCCP')],
  [
    'U46',
    '20,000 chunks of text',
    TAKEN,
    () => Buffer.concat([png.subarray(0, 33), chunks, png.subarray(33)]),
    shows,
  ],
  ['U47', 'a JPEG of 12 passes', TAKEN, () => scanBomb(640, 480, 11)],
  ['U47', 'a JPEG of 49 megapixels in 65,000 passes', TAKEN_OR_CORRUPT, () => scanBomb(7000, 7000, 65_000)],
  [
    'U48',
    'a JPEG of 10,000 segments',
    TAKEN_OR_CORRUPT,
    () => Buffer.concat([jpeg.subarray(0, 2), segments, jpeg.subarray(2)]),
  ],
  ...[1, 2, 3, 4, 5, 6, 7, 8].map(
    (tag): Row => ['U57', `EXIF orientation ${tag}`, TAKEN, () => turned(tag), shows],
  ),
  ...[0, 9, 65_535].map((tag): Row => ['U58', `EXIF orientation ${tag}`, TAKEN, () => turned(tag), shows]),
  ['U59', 'EXIF that leads to itself', TAKEN, () => withExif(EXIF_LOOP), shows],
  ['U59', 'EXIF of 64 kB that leads nowhere', TAKEN, () => withExif(exifOfSegment()), shows],
  [
    'U62',
    'two JPEGs by a multi-picture index',
    TAKEN,
    async () =>
      Buffer.concat([
        make.withJpegSegment(jpeg, 0xe2, bytesOf('MPF\0MM\0*\0\0\0\x08\0\0\0\0\0\0')),
        await make.quarters(32, 32).jpeg().toBuffer(),
      ]),
    shows,
  ],
  ['U63', 'arithmetic JPEG', TAKEN, () => Buffer.from(ARITHMETIC, 'base64')],
  ['U63', 'lossless JPEG', TAKEN, () => flatJpeg(grey, 8, { isLossless: true })],
  ['U63', '12-bit JPEG', { status: 422, code: 'image-corrupt' }, () => flatJpeg(grey, 8, { precision: 12 })],
  ['U64', '10,485,760 bytes', TAKEN, () => make.paddedTo(jpeg, IMAGE_LIMITS.bytes), shows],
  [
    'U65',
    '10,485,761 bytes',
    { status: 413, code: 'payload-too-large' },
    () => make.paddedTo(jpeg, IMAGE_LIMITS.bytes + 1),
  ],
];

/** U09–U17, U24, U27, U44–U48 and U57–U65: whole pictures that are odd, or carry what is not a picture. */
export const ODD_CASES: CorpusCase[] = ROWS.map(([id, what, expected, file, check]) => ({
  id,
  what,
  expected,
  send: async (target) => created(target, await file()),
  ...(check && { check }),
  ...(id === 'U47' && { withinMs: 10_000 }),
}));

/** The bytes as sent are a file to download and never a page or a script; what is shown is another picture. */
async function assertOnlyOffered(answer: Answer, lab: CorpusLab): Promise<void> {
  await assertClean(answer, lab);
  const hash = createHash('sha256').update(jpegAndScript()).digest('hex');
  const { status, headers } = await get(lab.address, `/api/blobs/${hash}`);
  assert.equal(status, 200);
  assert.equal(headers['content-type'], 'image/jpeg');
  assert.equal(headers['x-content-type-options'], 'nosniff');
  assert.match(String(headers['content-security-policy']), /^sandbox; default-src 'none'$/);
  assert.equal(headers['content-disposition'], 'attachment');
}
