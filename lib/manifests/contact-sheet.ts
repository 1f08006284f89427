import sharp from 'sharp';
import type { BlobStore } from '../blobs/store.ts';
import { type TextStyle, textToSvgPath, textWidth } from '../media/text.ts';
import type { AssetType } from '../schemas/asset.ts';
import type { SheetTile } from './contact-sheet-layout.ts';
import { justifiedRows } from './justified-rows.ts';
import { SHEET_TYPES } from './sheet-icons.ts';

export type SheetAsset = {
  tag: string;
  name: string;
  type: AssetType;
  /** Hash of the master; null: no image. */
  imageHash: string | null;
  width: number | null;
  height: number | null;
  hasAlpha: boolean;
  qualityScore: number | null;
};

export type SheetInput = {
  manifest: { name: string; version: number; digest?: string };
  assets: SheetAsset[];
};

/** The look's dark tokens. */
const COLOUR = {
  well: '#0d0d0d',
  control: '#252525',
  raised: '#323232',
  text: '#ededed',
  second: '#b8b8b8',
  label: '#9b9b9b',
  warn: '#f0a468',
};
const PAGE = {
  width: 1920,
  margin: 64,
  gap: 20,
  headerHeight: 132,
  headingHeight: 64,
  groupGap: 36,
  bandGap: 56,
};
const CAPTION = { height: 64, baseline: 26, nameBaseline: 51, size: 18, icon: 18, space: 9 };
/** Below this tile width the score goes. */
const SCORE_FROM = 150;
const GOOD_SCORE = 6;
/** A picture of all pixels must fit in memory: more assets than this are counted, not drawn. */
const SHOWN_MAX = 400;
const ROW_HEIGHTS = [
  { upTo: 40, height: 300 },
  { upTo: 120, height: 220 },
  { upTo: Number.POSITIVE_INFINITY, height: 160 },
];
const NO_IMAGE_RATIO = 1.2;
/** Wider or narrower pictures keep their shape inside a tile of this ratio. */
const RATIO_RANGE = [0.3, 4] as const;

type PlacedAsset = { asset: SheetAsset; tile: SheetTile };
type Group = { type: AssetType; count: number; x: number; y: number; placed: PlacedAsset[] };

/** Width by height of an asset's tile. */
export function ratioOf({ imageHash, width, height }: SheetAsset): number {
  if (!imageHash || !width || !height) return NO_IMAGE_RATIO;
  return Math.min(RATIO_RANGE[1], Math.max(RATIO_RANGE[0], width / height));
}

const roundTile = ({ x, y, width, height }: SheetTile): SheetTile => ({
  x: Math.round(x),
  y: Math.round(y),
  width: Math.max(1, Math.round(x + width) - Math.round(x)),
  height: Math.max(1, Math.round(y + height) - Math.round(y)),
});

/**
 * Where everything stands: groups by type in the order of the headings, assets in their own order. Groups of one short
 * row share a band, so that a manifest of few assets leaves little empty.
 */
function arrange(assets: SheetAsset[]): { groups: Group[]; height: number } {
  const inner = PAGE.width - 2 * PAGE.margin;
  const rowHeight = ROW_HEIGHTS.find(({ upTo }) => assets.length <= upTo)?.height ?? 160;
  const groups: Group[] = [];
  let band = { y: PAGE.margin + PAGE.headerHeight, end: 0, height: 0 };
  for (const type of Object.keys(SHEET_TYPES) as AssetType[]) {
    const members = assets.filter((asset) => asset.type === type);
    if (members.length === 0) continue;
    const rows = justifiedRows(
      members.map((asset) => ({ ratio: ratioOf(asset) })),
      { width: inner, rowHeight, gap: PAGE.gap, captionHeight: CAPTION.height },
    );
    const width = Math.max(...rows.tiles.map((tile) => tile.x + tile.width));
    if (band.end === 0 || band.end + PAGE.bandGap + width > inner) {
      band = { y: band.y + (band.end === 0 ? 0 : band.height + PAGE.groupGap), end: 0, height: 0 };
    }
    const x = PAGE.margin + (band.end === 0 ? 0 : band.end + PAGE.bandGap);
    const top = band.y + PAGE.headingHeight;
    const placed = rows.tiles.flatMap((tile, i) => {
      const asset = members[i];
      return asset ? [{ asset, tile: roundTile({ ...tile, x: tile.x + x, y: tile.y + top }) }] : [];
    });
    groups.push({ type, count: members.length, x, y: band.y, placed });
    const height = Math.max(band.height, PAGE.headingHeight + rows.height);
    band = { y: band.y, end: x - PAGE.margin + width, height };
  }
  return { groups, height: Math.ceil(band.y + band.height + PAGE.margin) };
}

