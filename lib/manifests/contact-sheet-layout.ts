export type SheetBox = { width: number; height: number; padding: number; gap: number };

export type SheetTile = { x: number; y: number; width: number; height: number };

export type SheetLayout = {
  /** In the order of the input; as many as are shown. */
  tiles: SheetTile[];
  /** How many tiles are in each row, from the top. */
  rows: number[];
  /** How many pictures are not shown; the last tile says so (`+12`). */
  hiddenCount: number;
};

/** Up to here every way to break into rows is looked at; above, rows are filled by the sum of ratios. */
const ALL_WAYS_MAX = 13;
/** More would be too small to see. */
const SHOWN_MAX = 24;
/** Penalties of the look: uneven rows, and a first row that is not the tallest. */
const UNEVEN_FREE = 0.45;
const UNEVEN_COST = 0.16;
const FIRST_NOT_TALLEST_COST = 0.05;
const ROWS_MAX = 6;

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

type Justified = { heights: number[]; width: number; height: number };
/** Sum of the ratios of a row, and how many pictures it has. */
type Row = { ratio: number; count: number };

/** Rows of one width: the widest at which they fit the box in both directions. Gaps keep their size. */
function justify(rows: Row[], inner: { width: number; height: number }, gap: number): Justified {
  const gaps = gap * (rows.length - 1);
  // A row is (width − its gaps) ÷ its ratios tall; the sum of all is linear in the width, so it is solved exactly.
  let [inverse, lostToGaps] = [0, 0];
  for (const { ratio, count } of rows) {
    inverse += 1 / ratio;
    lostToGaps += (gap * (count - 1)) / ratio;
  }
  const width = Math.min(inner.width, (inner.height - gaps + lostToGaps) / inverse);
  const heights = rows.map(({ ratio, count }) => Math.max((width - gap * (count - 1)) / ratio, 1));
  return { heights, width, height: sum(heights) + gaps };
}

function worth(rows: Row[], { heights }: Justified, inner: { width: number; height: number }): number {
  let area = 0;
  for (const [i, { ratio }] of rows.entries()) area += ratio * (heights[i] ?? 0) ** 2;
  const tallest = Math.max(...heights);
  const uneven = Math.max(0, Math.log(tallest / Math.min(...heights)) - UNEVEN_FREE);
  const isFirstTallest = (heights[0] ?? 0) >= tallest - 0.5;
  const share = area / (inner.width * inner.height);
  return share - UNEVEN_COST * uneven - (isFirstTallest ? 0 : FIRST_NOT_TALLEST_COST);
}

function* allBreaks(count: number): Generator<number[]> {
  for (let cuts = 0; cuts < 2 ** (count - 1); cuts += 1) {
    const rows: number[] = [];
    let length = 1;
    for (let i = 0; i < count - 1; i += 1) {
      if (cuts & (1 << i)) {
        rows.push(length);
        length = 1;
      } else length += 1;
    }
    rows.push(length);
    if (rows.length <= ROWS_MAX) yield rows;
  }
}

/** For each number of rows the break whose rows come nearest to an equal sum of ratios. */
function* evenBreaks(ratios: number[]): Generator<number[]> {
  const total = sum(ratios);
  for (let count = 1; count <= Math.min(ROWS_MAX + 2, ratios.length); count += 1) {
    const rows: number[] = [];
    let [taken, length] = [0, 0];
    for (const [i, ratio] of ratios.entries()) {
      const goal = (total * (rows.length + 1)) / count;
      const isFull = length > 0 && Math.abs(taken - goal) <= Math.abs(taken + ratio - goal);
      const leftOver = ratios.length - i;
      if (rows.length < count - 1 && (isFull || leftOver <= count - 1 - rows.length) && length > 0) {
        rows.push(length);
        length = 0;
      }
      taken += ratio;
      length += 1;
    }
    rows.push(length);
    yield rows;
  }
}

function splitRows<T>(items: T[], lengths: number[]): T[][] {
  let at = 0;
  return lengths.map((length) => {
    at += length;
    return items.slice(at - length, at);
  });
}

/**
 * Whole pictures in justified rows inside a box, order kept: the rule of a manifest's contact sheet. `ratio` is width
 * by height. Of all breaks into rows the one with most picture area wins, less what uneven rows cost; the block is
 * centred. The first 24 are shown and the last of them says how many more there are. Lengths are pixels, not rounded.
 */
export function layoutSheet(tiles: { ratio: number }[], box: SheetBox): SheetLayout {
  const shown = tiles.slice(0, SHOWN_MAX);
  const inner = {
    width: Math.max(box.width - 2 * box.padding, 1),
    height: Math.max(box.height - 2 * box.padding, 1),
  };
  if (shown.length === 0) return { tiles: [], rows: [], hiddenCount: 0 };
  const ratios = shown.map(({ ratio }) => (Number.isFinite(ratio) && ratio > 0 ? ratio : 1));
  const prefix = [0];
  for (const ratio of ratios) prefix.push((prefix.at(-1) ?? 0) + ratio);
  let best: { rows: number[]; justified: Justified; value: number } | undefined;
  for (const lengths of ratios.length <= ALL_WAYS_MAX ? allBreaks(ratios.length) : evenBreaks(ratios)) {
    let at = 0;
    const rows = lengths.map((count) => {
      const before = prefix[at] ?? 0;
      at += count;
      return { ratio: (prefix[at] ?? 0) - before, count };
    });
    const justified = justify(rows, inner, box.gap);
    const value = worth(rows, justified, inner);
    if (!best || value > best.value + 1e-9) best = { rows: lengths, justified, value };
  }
  if (!best) return { tiles: [], rows: [], hiddenCount: 0 };
  const { justified, rows } = best;
  const left = (box.width - justified.width) / 2;
  let y = (box.height - justified.height) / 2;
  const placed = splitRows(ratios, rows).flatMap((row, i) => {
    const height = justified.heights[i] ?? 0;
    let x = left;
    const line = row.map((ratio) => {
      const tile = { x, y, width: ratio * height, height };
      x += tile.width + box.gap;
      return tile;
    });
    y += height + box.gap;
    return line;
  });
  return { tiles: placed, rows, hiddenCount: tiles.length - shown.length };
}
