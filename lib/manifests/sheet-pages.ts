import type { ASSET_TYPES, AssetType } from '../schemas/asset.ts';
import { ratioOf, type SheetAsset } from './contact-sheet.ts';
import type { SheetTile } from './contact-sheet-layout.ts';
import { justifiedRows } from './justified-rows.ts';
import { SHEET_TYPES } from './sheet-icons.ts';

export const PAPERS = ['a4', 'letter'] as const;
export type Paper = (typeof PAPERS)[number];

/** Points, 72 to the inch. */
export const PAPER_SIZE: Record<Paper, { width: number; height: number }> = {
  a4: { width: 595.28, height: 841.89 },
  letter: { width: 612, height: 792 },
};
export const PRINT = { margin: 36, header: 48, heading: 26, caption: 24, gap: 8, groupGap: 10 };

const ROW_HEIGHTS = [
  { upTo: 12, height: 150 },
  { upTo: 60, height: 112 },
  { upTo: Number.POSITIVE_INFINITY, height: 96 },
];

export type PrintedTile = { asset: SheetAsset; tile: SheetTile };
export type PrintedHeading = { type: AssetType; count: number; y: number };
export type SheetPage = { headings: PrintedHeading[]; tiles: PrintedTile[] };

type Row = { height: number; tiles: PrintedTile[] };

/**
 * The pages of a printed contact sheet: groups by type in the order of the headings, rows whole, a heading always with
 * a row below it. Points from the top left of the paper.
 */
export function sheetPages(assets: SheetAsset[], paper: Paper): SheetPage[] {
  const { width, height } = PAPER_SIZE[paper];
  const box = {
    width: width - 2 * PRINT.margin,
    rowHeight: ROW_HEIGHTS.find(({ upTo }) => assets.length <= upTo)?.height ?? 96,
    gap: PRINT.gap,
    captionHeight: PRINT.caption,
  };
  const [top, bottom] = [PRINT.margin + PRINT.header, height - PRINT.margin];
  const pages: SheetPage[] = [];
  let page: SheetPage | undefined;
  let y = bottom;
  for (const type of Object.keys(SHEET_TYPES) as (typeof ASSET_TYPES)[number][]) {
    const members = assets.filter((asset) => asset.type === type);
    for (const [i, row] of rowsOf(members, box).entries()) {
      const heading = i === 0 ? PRINT.heading : 0;
      if (!page || y + heading + row.height > bottom) {
        page = { headings: [], tiles: [] };
        pages.push(page);
        y = top;
      }
      if (heading) page.headings.push({ type, count: members.length, y });
      y += heading;
      for (const { asset, tile } of row.tiles)
        page.tiles.push({ asset, tile: { ...tile, x: tile.x + PRINT.margin, y } });
      y += row.height + PRINT.gap;
    }
    if (members.length > 0) y += PRINT.groupGap;
  }
  return pages;
}

function rowsOf(assets: SheetAsset[], box: Parameters<typeof justifiedRows>[1]): Row[] {
  const { tiles } = justifiedRows(
    assets.map((asset) => ({ ratio: ratioOf(asset) })),
    box,
  );
  const rows = new Map<number, Row>();
  for (const [i, asset] of assets.entries()) {
    const tile = tiles[i];
    if (!tile) continue;
    const row = rows.get(tile.y) ?? { height: tile.height + box.captionHeight, tiles: [] };
    row.tiles.push({ asset, tile });
    rows.set(tile.y, row);
  }
  return [...rows.values()];
}
