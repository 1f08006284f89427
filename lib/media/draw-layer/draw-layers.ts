import type { YuvFrame, YuvLayer } from '../yuv.ts';
import { type RowMemory, rowMemory } from './rows.ts';
import { type Taps, tapsOf } from './taps.ts';

/** Where a layer lies in the frame: its top left corner in frame pixels, and frame pixels per layer pixel. */
export type LayerView = { left: number; top: number; scale: number };
export type ViewedLayer = { layer: YuvLayer; view: LayerView };

/** Bytes of layers that are kept beside the rows that draw them: those of several shots. */
const KEPT_BYTES = 128 * 2 ** 20;
const VECTOR = 4;

type Kept = { luma: number; chroma: number; alpha: number };

let shared: RowMemory | undefined;
let kept = new Map<YuvLayer, Kept>();

/** The layer's planes in the memory of the rows; its alpha with 16 bits a sample. */
function keep(memory: RowMemory, layer: YuvLayer): Kept {
  const known = kept.get(layer);
  if (known) return known;
  const { luma, chroma, alphaHalf } = layer;
  const places = {
    luma: memory.take(luma.byteLength),
    chroma: memory.take(chroma.byteLength),
    alpha: alphaHalf ? memory.take(alphaHalf.length * 2) : 0,
  };
  const bytes = memory.bytes();
  bytes.set(new Uint8Array(luma.buffer, luma.byteOffset, luma.byteLength), places.luma);
  bytes.set(new Uint8Array(chroma.buffer, chroma.byteOffset, chroma.byteLength), places.chroma);
  if (alphaHalf) new Uint16Array(bytes.buffer, places.alpha, alphaHalf.length).set(alphaHalf);
  kept.set(layer, places);
  return places;
}

type Tables = { offsets: number; weights: number; count: number };

/** What the rows read of `taps`: see rows.assembly. Behind the last sample nothing has weight. */
function tablesOf(memory: RowMemory, { from, to, before, after }: Taps): Tables {
  const count = to - from;
  const padded = Math.ceil(count / VECTOR) * VECTOR;
  const offsets = memory.take(padded * 4);
  const weights = memory.take(padded * 8);
  const { buffer } = memory.bytes();
  const offset = new Uint32Array(buffer, offsets, padded).fill(0);
  const weight = new Uint32Array(buffer, weights, padded * 2).fill(0);
  for (let i = 0; i < count; i += 1) {
    offset[i] = (before[from + i] as number) * 4;
    const after256 = after[from + i] as number;
    const pair = (256 - after256) | (after256 << 16);
    weight[2 * i] = pair;
    weight[2 * i + 1] = pair;
  }
  return { offsets, weights, count };
}

/** A frame in the memory of the rows; each plane by itself, since rows write up to three samples beyond their end. */
type Canvas = { memory: RowMemory; width: number; height: number; y: number; u: number; v: number };

function drawLuma(canvas: Canvas, layer: YuvLayer, { luma }: Kept, xs: Taps, ys: Taps): void {
  const { draw } = canvas.memory;
  const { offsets, weights, count } = tablesOf(canvas.memory, xs);
  const stride = layer.width * 4;
  for (let y = ys.from; y < ys.to; y += 1) {
    const out = canvas.y + y * canvas.width + xs.from;
    const row = luma + (ys.before[y] as number) * stride;
    const below = ys.after[y] as number;
    if (layer.alphaHalf) draw.blendedLuma(out, row, row + stride, below, offsets, weights, count);
    else draw.opaqueLuma(out, row, below, offsets, weights, count);
  }
}

function drawChroma(canvas: Canvas, layer: YuvLayer, { chroma, alpha }: Kept, xs: Taps, ys: Taps): void {
  const { draw } = canvas.memory;
  const { offsets, weights, count } = tablesOf(canvas.memory, xs);
  const stride = layer.width * 2;
  for (let y = ys.from; y < ys.to; y += 1) {
    const at = (y * canvas.width) / 2 + xs.from;
    const [u, v] = [canvas.u + at, canvas.v + at];
    const before = ys.before[y] as number;
    const row = chroma + before * stride;
    const below = ys.after[y] as number;
    if (layer.alphaHalf) {
      const opacity = alpha + (before * stride) / 2;
      const next = opacity + stride / 2;
      draw.blendedChroma(u, v, row, row + stride, opacity, next, below, offsets, weights, count);
    } else draw.opaqueChroma(u, v, row, row + stride, below, offsets, weights, count);
  }
}

function drawLayer(canvas: Canvas, layer: YuvLayer, { left, top, scale }: LayerView): void {
  const places = keep(canvas.memory, layer);
  const isEndless = !layer.alphaHalf;
  const step = 1 / scale;
  const { width, height } = canvas;
  const xs = tapsOf(width, layer.width, isEndless, (0.5 - left) / scale - 0.5, step);
  const ys = tapsOf(height, layer.height, isEndless, (0.5 - top) / scale - 0.5, step);
  drawLuma(canvas, layer, places, xs, ys);
  // The frame's colour samples lie at (2k + 0.5, 2k + 1); those of a layer in the middle of their four pixels.
  const halfX = (0.5 - left) / scale / 2 - 0.5;
  const halfY = (1 - top) / scale / 2 - 0.5;
  const halfXs = tapsOf(width / 2, layer.width / 2, isEndless, halfX, step);
  const halfYs = tapsOf(height / 2, layer.height / 2, isEndless, halfY, step);
  drawChroma(canvas, layer, places, halfXs, halfYs);
}

/**
 * Draws layers into a frame from back to front, scaled and placed to a fraction of a pixel: bilinear in whole-number
 * arithmetic, so the same on every machine. An opaque layer goes on beyond its edge with its last pixels and so covers
 * what was there; one with alpha ends at its edge.
 */
export function drawLayers(frame: YuvFrame, layers: readonly ViewedLayer[]): void {
  shared ??= rowMemory();
  const memory = shared;
  if (memory.used() > KEPT_BYTES) {
    memory.release(0);
    kept = new Map();
  }
  for (const { layer } of layers) keep(memory, layer);
  const mark = memory.used();
  const { width, height } = frame;
  const place = (plane: Uint8Array) => memory.take(plane.length);
  const canvas = { memory, width, height, y: place(frame.y), u: place(frame.u), v: place(frame.v) };
  const planes = ['y', 'u', 'v'] as const;
  if (layers[0]?.layer.alphaHalf) for (const plane of planes) memory.bytes().set(frame[plane], canvas[plane]);
  for (const { layer, view } of layers) drawLayer(canvas, layer, view);
  for (const plane of planes) {
    const at = canvas[plane];
    frame[plane].set(memory.bytes().subarray(at, at + frame[plane].length));
  }
  memory.release(mark);
}
