import { type ImagePixels, OPAQUE_FROM } from '../../../media/image-pixels.ts';
import { oklabDistance2, rgbToOklab } from '../../../media/oklab.ts';
import type { Detection } from '../../../schemas/asset.ts';
import { CUT_OUT_FROM } from '../cut-out.ts';
import { type Box, type Part, partsOf } from './parts.ts';

/** OKLab distance from the ground's colour up to which a pixel is ground: what JPEG and paper make of one colour. */
const GROUND_TO = 0.06;
/** Distance from the ground at which nobody doubts that something stands before it. */
const CLEAR_FROM = 0.25;
/** Share of the frame's edge that one colour must cover for the ground to be plain. */
const PLAIN_FROM = 0.86;
/** A figure has this share of the frame at least, and this share of the largest one's pixels. */
const SMALLEST_SHARE = 0.008;
const SMALLEST_OF_LARGEST = 0.12;
/** More parts than this are a pattern, not figures. */
const MOST = 12;
/** What stands out clears this share of its frame of all pixels; else the ground is not what it seemed. */
const FOREGROUND_TO = 0.9;
/** Share of a small part's width that lies over or under a figure for it to belong to that one: a hat, a shadow. */
const BELONGS_FROM = 0.6;
/** Share of the longer side that two parts may lie apart, twice over, and still be one figure: sails and their hull. */
const REACH = 0.016;

type Ground = {
  /** 1 where something stands before the ground. */
  mask: Uint8Array;
  /** 0…1: how sure each pixel of the mask is. */
  certainty: (pixel: number) => number;
  /** 0…1: how plain the ground is. */
  plainness: number;
};

function alphaGround({ data, width, height }: ImagePixels): Ground | null {
  const mask = new Uint8Array(width * height);
  let clear = 0;
  for (let i = 0; i < mask.length; i += 1) {
    mask[i] = (data[i * 4 + 3] ?? 0) >= OPAQUE_FROM ? 1 : 0;
    clear += 1 - (mask[i] ?? 0);
  }
  if (clear < mask.length * CUT_OUT_FROM || clear === mask.length) return null;
  return { mask, certainty: (pixel) => (data[pixel * 4 + 3] ?? 0) / 255, plainness: 1 };
}

function edgePixels(width: number, height: number): number[] {
  const edge: number[] = [];
  for (let x = 0; x < width; x += 1) edge.push(x, (height - 1) * width + x);
  for (let y = 1; y + 1 < height; y += 1) edge.push(y * width, y * width + width - 1);
  return edge;
}

/** The ground of one colour that the frame's edge shows, and all of it that the edge reaches. */
function plainGround({ data, width, height }: ImagePixels): Ground | null {
  const lab = Array.from({ length: width * height }, (_, i) =>
    rgbToOklab(data[i * 4] ?? 0, data[i * 4 + 1] ?? 0, data[i * 4 + 2] ?? 0),
  );
  const edge = edgePixels(width, height);
  const middle = [0, 1, 2].map(
    (k) => edge.map((i) => lab[i]?.[k] ?? 0).sort((a, b) => a - b)[edge.length >> 1],
  );
  const colour = [middle[0] ?? 0, middle[1] ?? 0, middle[2] ?? 0] as const;
  const far = Float64Array.from(lab, (each) => Math.sqrt(oklabDistance2(each, colour)));
  const isGround = (pixel: number) => (far[pixel] ?? 1) <= GROUND_TO;
  const plain = edge.filter(isGround).length / edge.length;
  if (plain < PLAIN_FROM) return null;
  const mask = new Uint8Array(width * height).fill(1);
  const open = edge.filter(isGround);
  for (const pixel of open) mask[pixel] = 0;
  for (let pixel = open.pop(); pixel !== undefined; pixel = open.pop()) {
    const x = pixel % width;
    const near = [
      pixel - width,
      pixel + width,
      ...(x > 0 ? [pixel - 1] : []),
      ...(x + 1 < width ? [pixel + 1] : []),
    ];
    for (const next of near) {
      if (mask[next] !== 1 || !isGround(next)) continue;
      mask[next] = 0;
      open.push(next);
    }
  }
  return { mask, certainty: (pixel) => Math.min(1, (far[pixel] ?? 0) / CLEAR_FROM), plainness: plain };
}

const overlapOf = (a: Box, b: Box) =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) / Math.max(1, a.right - a.left);

/** Small parts that stand over or under a large one are of it; what belongs to none is dropped. */
function gather(parts: Part[], pixels: number): Part[] {
  const largest = Math.max(0, ...parts.map(({ count }) => count));
  const isLarge = ({ count }: Part) =>
    count >= Math.max(pixels * SMALLEST_SHARE, largest * SMALLEST_OF_LARGEST);
  const figures = parts.filter(isLarge).map((part) => ({ ...part, box: { ...part.box } }));
  for (const part of parts) {
    if (isLarge(part) || part.count < pixels * SMALLEST_SHARE * 0.1) continue;
    const owner = figures.find(({ box }) => overlapOf(part.box, box) >= BELONGS_FROM);
    if (!owner) continue;
    owner.count += part.count;
    owner.certainty += part.certainty;
    owner.box = {
      left: Math.min(owner.box.left, part.box.left),
      top: Math.min(owner.box.top, part.box.top),
      right: Math.max(owner.box.right, part.box.right),
      bottom: Math.max(owner.box.bottom, part.box.bottom),
    };
  }
  return figures;
}

const round4 = (value: number) => Math.round(value * 1e4) / 1e4;
const round2 = (value: number) => Math.round(value * 100) / 100;

/** The box as fractions of the frame. */
export function toFractions({ left, top, right, bottom }: Box, width: number, height: number) {
  const [x, y] = [round4(left / width), round4(top / height)];
  return { x, y, width: round4(right / width - x), height: round4(bottom / height - y) };
}

/**
 * The figures that stand apart on a transparent or plain ground, from left to right: a turnaround gives its views. It
 * finds what hangs together, not what it is. `confidence` is how surely its pixels are not ground (alpha, or distance
 * in colour), times how plain the ground is, less what touches the frame's edge and may go on beyond it. Empty where the ground is neither.
 */
export function findFigures(pixels: ImagePixels): Detection[] {
  const { width, height } = pixels;
  const ground = alphaGround(pixels) ?? plainGround(pixels);
  if (!ground) return [];
  const total = ground.mask.reduce((sum, value) => sum + value, 0);
  if (total > width * height * FOREGROUND_TO) return [];
  const parts = partsOf(
    ground.mask,
    width,
    height,
    ground.certainty,
    Math.round(Math.max(width, height) * REACH),
  );
  const figures = gather(parts, width * height);
  if (figures.length > MOST) return [];
  return figures
    .sort((a, b) => a.box.left - b.box.left || a.box.top - b.box.top)
    .map(({ box, count, certainty }, index) => {
      const cut = [box.left <= 0, box.top <= 0, box.right >= width, box.bottom >= height].filter(
        Boolean,
      ).length;
      return {
        bbox: toFractions(box, width, height),
        label: `Figure ${index + 1}`,
        confidence: round2((certainty / count) * ground.plainness * (1 - 0.12 * cut)),
      };
    });
}
