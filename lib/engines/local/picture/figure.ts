import sharp from 'sharp';

/** What the outline of a cut-out person tells, in shares of its trimmed picture. */
export type Figure = {
  /** Height of the head with hat and neck. */
  head: number;
  /** Middle and width of the head across. */
  headX: number;
  headWidth: number;
  /** The feet are there. Of a bust the lower edge is a cut that a frame must not show. */
  isWhole: boolean;
};

const ROWS = 64;
const COLUMNS = 64;
const OPAQUE_FROM = 128;
/** Shoulders are looked for between these rows: above is hair or a hat, below are hips. */
const SHOULDERS = { from: 0.08, to: 0.46 };
/** A row this much wider than the one above the shoulders begins them. */
const CLEAR_STEP = 1.28;
/** Head and neck of a grown person who stands, of one who sits, of a bust. */
const USUAL_HEAD = [
  { narrowerThan: 0.5, head: 0.17 },
  { narrowerThan: 0.75, head: 0.3 },
  { narrowerThan: Number.POSITIVE_INFINITY, head: 0.52 },
];
const CUT_WIDTH = 0.55;

type Row = { left: number; right: number; count: number };

async function rowsOf(image: Buffer): Promise<Row[]> {
  const { data } = await sharp(image)
    .ensureAlpha()
    .extractChannel(3)
    .resize(COLUMNS, ROWS, { fit: 'fill' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return Array.from({ length: ROWS }, (_, y) => {
    const row = data.subarray(y * COLUMNS, (y + 1) * COLUMNS);
    const left = row.findIndex((a) => a >= OPAQUE_FROM);
    const count = row.reduce((sum, a) => sum + Number(a >= OPAQUE_FROM), 0);
    return { left, right: row.findLastIndex((a) => a >= OPAQUE_FROM) + 1, count };
  });
}

/** The row at which the outline widens most at once and stays wide, unlike at the brim of a hat; null: none does. */
function shouldersAt(rows: Row[]): number | null {
  const count = (y: number) => Math.max(1, rows[y]?.count ?? 0);
  let best = CLEAR_STEP;
  let found: number | null = null;
  for (let y = Math.round(SHOULDERS.from * ROWS); y < SHOULDERS.to * ROWS; y += 1) {
    const below = Math.min(...[2, 3, 4, 5, 6, 7].map((by) => count(y + by)));
    const step = below / Math.max(count(y - 1), count(y));
    if (step > best) [best, found] = [step, y + 1];
  }
  return found;
}

/**
 * Finds head and feet of a person by the outline alone. `image` is trimmed; `touchesBottom`: the picture ended where
 * the outline does.
 */
export async function figureOf(image: Buffer, ratio: number, touchesBottom: boolean): Promise<Figure> {
  const rows = await rowsOf(image);
  const shoulders = shouldersAt(rows);
  const usual = USUAL_HEAD.find(({ narrowerThan }) => ratio < narrowerThan)?.head ?? 0.3;
  const head = shoulders === null ? usual : shoulders / ROWS;
  const top = rows.slice(0, Math.max(2, Math.round(head * ROWS * 0.85))).filter((r) => r.count > 0);
  const left = Math.min(...top.map((r) => r.left)) / COLUMNS;
  const right = Math.max(...top.map((r) => r.right)) / COLUMNS;
  const widest = Math.max(...rows.map((r) => r.count));
  const lowest = Math.max(...rows.slice(-3).map((r) => r.count));
  const isKnown = Number.isFinite(left) && right > left;
  return {
    head,
    headX: isKnown ? (left + right) / 2 : 0.5,
    headWidth: isKnown ? right - left : 0.5,
    isWhole: !(touchesBottom && lowest >= widest * CUT_WIDTH),
  };
}
