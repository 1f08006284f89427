import assert from 'node:assert/strict';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { seededRandom } from '../../media/seeded-random.ts';
import * as make from '../image-corpus.ts';
import { COLOUR_SPACES, encodedIn, iccProfile, type Rgb } from './colour.ts';
import { type CorpusCase, type Expected, TAKEN, TAKEN_OR_CORRUPT, UNSUPPORTED } from './corpus-case.ts';
import { ask, bytesOf, created } from './corpus-client.ts';
import { flatJpeg } from './flat-jpeg.ts';
import { showsQuarters } from './picture-check.ts';

type Check = NonNullable<CorpusCase['check']>;
type Row = [
  id: string,
  what: string,
  expected: Expected,
  file: () => Buffer | Promise<Buffer>,
  check?: Check,
];

const png = await make.okPng();
const FIRST_FRAME: Expected = { status: 201, warnings: ['animation-flattened'] };
const MISMATCH: Expected = { status: 201, warnings: ['declared-type-mismatch'] };

const [BLACK, WHITE]: [Rgb, Rgb] = [
  [0, 0, 0],
  [255, 255, 255],
];
const CHECKED: Rgb[] = [BLACK, WHITE, WHITE, BLACK];
/** Colours that inks can show. */
const MUTED: Rgb[] = [
  [150, 110, 90],
  [110, 140, 120],
  [100, 110, 150],
  [200, 195, 190],
];
const all = (colour: Rgb) => [colour, colour, colour, colour];
const grey = make.quarters(64, 48, [BLACK, [90, 90, 90], [170, 170, 170], WHITE]).toColourspace('b-w');
const GREYS: Rgb[] = [BLACK, [90, 90, 90], [170, 170, 170], WHITE];
const isTransparent =
  (mediaType: string): Check =>
  async ({ json, ...answer }, lab) => {
    assert.equal(json.has_alpha, true);
    const { headers } = await ask(lab.address, { method: 'GET', path: json.reference_image_url ?? '' });
    assert.equal(headers['content-type'], mediaType);
    assert.equal(answer.status, 201);
  };

const frames = async (count: number, height = 48) => {
  const { data } = await make.quarters(64, 48).raw().toBuffer({ resolveWithObject: true });
  const images = Array.from({ length: count }, (_, i) =>
    Buffer.from(data.map((value) => (i ? 255 - value : value))),
  );
  return sharp(Buffer.concat(images), {
    raw: { width: 64, height: height * count, channels: 3, pageHeight: height },
  })
    .webp({ lossless: true, loop: 0 })
    .toBuffer();
};
function tinyFrames(count: number): Promise<Buffer> {
  const random = seededRandom(50);
  const data = Buffer.from(Array.from({ length: count * 3 }, () => random() * 256));
  return sharp(data, { raw: { width: 1, height: count, channels: 3, pageHeight: 1 } })
    .webp({ lossless: true, loop: 0 })
    .toBuffer();
}

