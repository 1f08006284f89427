/** Films have 30 frames a second. */
const FRAMES_PER_SECOND = 30;

export const framesOf = (seconds: number) => Math.round(seconds * FRAMES_PER_SECOND);

/** Whole numbers, 1 at least, in the proportion of `weights`, that sum to `total` (or to one for each, if more). */
function shareOut(weights: readonly number[], total: number): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const free = Math.max(0, total - weights.length);
  const exact = weights.map((w) => (sum > 0 ? (w / sum) * free : free / weights.length));
  const whole = exact.map(Math.floor);
  let rest = free - whole.reduce((a, b) => a + b, 0);
  const byRemainder = exact.map((e, i) => [e - Math.floor(e), i] as const);
  for (const [, i] of byRemainder.sort((a, b) => b[0] - a[0] || a[1] - b[1])) {
    if (rest <= 0) break;
    whole[i] = (whole[i] ?? 0) + 1;
    rest -= 1;
  }
  return whole.map((w) => w + 1);
}

/**
 * Seconds of each shot, whole frames that sum to `total`: what each wants, stretched or shortened alike, but none
 * shorter than it needs as long as there is room for all.
 */
export function fitDurations(
  wanted: readonly number[],
  total: number,
  needed: readonly number[] = [],
): number[] {
  const frames = framesOf(total);
  const want = wanted.map((w) => (Number.isFinite(w) && w > 0 ? w : total / wanted.length));
  const need = want.map((_, i) => needed[i] ?? 0);
  // Who would be cut below what it needs gets that, the others share what is left; until nobody is.
  const held = new Set<number>();
  for (;;) {
    const left = total - [...held].reduce((sum, i) => sum + (need[i] ?? 0), 0);
    const open = want.reduce((sum, w, i) => sum + (held.has(i) ? 0 : w), 0);
    const short = want.findIndex((w, i) => !held.has(i) && (need[i] ?? 0) > (w / open) * left);
    if (short < 0 || left <= 0) {
      const ideal = want.map((w, i) =>
        held.has(i) ? (need[i] ?? 0) : open > 0 ? (w / open) * Math.max(left, 0) : 0,
      );
      return shareOut(ideal, frames).map((n) => n / FRAMES_PER_SECOND);
    }
    held.add(short);
  }
}
