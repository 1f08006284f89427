export type Row = { height: number; from: number; to: number };

/** A row that would have to grow beyond this share of the wanted height is left ragged instead. */
const TALLEST = 1.25;

/**
 * Breaks pictures of these ratios (width ÷ height) into rows that fill `width`, each as near to `height` as the
 * order allows. The last row is not stretched. All lengths in pixels; `to` is exclusive.
 */
export function justifiedRows(ratios: readonly number[], width: number, height: number, gap: number): Row[] {
  if (width <= 0) return [];
  const rowHeight = (from: number, to: number) => {
    const sum = ratios.slice(from, to).reduce((total, ratio) => total + ratio, 0);
    return (width - gap * (to - from - 1)) / sum;
  };
  // best[i]: cheapest way to lay out the pictures from i on.
  const best: { cost: number; to: number }[] = [];
  best[ratios.length] = { cost: 0, to: ratios.length };
  for (let from = ratios.length - 1; from >= 0; from--) {
    let choice = { cost: Number.POSITIVE_INFINITY, to: from + 1 };
    for (let to = from + 1; to <= ratios.length; to++) {
      const natural = rowHeight(from, to);
      const isLast = to === ratios.length;
      const off = isLast && natural > height ? 0 : (natural - height) / height;
      const cost = off * off + (best[to]?.cost ?? 0);
      if (cost < choice.cost) choice = { cost, to };
      if (natural < height / 2) break;
    }
    best[from] = choice;
  }
  const rows: Row[] = [];
  for (let from = 0; from < ratios.length; ) {
    const to = best[from]?.to ?? from + 1;
    const natural = rowHeight(from, to);
    rows.push({ height: natural > height * TALLEST ? height : natural, from, to });
    from = to;
  }
  return rows;
}
