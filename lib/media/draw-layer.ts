import type { YuvFrame, YuvLayer } from './yuv.ts';

/** Where a layer lies in the frame: its top left corner in frame pixels, and frame pixels per layer pixel. */
export type LayerView = { left: number; top: number; scale: number };

/** `taps`: the layer sample before an output sample, times 512, plus the weight of the one after it in 1/256. */
type Taps = { from: number; to: number; taps: Int32Array };

/** Output sample i lies at `first + i * step`, in layer samples; sample k is centred at k. */
function tapsOf(count: number, size: number, isEndless: boolean, first: number, step: number): Taps {
  const taps = new Int32Array(count);
  let from = count;
  let to = 0;
  for (let i = 0; i < count; i += 1) {
    const at = first + i * step;
    if (!isEndless && (at < -0.5 || at > size - 0.5)) continue;
    from = Math.min(from, i);
    to = i + 1;
    const fixed = Math.round(Math.min(size - 1, Math.max(0, at)) * 256);
    // The last sample is reached with full weight from the one before it, so index + 1 is always inside.
    const before = Math.min(size - 2, fixed >> 8);
    taps[i] = (before << 9) + fixed - before * 256;
  }
  return { from, to, taps };
}

/** Both samples of a packed number weighed, 8 fractional bits each: borrows between the halves cancel out. */
const weighed = (a: number, b: number, after: number) => ((a << 8) + Math.imul(b - a, after)) | 0;

/** One row of a layer: `at` is its first sample, `below` the weight of the row after it in 1/256. */
type Row = { at: number; below: number };

/*
 * Each row is drawn by a function of its own: V8 then compiles the whole of it. A loop over rows round a loop over
 * samples stays in code that was replaced halfway, which is left and entered again with every row.
 */
function drawRows(
  outWidth: number,
  width: number,
  ys: Taps,
  drawRow: (line: number, row: Row) => void,
): void {
  for (let y = ys.from; y < ys.to; y += 1) {
    const down = ys.taps[y] as number;
    drawRow(y * outWidth, { at: (down >> 9) * width, below: down & 511 });
  }
}

function drawOpaqueLuma(out: Uint8Array, line: number, luma: Uint32Array, row: Row, xs: Taps): void {
  const { from, to, taps } = xs;
  const { at, below } = row;
  for (let x = from; x < to; x += 1) {
    const tap = taps[x] as number;
    const i = at + (tap >> 9);
    const both = weighed((luma[i] as number) | 0, (luma[i + 1] as number) | 0, tap & 511);
    const upper = both & 0xffff;
    out[line + x] = ((upper << 8) + Math.imul((both >>> 16) - upper, below) + 32768) >>> 16;
  }
}

/** Both samples of a packed plane at one place, weighed sideways and rounded to 8 bits each. */
const sideways = (a: number, b: number, after: number) =>
  ((weighed(a, b, after) + 0x800080) >>> 8) & 0xff00ff;

const COVERS_ALL = 65280;

/** What lies below shows through: `value` and `cover` have 8 fractional bits, 255 × 256 covers all. */
const over = (below: number, value: number, cover: number) =>
  (value + (Math.imul(Math.imul(below, COVERS_ALL - cover), 257) >>> 16) + 128) >> 8;

function drawBlendedLuma(
  out: Uint8Array,
  line: number,
  { luma, width }: YuvLayer,
  { at, below }: Row,
  { from, to, taps }: Taps,
): void {
  for (let x = from; x < to; x += 1) {
    const tap = taps[x] as number;
    const i = at + (tap >> 9);
    const a = (luma[i] as number) | 0;
    const b = (luma[i + 1] as number) | 0;
    const c = (luma[i + width] as number) | 0;
    const d = (luma[i + width + 1] as number) | 0;
    if ((a | b | c | d) === 0) continue;
    const after = tap & 511;
    const both = weighed(sideways(a, b, after), sideways(c, d, after), below);
    const value = both & 0xffff;
    const cover = both >>> 16;
    out[line + x] = cover === COVERS_ALL ? (value + 128) >> 8 : over(out[line + x] as number, value, cover);
  }
}

function drawOpaqueChroma(
  { u, v }: YuvFrame,
  line: number,
  { chroma, width }: YuvLayer,
  { at, below }: Row,
  { from, to, taps }: Taps,
): void {
  const next = width / 2;
  for (let x = from; x < to; x += 1) {
    const tap = taps[x] as number;
    const i = at + (tap >> 9);
    const after = tap & 511;
    const upper = sideways((chroma[i] as number) | 0, (chroma[i + 1] as number) | 0, after);
    const lower = sideways((chroma[i + next] as number) | 0, (chroma[i + next + 1] as number) | 0, after);
    const both = weighed(upper, lower, below);
    u[line + x] = ((both & 0xffff) + 128) >> 8;
    v[line + x] = ((both >>> 16) + 128) >> 8;
  }
}

