/** Red, green, blue, 0…255 of sRGB. */
export type Rgb = readonly [number, number, number];
type Vector = readonly [number, number, number];

/** Columns: XYZ (D50, as ICC profiles have it) of a colour space's full red, green and blue. Source: brucelindbloom.com. */
type Primaries = readonly [Vector, Vector, Vector];
export type ColourSpace = { name: string; gamma: number; primaries: Primaries };

const SRGB: Primaries = [
  [0.4360747, 0.2225045, 0.0139322],
  [0.3850649, 0.7168786, 0.0971045],
  [0.1430804, 0.0606169, 0.7141733],
];
export const COLOUR_SPACES: ColourSpace[] = [
  {
    name: 'Display P3',
    gamma: 2.2,
    primaries: [
      [0.51512, 0.2412, -0.00105],
      [0.29198, 0.69225, 0.04189],
      [0.1571, 0.06657, 0.78407],
    ],
  },
  {
    name: 'Adobe RGB',
    gamma: 2.2,
    primaries: [
      [0.6097559, 0.3111242, 0.0194811],
      [0.2052401, 0.625656, 0.0608902],
      [0.149224, 0.0632197, 0.7448387],
    ],
  },
  {
    name: 'ProPhoto RGB',
    gamma: 1.8,
    primaries: [
      [0.7976749, 0.2880402, 0],
      [0.1351917, 0.7118741, 0.0000857],
      [0.0313534, 0.0000857, 0.82521],
    ],
  },
];
const WHITE: Vector = [0.9642, 1, 0.8249];

const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
const linear = (value: number) =>
  value <= 0.04045 * 255 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;

function xyzOf([r, g, b]: Rgb): Vector {
  const light: Vector = [linear(r), linear(g), linear(b)];
  const row = (i: 0 | 1 | 2) => dot([SRGB[0][i], SRGB[1][i], SRGB[2][i]], light);
  return [row(0), row(1), row(2)];
}

/** The 16-bit values by which another space names a colour of sRGB. */
export function encodedIn({ primaries: [r, g, b], gamma }: ColourSpace, rgb: Rgb): Vector {
  const xyz = xyzOf(rgb);
  const volume = dot(r, cross(g, b));
  // Cramer's rule: how much of each primary makes this colour.
  const share = (of: Vector) => Math.min(Math.max(dot(xyz, of) / volume, 0), 1);
  const value = (light: number) => Math.round(65_535 * light ** (1 / gamma));
  return [value(share(cross(g, b))), value(share(cross(b, r))), value(share(cross(r, g)))];
}

function labOf(rgb: Rgb): Vector {
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const [x, y, z] = xyzOf(rgb).map((value, i) => f(value / (WHITE[i] ?? 1))) as unknown as Vector;
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** How far two colours of sRGB are from each other: ΔE*ab of CIE 1976. */
export function deltaE(one: Rgb, other: Rgb): number {
  const [a, b] = [labOf(one), labOf(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** A matrix profile of ICC version 2: three primaries and a gamma. */
export function iccProfile({ name, gamma, primaries }: ColourSpace): Buffer {
  const [r, g, b] = primaries.map(xyzTag);
  const curve = Buffer.concat([Buffer.from('curv\0\0\0\0\0\0\0\x01\0\0\0\0', 'latin1')]);
  curve.writeUInt16BE(Math.round(gamma * 256), 12);
  const text = Buffer.from(`${name}\0`, 'latin1');
  const description = Buffer.alloc(12 + text.length + 78);
  description.write('desc', 'latin1');
  description.writeUInt32BE(text.length, 8);
  text.copy(description, 12);
  const tags: [string, Buffer][] = [
    ['desc', description],
    ['cprt', Buffer.from('text\0\0\0\0none\0', 'latin1')],
    ['wtpt', xyzTag(WHITE)],
    ...(['rXYZ', 'gXYZ', 'bXYZ'] as const).map((tag, i): [string, Buffer] => [
      tag,
      [r, g, b][i] ?? Buffer.alloc(0),
    ]),
    ...['rTRC', 'gTRC', 'bTRC'].map((tag): [string, Buffer] => [tag, curve]),
  ];
  const table = Buffer.alloc(4 + 12 * tags.length);
  table.writeUInt32BE(tags.length);
  let at = 128 + table.length;
  const padded = tags.map(([tag, data], i) => {
    table.write(tag, 4 + 12 * i, 'latin1');
    table.writeUInt32BE(at, 8 + 12 * i);
    table.writeUInt32BE(data.length, 12 + 12 * i);
    const block = Buffer.concat([data, Buffer.alloc(-data.length & 3)]);
    at += block.length;
    return block;
  });
  const header = Buffer.alloc(128);
  header.writeUInt32BE(at);
  header.writeUInt32BE(0x02400000, 8);
  header.write('mntrRGB XYZ ', 12, 'latin1');
  header.write('acsp', 36, 'latin1');
  xyzTag(WHITE).copy(header, 68, 8);
  return Buffer.concat([header, table, ...padded]);
}

function xyzTag(xyz: Vector): Buffer {
  const tag = Buffer.alloc(20);
  tag.write('XYZ ', 'latin1');
  xyz.forEach((value, i) => {
    tag.writeInt32BE(Math.round(value * 65_536), 8 + 4 * i);
  });
  return tag;
}
