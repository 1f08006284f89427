import type { ImagePixels } from '../../../media/image-pixels.ts';
import type { Bbox, Detection } from '../../../schemas/asset.ts';
import { findFigures, toFractions } from './figures.ts';
import { type Part, partsOf } from './parts.ts';
import { otsu, saliencyMap } from './saliency.ts';

/** A region has this share of the frame at least. */
const REGION_FROM = 0.012;
/** Nor more than this: what fills the frame is the frame. */
const REGION_TO = 0.4;
/** A region stands out this many times as much as the threshold that parts it from the rest. */
const CLEAR_FROM = 1.1;
/** Share of its box that a region fills: what sprawls is no thing. */
const FILLED_FROM = 0.35;
const MOST_REGIONS = 5;
/** Pixels each way. */
const SMOOTH = 2;
/** Overlap of a lone figure with the salient crop from which it says nothing new. */
const SAME_FROM = 0.75;

/** Intersection over union. */
export function overlapOf(a: Bbox, b: Bbox): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  if (across <= 0 || down <= 0) return 0;
  const shared = across * down;
  return shared / (a.width * a.height + b.width * b.height - shared);
}

/** Mean of each pixel's surroundings: texture alone makes no region. */
function smoothed(map: Float64Array, width: number, height: number): Float64Array {
  return map.map((_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    let [sum, count] = [0, 0];
    for (let v = Math.max(0, y - SMOOTH); v <= Math.min(height - 1, y + SMOOTH); v += 1) {
      for (let u = Math.max(0, x - SMOOTH); u <= Math.min(width - 1, x + SMOOTH); u += 1) {
        sum += map[v * width + u] ?? 0;
        count += 1;
      }
    }
    return sum / count;
  });
}

/** Regions of a picture that stand out apart from each other; none where only one does. */
function findRegions(pixels: ImagePixels): Detection[] {
  const { width, height } = pixels;
  const map = smoothed(saliencyMap(pixels), width, height);
  const threshold = otsu(map);
  if (threshold <= 0) return [];
  const mask = Uint8Array.from(map, (value) => (value >= threshold ? 1 : 0));
  const isClear = ({ box, count, certainty }: Part) => {
    const area = (box.right - box.left) * (box.bottom - box.top);
    return (
      count >= width * height * REGION_FROM &&
      area <= width * height * REGION_TO &&
      count >= area * FILLED_FROM &&
      certainty / count >= CLEAR_FROM
    );
  };
  const regions = partsOf(mask, width, height, (pixel) => (map[pixel] ?? 0) / threshold, 0)
    .filter(isClear)
    .sort((a, b) => b.certainty - a.certainty)
    .slice(0, MOST_REGIONS);
  if (regions.length < 2) return [];
  return regions.map(({ box, count, certainty }, index) => ({
    bbox: toFractions(box, width, height),
    label: `Region ${index + 1}`,
    // Half sure at the threshold, and never as sure as of a figure that stands free.
    confidence: Math.round(Math.min(0.85, 0.5 * (certainty / count)) * 100) / 100,
  }));
}

/**
 * What the picture holds, by rule and without a model: figures that stand apart on a transparent or plain ground, else
 * the regions that stand out where there are several. Labels only count; a lone figure that is the salient crop is
 * left out. The same pixels give the same boxes.
 */
export function detect(pixels: ImagePixels, small: ImagePixels, salient: Bbox): Detection[] {
  const figures = findFigures(pixels);
  const [only] = figures;
  if (figures.length > 1) return figures;
  if (only) return overlapOf(only.bbox, salient) >= SAME_FROM ? [] : figures;
  return findRegions(small);
}