function drawBlendedChroma(
  { u, v }: YuvFrame,
  line: number,
  { chroma, width }: YuvLayer,
  alpha: Uint8Array,
  { at, below }: Row,
  { from, to, taps }: Taps,
): void {
  const next = width / 2;
  for (let x = from; x < to; x += 1) {
    const tap = taps[x] as number;
    const i = at + (tap >> 9);
    const a = alpha[i] as number;
    const b = alpha[i + 1] as number;
    const c = alpha[i + next] as number;
    const d = alpha[i + next + 1] as number;
    if ((a | b | c | d) === 0) continue;
    const after = tap & 511;
    const cover = weighed(weighed(a, b, after), weighed(c, d, after), below) >> 8;
    const upper = sideways((chroma[i] as number) | 0, (chroma[i + 1] as number) | 0, after);
    const lower = sideways((chroma[i + next] as number) | 0, (chroma[i + next + 1] as number) | 0, after);
    const both = weighed(upper, lower, below);
    u[line + x] = over(u[line + x] as number, both & 0xffff, cover);
    v[line + x] = over(v[line + x] as number, both >>> 16, cover);
  }
}

/**
 * Draws a layer into a frame, scaled and placed to a fraction of a pixel: bilinear in whole-number arithmetic, so
 * the same on every machine. An opaque layer goes on beyond its edge with its last pixels; one with alpha ends there.
 */
export function drawLayer(frame: YuvFrame, layer: YuvLayer, { left, top, scale }: LayerView): void {
  const isEndless = !layer.alphaHalf;
  const step = 1 / scale;
  const xs = tapsOf(frame.width, layer.width, isEndless, (0.5 - left) / scale - 0.5, step);
  const ys = tapsOf(frame.height, layer.height, isEndless, (0.5 - top) / scale - 0.5, step);
  const { alphaHalf } = layer;
  drawRows(frame.width, layer.width, ys, (line, row) => {
    if (alphaHalf) drawBlendedLuma(frame.y, line, layer, row, xs);
    else drawOpaqueLuma(frame.y, line, layer.luma, row, xs);
  });
  // The frame's colour samples lie at (2k + 0.5, 2k + 1); those of a layer in the middle of their four pixels.
  const halfX = (0.5 - left) / scale / 2 - 0.5;
  const halfY = (1 - top) / scale / 2 - 0.5;
  const halfXs = tapsOf(frame.width / 2, layer.width / 2, isEndless, halfX, step);
  const halfYs = tapsOf(frame.height / 2, layer.height / 2, isEndless, halfY, step);
  drawRows(frame.width / 2, layer.width / 2, halfYs, (line, row) => {
    if (alphaHalf) drawBlendedChroma(frame, line, layer, alphaHalf, row, halfXs);
    else drawOpaqueChroma(frame, line, layer, row, halfXs);
  });
}

function overlayLuma(out: Uint8Array, line: number, luma: Uint32Array, from: number, to: number): void {
  for (let i = from, at = line; i < to; i += 1, at += 1) {
    const both = (luma[i] as number) | 0;
    if (both !== 0) out[at] = over(out[at] as number, (both & 255) << 8, (both >>> 16) << 8);
  }
}

function overlayChroma(
  { u, v }: YuvFrame,
  line: number,
  chroma: Uint32Array,
  alpha: Uint8Array,
  from: number,
  to: number,
): void {
  for (let i = from, at = line; i < to; i += 1, at += 1) {
    const cover = (alpha[i] as number) << 8;
    if (cover === 0) continue;
    const both = (chroma[i] as number) | 0;
    u[at] = over(u[at] as number, (both & 255) << 8, cover);
    v[at] = over(v[at] as number, (both >>> 16) << 8, cover);
  }
}

/** Lays a layer over the frame pixel on pixel with its top left corner at an even place: text, which never moves. */
export function drawOverlay(frame: YuvFrame, layer: YuvLayer, left: number, top: number): void {
  const { luma, chroma, alphaHalf, width, height } = layer;
  if (!alphaHalf || left % 2 || top % 2) throw new RangeError('An overlay has alpha and an even place.');
  for (let y = 0; y < height; y += 1) {
    overlayLuma(frame.y, (top + y) * frame.width + left, luma, y * width, (y + 1) * width);
  }
  const half = width / 2;
  for (let y = 0; y < height / 2; y += 1) {
    const line = ((top / 2 + y) * frame.width + left) / 2;
    overlayChroma(frame, line, chroma, alphaHalf, y * half, (y + 1) * half);
  }
}
