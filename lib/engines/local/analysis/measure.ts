import { type ImagePixels, lumaOf, opaqueMask } from '../../../media/image-pixels.ts';

export type Measures = {
  /** 0 crisp … 1 nothing but blur. */
  blur: number;
  /** Shares of the pixels that are as good as black or white. */
  clippedDark: number;
  clippedLight: number;
  /** 0…1: mean of the spread between the first and last hundredth and of 2.5 standard deviations of luma. */
  contrast: number;
  /** Mean luma 0…1. */
  brightness: number;
};

const BLUR_WINDOW = 9;
const BLACK_TO = 4;
const WHITE_FROM = 251;
/** Values of the blur effect that count as crisp and as all blur; seen on photographs, drawings and blurred copies. */
const CRISP = 0.15;
const ALL_BLUR = 0.85;
/** Steps of luma below this are noise or banding and say nothing about sharpness. */
const NOISE = 4;
/** Makes the deviation of an even spread as large as the spread. */
const SPREAD_PER_DEVIATION = 2.5;

const clamp = (value: number) => Math.min(1, Math.max(0, value));

/**
 * The blur effect along one axis: how much of the differences between neighbours survives when the picture is blurred
 * again; a blurred one changes little (Crété-Roffet et al., "The blur effect", 2007). Only runs of opaque pixels count.
 */
function blurEffect(
  luma: Float32Array,
  mask: Uint8Array,
  count: number,
  lines: number,
  step: number,
  jump: number,
) {
  const half = (BLUR_WINDOW - 1) / 2;
  let [sharp, lost] = [0, 0];
  const smooth = new Float32Array(count);
  for (let line = 0; line < lines; line += 1) {
    const start = line * jump;
    let [sum, opaque] = [0, 0];
    const at = (i: number) => start + i * step;
    for (let i = 0; i < count + half; i += 1) {
      if (i < count) {
        sum += luma[at(i)] ?? 0;
        opaque += mask[at(i)] ?? 0;
      }
      if (i >= BLUR_WINDOW) {
        sum -= luma[at(i - BLUR_WINDOW)] ?? 0;
        opaque -= mask[at(i - BLUR_WINDOW)] ?? 0;
      }
      const middle = i - half;
      if (middle >= 0) smooth[middle] = opaque === BLUR_WINDOW ? sum / BLUR_WINDOW : Number.NaN;
    }
    for (let i = 1; i < count; i += 1) {
      const [now, before] = [smooth[i] ?? Number.NaN, smooth[i - 1] ?? Number.NaN];
      if (Number.isNaN(now) || Number.isNaN(before)) continue;
      const difference = Math.abs((luma[at(i)] ?? 0) - (luma[at(i - 1)] ?? 0));
      if (difference < NOISE) continue;
      sharp += difference;
      lost += Math.max(0, difference - Math.abs(now - before));
    }
  }
  return { sharp, lost };
}

function percentile(histogram: Uint32Array, total: number, share: number): number {
  let seen = 0;
  for (let value = 0; value < 256; value += 1) {
    seen += histogram[value] ?? 0;
    if (seen >= total * share) return value / 255;
  }
  return 1;
}

/** Sharpness, exposure and contrast of the opaque pixels. */
export function measure(pixels: ImagePixels): Measures {
  const { width, height } = pixels;
  const [luma, mask] = [lumaOf(pixels), opaqueMask(pixels)];
  const histogram = new Uint32Array(256);
  let [total, dark, light, sum, squares] = [0, 0, 0, 0, 0];
  for (let i = 0; i < luma.length; i += 1) {
    if (!mask[i]) continue;
    const value = luma[i] ?? 0;
    const bin = Math.min(255, Math.round(value));
    histogram[bin] = (histogram[bin] ?? 0) + 1;
    total += 1;
    sum += value;
    squares += value * value;
    if (value <= BLACK_TO) dark += 1;
    if (value >= WHITE_FROM) light += 1;
  }
  const mean = sum / total;
  const spread = percentile(histogram, total, 0.99) - percentile(histogram, total, 0.01);
  const deviation = Math.sqrt(Math.max(0, squares / total - mean * mean)) / 255;
  const across = blurEffect(luma, mask, width, height, 1, width);
  const down = blurEffect(luma, mask, height, width, width, 1);
  const [sharp, lost] = [across.sharp + down.sharp, across.lost + down.lost];
  return {
    blur: sharp === 0 ? 1 : clamp((1 - lost / sharp - CRISP) / (ALL_BLUR - CRISP)),
    clippedDark: dark / total,
    clippedLight: light / total,
    contrast: (spread + SPREAD_PER_DEVIATION * deviation) / 2,
    brightness: mean / 255,
  };
}
