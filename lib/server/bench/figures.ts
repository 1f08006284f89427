/** The value that a share `q` (0…1) of the values does not exceed, by nearest rank. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? Number.NaN;
}

export const round = (value: number, digits = 1) => Number(value.toFixed(digits));

/** Runs `work` one after the other: milliseconds of each run, after a few that do not count. */
export async function repeat(times: number, work: (i: number) => Promise<unknown>): Promise<number[]> {
  const warmUp = Math.min(5, times);
  const spent: number[] = [];
  for (let i = -warmUp; i < times; i += 1) {
    const start = performance.now();
    await work(Math.max(i, 0));
    if (i >= 0) spent.push(performance.now() - start);
  }
  return spent;
}

export const milliseconds = (values: readonly number[]) => ({
  p50: round(quantile(values, 0.5)),
  p99: round(quantile(values, 0.99)),
});

/** Columns to the right, two spaces between. */
export function printTable(head: string[], rows: string[][]): void {
  const widths = head.map((name, i) => Math.max(name.length, ...rows.map((row) => row[i]?.length ?? 0)));
  for (const row of [head, ...rows])
    console.log(row.map((cell, i) => cell.padStart(widths[i] ?? 0)).join('  '));
}
