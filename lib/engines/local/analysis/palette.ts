import { type ImagePixels, opaqueMask } from '../../../media/image-pixels.ts';
import { type Oklab, oklabDistance2, oklabToRgb, rgbToHex, rgbToOklab } from '../../../media/oklab.ts';
import type { Palette } from '../../../schemas/asset.ts';

const COLOURS = 5;
const ROUNDS = 16;
/** Colours are first gathered in cubes of 8 levels a channel: k-means then runs on hundreds instead of thousands. */
const CUBE_SHIFT = 3;
/** Two colours nearer than this (squared) look the same in a strip: one of them is dropped. */
const SAME_COLOUR = 0.025 ** 2;

type Bin = { colour: Oklab; count: number };

function gather(pixels: ImagePixels): Bin[] {
  const mask = opaqueMask(pixels);
  const bins = new Map<number, { sum: [number, number, number]; count: number }>();
  for (let i = 0; i < mask.length; i += 1) {
    if (!mask[i]) continue;
    const [r, g, b] = [pixels.data[i * 4] ?? 0, pixels.data[i * 4 + 1] ?? 0, pixels.data[i * 4 + 2] ?? 0];
    const key = ((r >> CUBE_SHIFT) << 10) | ((g >> CUBE_SHIFT) << 5) | (b >> CUBE_SHIFT);
    const bin = bins.get(key) ?? { sum: [0, 0, 0], count: 0 };
    bin.sum[0] += r;
    bin.sum[1] += g;
    bin.sum[2] += b;
    bin.count += 1;
    bins.set(key, bin);
  }
  return [...bins.values()].map(({ sum, count }) => ({
    colour: rgbToOklab(...(sum.map((value) => Math.round(value / count)) as [number, number, number])),
    count,
  }));
}

/** First centres: the commonest colour, then each time the one that is common and far from those there are. */
function firstCentres(bins: Bin[]): Oklab[] {
  const centres: Oklab[] = [];
  while (centres.length < COLOURS) {
    let best: { colour: Oklab; value: number } | undefined;
    for (const { colour, count } of bins) {
      const far = Math.min(1, ...centres.map((centre) => oklabDistance2(centre, colour)));
      const value = centres.length === 0 ? count : far > SAME_COLOUR ? Math.sqrt(count) * far : 0;
      if (value > 0 && (!best || value > best.value)) best = { colour, value };
    }
    if (!best) break;
    centres.push(best.colour);
  }
  return centres;
}

const nearest = (centres: Oklab[], colour: Oklab): number => {
  let [best, distance] = [0, Number.POSITIVE_INFINITY];
  for (const [i, centre] of centres.entries()) {
    const d = oklabDistance2(centre, colour);
    if (d < distance) [best, distance] = [i, d];
  }
  return best;
};

/** Up to five colours of the opaque pixels by weighted k-means in OKLab, most common first; shares add up to 1. */
export function paletteOf(pixels: ImagePixels): Palette {
  const bins = gather(pixels);
  let centres = firstCentres(bins);
  let counts: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const sums = centres.map(() => [0, 0, 0, 0]);
    for (const { colour, count } of bins) {
      const sum = sums[nearest(centres, colour)];
      if (!sum) continue;
      for (let k = 0; k < 3; k += 1) sum[k] = (sum[k] ?? 0) + (colour[k] ?? 0) * count;
      sum[3] = (sum[3] ?? 0) + count;
    }
    counts = sums.map((sum) => sum[3] ?? 0);
    centres = centres.map((centre, i) => {
      const [l = 0, a = 0, b = 0, n = 0] = sums[i] ?? [];
      return n === 0 ? centre : ([l / n, a / n, b / n] as const);
    });
  }
  const total = counts.reduce((sum, count) => sum + count, 0) || 1;
  return centres
    .map((centre, i) => ({ hex: rgbToHex(oklabToRgb(centre)), share: (counts[i] ?? 0) / total }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share || a.hex.localeCompare(b.hex))
    .map(({ hex, share }) => ({ hex, share: Math.round(share * 1000) / 1000 }));
}
