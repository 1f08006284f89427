import { type ImagePixels, OPAQUE_FROM } from '../../../media/image-pixels.ts';
import { type Oklab, oklabDistance2, rgbToOklab } from '../../../media/oklab.ts';
import type { Bbox } from '../../../schemas/asset.ts';
import { CUT_OUT_FROM } from '../cut-out.ts';

/** Share of what stands out that may lie outside the crop, on each side. */
const TRIM = 0.03;
/** Room left around the crop, as a share of the frame. */
const MARGIN = 0.035;
const GROUND_COLOURS = 6;
const SMALLEST = 0.1;
/** Pictures are looked at near the middle, a little above it: heads stand there. */
const MIDDLE_Y = 0.46;
const MIDDLE_SPREAD = 0.36;

const round = (value: number) => Math.round(value * 1e4) / 1e4;

function toBbox(left: number, top: number, right: number, bottom: number): Bbox {
  const [x, y] = [Math.max(0, left), Math.max(0, top)];
  return {
    x: round(x),
    y: round(y),
    width: round(Math.min(1, right) - round(x)),
    height: round(Math.min(1, bottom) - round(y)),
  };
}

/** Bounding box of the opaque pixels of a cut-out as fractions; null where there are none, or the picture is none. */
export function opaqueBox({ data, width, height }: ImagePixels): Bbox | null {
  let [left, top, right, bottom, seen] = [width, height, -1, -1, 0];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((data[(y * width + x) * 4 + 3] ?? 0) < OPAQUE_FROM) continue;
      seen += 1;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  if (seen === 0 || seen > width * height * (1 - CUT_OUT_FROM)) return null;
  return toBbox(left / width, top / height, (right + 1) / width, (bottom + 1) / height);
}

/** A few colours that stand for the edge of the frame: the ground that a subject stands out from. */
function groundColours(lab: Oklab[], width: number, height: number): Oklab[] {
  const edge: Oklab[] = [];
  for (let i = 0; i < lab.length; i += 1) {
    const [x, y] = [i % width, Math.floor(i / width)];
    const isEdge = x < 2 || y < 2 || x >= width - 2 || y >= height - 2;
    const colour = lab[i];
    if (isEdge && colour) edge.push(colour);
  }
  const ground: Oklab[] = edge.slice(0, 1);
  while (ground.length < GROUND_COLOURS) {
    const distances = edge.map((colour) => Math.min(...ground.map((known) => oklabDistance2(known, colour))));
    const farthest = distances.indexOf(Math.max(...distances));
    const colour = edge[farthest];
    if (!colour || (distances[farthest] ?? 0) < 1e-3) break;
    ground.push(colour);
  }
  return ground;
}

/**
 * How much each pixel stands out: distance in colour from the frame's edge (the boundary prior of Wei et al.,
 * "Geodesic saliency using background priors", 2012) and from the mean of the whole (Achanta et al., "Frequency-tuned
 * salient region detection", 2009), with the change to its neighbours, nearer the middle more.
 */
export function saliencyMap({ data, width, height }: ImagePixels): Float64Array {
  const lab = Array.from({ length: width * height }, (_, i) =>
    rgbToOklab(data[i * 4] ?? 0, data[i * 4 + 1] ?? 0, data[i * 4 + 2] ?? 0),
  );
  const ground = groundColours(lab, width, height);
  const mean = [0, 1, 2].map((k) => lab.reduce((sum, c) => sum + (c[k] ?? 0), 0) / lab.length);
  const whole: Oklab = [mean[0] ?? 0, mean[1] ?? 0, mean[2] ?? 0];
  return Float64Array.from(lab, (colour, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    const right = lab[x + 1 < width ? i + 1 : i] ?? colour;
    const below = lab[y + 1 < height ? i + width : i] ?? colour;
    const fromGround = Math.sqrt(Math.min(...ground.map((known) => oklabDistance2(known, colour))));
    const fromWhole = Math.sqrt(oklabDistance2(whole, colour));
    const change = Math.sqrt(oklabDistance2(colour, right)) + Math.sqrt(oklabDistance2(colour, below));
    const [dx, dy] = [(x + 0.5) / width - 0.5, (y + 0.5) / height - MIDDLE_Y];
    const middle = Math.exp(-(dx * dx + dy * dy) / (2 * MIDDLE_SPREAD ** 2));
    return (fromGround + 0.5 * fromWhole + 0.7 * change) * (0.15 + 0.85 * middle);
  });
}

/** The threshold that parts the values into two classes with the least spread (Otsu, 1979). */
export function otsu(values: Float64Array): number {
  const max = Math.max(...values) || 1;
  const histogram = new Float64Array(64);
  for (const value of values) {
    const bin = Math.min(63, Math.floor((value / max) * 64));
    histogram[bin] = (histogram[bin] ?? 0) + 1;
  }
  const total = values.length;
  const all = histogram.reduce((sum, count, bin) => sum + count * bin, 0);
  let [below, belowSum, best, threshold] = [0, 0, -1, 0];
  for (let bin = 0; bin < 64; bin += 1) {
    below += histogram[bin] ?? 0;
    belowSum += (histogram[bin] ?? 0) * bin;
    if (below === 0 || below === total) continue;
    const spread = below * (total - below) * (belowSum / below - (all - belowSum) / (total - below)) ** 2;
    if (spread > best) [best, threshold] = [spread, bin];
  }
  return ((threshold + 1) / 64) * max;
}

/** From where to where the middle of the mass lies, as fractions. */
function trimmed(mass: Float64Array): [number, number] {
  const total = mass.reduce((sum, value) => sum + value, 0);
  const cut = total * TRIM;
  let [start, end, seen] = [0, mass.length - 1, 0];
  while (start < end && seen + (mass[start] ?? 0) <= cut) seen += mass[start++] ?? 0;
  seen = 0;
  while (end > start && seen + (mass[end] ?? 0) <= cut) seen += mass[end--] ?? 0;
  return [start / mass.length, (end + 1) / mass.length];
}

function widened([from, to]: [number, number]): [number, number] {
  const missing = Math.max(0, SMALLEST - (to - from)) / 2 + MARGIN;
  return [from - missing, to + missing];
}

/**
 * What stands out in the picture: its box as fractions of the frame. Of a cut-out it is the box of its opaque pixels.
 * It finds where to look, not what is there.
 */
export function salientBox(pixels: ImagePixels): Bbox {
  const cutOut = opaqueBox(pixels);
  if (cutOut) return cutOut;
  const { width, height } = pixels;
  const map = saliencyMap(pixels);
  const threshold = otsu(map);
  const [columns, rows] = [new Float64Array(width), new Float64Array(height)];
  for (let i = 0; i < map.length; i += 1) {
    const value = (map[i] ?? 0) >= threshold ? (map[i] ?? 0) : 0;
    const [x, y] = [i % width, Math.floor(i / width)];
    columns[x] = (columns[x] ?? 0) + value;
    rows[y] = (rows[y] ?? 0) + value;
  }
  if (map.every((value) => value < 1e-6)) return { x: 0, y: 0, width: 1, height: 1 };
  const [left, right] = widened(trimmed(columns));
  const [top, bottom] = widened(trimmed(rows));
  return toBbox(left, top, right, bottom);
}