/** Two frames as the third edition of PNG has them; the first is the picture. */
async function animatedPng(): Promise<Buffer> {
  const pixelsOf = (file: Buffer) => {
    const at = file.indexOf('IDAT');
    return file.subarray(at + 4, at + 4 + file.readUInt32BE(at - 4));
  };
  const number = (...values: number[]) => {
    const bytes = Buffer.alloc(values.length * 4);
    values.forEach((value, i) => {
      bytes.writeUInt32BE(value, i * 4);
    });
    return bytes;
  };
  const control = (order: number) =>
    make.pngChunk('fcTL', Buffer.concat([number(order, 64, 48, 0, 0), Buffer.from([0, 1, 0, 10, 0, 0])]));
  const second = pixelsOf(await make.quarters(64, 48, CHECKED).png().toBuffer());
  return Buffer.concat([
    png.subarray(0, 33),
    make.pngChunk('acTL', number(2, 0)),
    control(0),
    make.pngChunk('IDAT', pixelsOf(png)),
    control(1),
    make.pngChunk('fdAT', Buffer.concat([number(2), second])),
    make.pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Inks as luminance and two differences, with Adobe's marker: how Photoshop writes CMYK. */
async function ycck(): Promise<Buffer> {
  const inks = await make.quarters(8, 6, MUTED).toColourspace('cmyk').raw().toBuffer();
  const blocks = Array.from({ length: 48 }, (_, i) => {
    const [c = 0, m = 0, y = 0, k = 0] = inks.subarray(i * 4, i * 4 + 4);
    return [
      0.299 * c + 0.587 * m + 0.114 * y,
      128 - 0.168736 * c - 0.331264 * m + 0.5 * y,
      128 + 0.5 * c - 0.418688 * m - 0.081312 * y,
      255 - k,
    ].map(Math.round);
  });
  return flatJpeg(blocks, 8, { adobeTransform: 2 });
}

const withProfile = (file: Buffer, profile: Buffer) =>
  make.withPngChunk(file, 'iCCP', Buffer.concat([bytesOf('profile\0\0'), deflateSync(profile)]));
function inSpace(space: (typeof COLOUR_SPACES)[number]): Promise<Buffer> {
  const colours = make.QUARTERS.map((rgb): Rgb => {
    const [r, g, b] = encodedIn(space, rgb);
    return [Math.round(r / 257), Math.round(g / 257), Math.round(b / 257)];
  });
  return make
    .quarters(64, 48, colours)
    .png()
    .toBuffer()
    .then((file) => withProfile(file, iccProfile(space)));
}
function brokenProfile(): Buffer {
  const random = seededRandom(61);
  return withProfile(png, Buffer.from(Array.from({ length: 3000 }, () => random() * 256)));
}

const ROWS: Row[] = [
  ['U49', 'animated WebP of 3 frames', FIRST_FRAME, () => frames(3), showsQuarters()],
  ['U50', 'animated WebP of 5,000 frames', FIRST_FRAME, () => tinyFrames(5_000)],
  ['U51', 'animated PNG', FIRST_FRAME, animatedPng, showsQuarters()],
  [
    'U52',
    'CMYK JPEG',
    TAKEN,
    () => make.quarters(64, 48, MUTED).toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer(),
    showsQuarters(MUTED),
  ],
  ['U53', 'YCCK JPEG of Adobe', TAKEN, ycck, showsQuarters(MUTED)],
  [
    'U54',
    '16-bit PNG',
    TAKEN,
    () => make.quarters().toColourspace('rgb16').png().toBuffer(),
    showsQuarters(),
  ],
  ...[1, 2, 4, 8, 16].map(
    (depth): Row => [
      'U55',
      `${depth}-bit grey PNG`,
      TAKEN,
      () => make.emptyPng(64, 48, { depth, fill: 0xff }),
      showsQuarters(all(WHITE)),
    ],
  ),
  ...[2, 4, 16].map(
    (colours): Row => [
      'U55',
      `palette PNG of ${colours} colours`,
      TAKEN,
      () =>
        make
          .quarters(64, 48, colours === 2 ? CHECKED : make.QUARTERS)
          .png({ palette: true, colours })
          .toBuffer(),
      showsQuarters(colours === 2 ? CHECKED : make.QUARTERS),
    ],
  ),
  ['U55', 'grey PNG', TAKEN, () => grey.clone().png().toBuffer(), showsQuarters(GREYS)],
  [
    'U55',
    'grey PNG with alpha',
    TAKEN,
    () => grey.clone().ensureAlpha(0.5).png().toBuffer(),
    isTransparent('image/png'),
  ],
  [
    'U56',
    'PNG with alpha',
    TAKEN,
    () => make.quarters().ensureAlpha(0.5).png().toBuffer(),
    isTransparent('image/png'),
  ],
  [
    'U56',
    'WebP with alpha',
    TAKEN,
    () => make.quarters().ensureAlpha(0.5).webp().toBuffer(),
    isTransparent('image/png'),
  ],
  [
    'U56',
    'PNG with alpha that hides nothing',
    TAKEN,
    () => make.quarters().ensureAlpha(1).png().toBuffer(),
    ({ json }) => assert.equal(json.has_alpha, false),
  ],
  ...COLOUR_SPACES.map(
    (space): Row => ['U60', `PNG in ${space.name}`, TAKEN, () => inSpace(space), showsQuarters()],
  ),
  [
    'U61',
    'a profile of random bytes',
    TAKEN_OR_CORRUPT,
    brokenProfile,
    async ({ status }, { address }, target) => {
      for (let again = 0; again < 3; again += 1)
        assert.equal((await ask(address, created(target, brokenProfile()))).status, status);
    },
  ],
  [
    'U69',
    'the same bytes twice',
    TAKEN,
    () => png,
    async ({ json }, { address }, target) => {
      const again = await ask(address, created(target, png));
      assert.equal(again.status, 201);
      assert.notEqual(again.json.asset_id, json.asset_id);
      assert.equal(again.json.image_hash, json.image_hash);
    },
  ],
];

const TYPED: [id: string, what: string, expected: Expected, fileName: string, type: string | null][] = [
  ['U66', 'PNG called JPEG', MISMATCH, 'a.jpg', 'image/jpeg'],
  ['U67', 'PNG as text/html', UNSUPPORTED, 'a.png', 'text/html'],
  ['U67', 'PNG as image/svg+xml', UNSUPPORTED, 'a.png', 'image/svg+xml'],
  ['U68', 'PNG as application/octet-stream', TAKEN, 'a.png', 'application/octet-stream'],
  ['U68', 'PNG without a type', TAKEN, 'a.png', null],
];

/** U49–U56, U60, U61 and U66–U69: kinds of pictures, their colours, and what they are called. */
export const PICTURE_CASES: CorpusCase[] = [
  ...ROWS.map(
    ([id, what, expected, file, check]): CorpusCase => ({
      id,
      what,
      expected,
      send: async (target) => created(target, await file()),
      ...(check && { check }),
      ...(id === 'U50' && { withinMs: 1_000 }),
    }),
  ),
  ...TYPED.map(
    ([id, what, expected, fileName, type]): CorpusCase => ({
      id,
      what,
      expected,
      send: (target) => created(target, png, { fileName, type }),
    }),
  ),
];
