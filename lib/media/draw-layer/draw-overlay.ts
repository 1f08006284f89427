import type { YuvFrame, YuvLayer } from '../yuv.ts';

const COVERS_ALL = 65280;

/** What lies below shows through: `value` and `cover` have 8 fractional bits, 255 × 256 covers all. */
const over = (below: number, value: number, cover: number) =>
  (value + (Math.imul(Math.imul(below, COVERS_ALL - cover), 257) >>> 16) + 128) >> 8;

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
