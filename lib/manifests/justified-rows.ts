import type { SheetTile } from './contact-sheet-layout.ts';

export type RowsBox = {
  width: number;
  /** Height a row aims at; rows come out between about two thirds and one and a third of it. */
  rowHeight: number;
  gap: number;
  /** Room under each row for its edge print. */
  captionHeight: number;
};

/**
 * Whole pictures in rows of one width at about one height, order kept, as many rows as it takes. The last row is not
 * stretched. `ratio` is width by height; lengths are pixels, not rounded.
 */
export function justifiedRows(
  tiles: { ratio: number }[],
  box: RowsBox,
): { tiles: SheetTile[]; height: number } {
  const { width, rowHeight, gap, captionHeight } = box;
  const heightOf = (row: number[]) =>
    (width - gap * (row.length - 1)) / row.reduce((total, ratio) => total + ratio, 0);
  const rows: number[][] = [];
  let row: number[] = [];
  for (const { ratio } of tiles) {
    const longer = [...row, ratio];
    // One more makes the row lower: it joins when that comes nearer to the height aimed at.
    const isNearer = Math.abs(heightOf(longer) - rowHeight) <= Math.abs(heightOf(row) - rowHeight);
    if (row.length === 0 || heightOf(row) > rowHeight * 2 || (heightOf(row) > rowHeight && isNearer))
      row = longer;
    else {
      rows.push(row);
      row = [ratio];
    }
  }
  if (row.length > 0) rows.push(row);
  const placed: SheetTile[] = [];
  let y = 0;
  for (const [i, ratios] of rows.entries()) {
    const isLast = i === rows.length - 1;
    const height = isLast ? Math.min(rowHeight, heightOf(ratios)) : heightOf(ratios);
    let x = 0;
    for (const ratio of ratios) {
      placed.push({ x, y, width: ratio * height, height });
      x += ratio * height + gap;
    }
    y += height + captionHeight + (isLast ? 0 : gap);
  }
  return { tiles: placed, height: y };
}