const svgPath = (d: string, colour: string, x: number, y: number) =>
  d === '' ? '' : `<path fill="${colour}" transform="translate(${x.toFixed(2)} ${y.toFixed(2)})" d="${d}"/>`;

type Drawn = { svg: string; width: number };

function drawText(text: string, x: number, y: number, colour: string, style: TextStyle): Drawn {
  const { path, width } = textToSvgPath(text, style);
  return { svg: svgPath(path, colour, x, y), width };
}

function drawIcon(type: AssetType, x: number, y: number, size: number): string {
  const { icon, colour } = SHEET_TYPES[type];
  const strokes = icon.map((d) => `<path d="${d}"/>`).join('');
  return `<g transform="translate(${x} ${y}) scale(${size / 24})" fill="none" stroke="${colour}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${strokes}</g>`;
}

/** The edge print under a picture: icon, tag and score, and the name below. */
function drawCaption({ asset, tile }: PlacedAsset): string {
  const { size, icon, space } = CAPTION;
  const bottom = tile.y + tile.height;
  const y = bottom + CAPTION.baseline;
  const tag = drawText(asset.tag, tile.x + icon + space, y, COLOUR.text, { size, mono: true });
  const name = drawText(asset.name, tile.x, bottom + CAPTION.nameBaseline, COLOUR.second, {
    size,
    maxWidth: tile.width,
  });
  return (
    drawIcon(asset.type, tile.x, y - icon + 3, icon) + tag.svg + drawScore({ asset, tile }, y) + name.svg
  );
}

function drawScore({ asset, tile }: PlacedAsset, y: number): string {
  if (asset.qualityScore === null || tile.width < SCORE_FROM) return '';
  const style = { size: CAPTION.size, mono: true };
  const label = asset.qualityScore.toFixed(1);
  const colour = asset.qualityScore < GOOD_SCORE ? COLOUR.warn : COLOUR.label;
  return drawText(label, tile.x + tile.width - textWidth(label, style), y, colour, style).svg;
}

function drawHeading({ type, count, x, y }: Group): string {
  const baseline = y + 40;
  const style = { size: 24, weight: 600, tracking: -0.012 } as const;
  const heading = drawText(SHEET_TYPES[type].heading, x + 36, baseline, COLOUR.text, style);
  const number = drawText(String(count), x + 36 + heading.width + 12, baseline, COLOUR.label, { size: 22 });
  return drawIcon(type, x, baseline - 21, 24) + heading.svg + number.svg;
}

export const countOf = (count: number) => (count === 1 ? '1 asset' : `${count.toLocaleString('en')} assets`);
export const shortDigest = (digest: string) => `${digest.slice(0, 4)}…${digest.slice(-4)}`;

function drawHeader({ manifest, assets }: SheetInput): string {
  const [x, y] = [PAGE.margin, PAGE.margin + 44];
  const inner = PAGE.width - 2 * PAGE.margin;
  const title = { size: 48, weight: 600, tracking: -0.012, maxWidth: inner } as const;
  const hidden = assets.length - SHOWN_MAX;
  const meta: [string, boolean][] = [
    [`v${manifest.version}`, true],
    [countOf(assets.length), false],
    ...(hidden > 0 ? [[`the first ${SHOWN_MAX} are shown`, false] satisfies [string, boolean]] : []),
    ...(manifest.digest ? [[shortDigest(manifest.digest), true] satisfies [string, boolean]] : []),
  ];
  let at = x;
  const line = meta.map(([text, mono]) => {
    const drawn = drawText(text, at, y + 46, COLOUR.label, { size: 22, mono });
    at += drawn.width + 24;
    return drawn.svg;
  });
  return drawText(manifest.name, x, y, COLOUR.text, title).svg + line.join('');
}

/** Tiles that stand under pictures with alpha and in place of missing ones. */
function drawGround({ asset, tile: { x, y, width, height } }: PlacedAsset): string {
  if (asset.imageHash && !asset.hasAlpha) return '';
  const colour = asset.imageHash ? COLOUR.raised : COLOUR.control;
  const rect = `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="3" fill="${colour}"/>`;
  if (asset.imageHash) return rect;
  const style = { size: 18, maxWidth: width - 16 };
  const text = 'No image';
  return (
    rect +
    drawText(text, x + (width - textWidth(text, style)) / 2, y + height / 2 + 6, COLOUR.label, style).svg
  );
}

/** The whole picture inside its tile, as raw pixels with where they go. */
async function readTile({ asset, tile }: PlacedAsset, blobs: Pick<BlobStore, 'get'>) {
  if (!asset.imageHash) return null;
  const { data, info } = await sharp(await blobs.get(asset.imageHash))
    .resize({ width: tile.width, height: tile.height, fit: isClamped(asset) ? 'inside' : 'fill' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const left = tile.x + Math.round((tile.width - info.width) / 2);
  const top = tile.y + Math.round((tile.height - info.height) / 2);
  return { data, width: info.width, height: info.height, left, top };
}

/** Rounding to whole pixels may stretch by less than one; only a picture outside the range of shapes may not. */
export const isClamped = ({ width, height, ...asset }: SheetAsset) =>
  Boolean(width && height && Math.abs(ratioOf({ ...asset, width, height }) - width / height) > 1e-6);

type RawTile = NonNullable<Awaited<ReturnType<typeof readTile>>>;

function blend(canvas: Buffer, { data, width, height, left, top }: RawTile): void {
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = (y * width + x) * 4;
      const to = ((top + y) * PAGE.width + left + x) * 3;
      const alpha = (data[from + 3] ?? 0) / 255;
      for (let k = 0; k < 3; k += 1) {
        canvas[to + k] = Math.round((data[from + k] ?? 0) * alpha + (canvas[to + k] ?? 0) * (1 - alpha));
      }
    }
  }
}

/**
 * The contact sheet of a manifest as a PNG, 1920 pixels wide: whole pictures grouped by type, each with its tag, name
 * and score. The same input gives the same bytes. Throws `not-found` when the store lacks an image.
 */
export async function renderContactSheet(input: SheetInput, blobs: Pick<BlobStore, 'get'>): Promise<Buffer> {
  const { groups, height } = arrange(input.assets.slice(0, SHOWN_MAX));
  const placed = groups.flatMap((group) => group.placed);
  const svg = (content: string) =>
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${PAGE.width}" height="${height}">${content}</svg>`,
    );
  const print = drawHeader(input) + groups.map(drawHeading).join('') + placed.map(drawCaption).join('');
  const canvas = await sharp({ create: { width: PAGE.width, height, channels: 3, background: COLOUR.well } })
    .composite([{ input: svg(placed.map(drawGround).join('') + print) }])
    .removeAlpha()
    .raw()
    .toBuffer();
  for (const item of placed) {
    const tile = await readTile(item, blobs);
    if (tile) blend(canvas, tile);
  }
  return sharp(canvas, { raw: { width: PAGE.width, height, channels: 3 } })
    .png({ compressionLevel: 7 })
    .toBuffer();
}
