import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../seeded-random.ts';
import { createFrame, layerFromPixels, type YuvFrame, type YuvLayer } from '../yuv.ts';
import { drawLayers, type ViewedLayer } from './draw-layers.ts';
import { SOURCE_HASH } from './rows.generated.ts';
import { sourceHash } from './source-hash.ts';
import { type Taps, tapsOf } from './taps.ts';

const low = (packed: number) => packed & 0xffff;
const high = (packed: number) => packed >>> 16;
type Part = (packed: number) => number;

/** One output sample by the book: the four samples round it, weighed in whole numbers. */
function sampleAt(plane: ArrayLike<number>, width: number, xs: Taps, ys: Taps, x: number, y: number) {
  const [w, h] = [xs.after[x] ?? 0, ys.after[y] ?? 0];
  const at = (ys.before[y] ?? 0) * width + (xs.before[x] ?? 0);
  const across = (from: number, part: Part) =>
    part(plane[from] ?? 0) * (256 - w) + part(plane[from + 1] ?? 0) * w;
  const rounded = (from: number, part: Part) => (across(from, part) + 128) >> 8;
  return {
    twice: (part: Part) => rounded(at, part) * (256 - h) + rounded(at + width, part) * h,
    once: (part: Part) => across(at, part) * (256 - h) + across(at + width, part) * h,
    packed: () => (across(at, low) * (256 - h) + across(at, high) * h + 32768) >>> 16,
  };
}

const over = (below: number, value: number, cover: number) =>
  (value + Math.floor((below * (65280 - cover) * 257) / 65536) + 128) >> 8;

function drawByTheBook(frame: YuvFrame, { layer, view: { left, top, scale } }: ViewedLayer): void {
  const { width, height, luma, chroma, alphaHalf } = layer;
  const [isEndless, step] = [!alphaHalf, 1 / scale];
  const first = (shift: number, at: number) => (shift - at) / scale;
  const each = (xs: Taps, ys: Taps, draw: (x: number, y: number) => void) => {
    for (let y = ys.from; y < ys.to; y += 1) for (let x = xs.from; x < xs.to; x += 1) draw(x, y);
  };
  const xs = tapsOf(frame.width, width, isEndless, first(0.5, left) - 0.5, step);
  const ys = tapsOf(frame.height, height, isEndless, first(0.5, top) - 0.5, step);
  each(xs, ys, (x, y) => {
    const sample = sampleAt(luma, width, xs, ys, x, y);
    const at = y * frame.width + x;
    frame.y[at] = alphaHalf ? over(frame.y[at] ?? 0, sample.twice(low), sample.twice(high)) : sample.packed();
  });
  const halfXs = tapsOf(frame.width / 2, width / 2, isEndless, first(0.5, left) / 2 - 0.5, step);
  const halfYs = tapsOf(frame.height / 2, height / 2, isEndless, first(1, top) / 2 - 0.5, step);
  each(halfXs, halfYs, (x, y) => {
    const sample = sampleAt(chroma, width / 2, halfXs, halfYs, x, y);
    const at = (y * frame.width) / 2 + x;
    const cover = alphaHalf ? sampleAt(alphaHalf, width / 2, halfXs, halfYs, x, y).once(low) >> 8 : 65280;
    frame.u[at] = over(frame.u[at] ?? 0, sample.twice(low), cover);
    frame.v[at] = over(frame.v[at] ?? 0, sample.twice(high), cover);
  });
}

const random = seededRandom(11);
const upTo = (most: number) => Math.floor(random() * most);
const evenUpTo = (most: number) => 2 * (1 + upTo(most / 2));

/** Noise; of one with alpha a third is clear, as the rows pass over what is. */
function noise(channels: 3 | 4): YuvLayer {
  const [width, height] = [evenUpTo(60), evenUpTo(50)];
  const data = Uint8Array.from({ length: width * height * channels }, () => upTo(256));
  if (channels === 4)
    for (let i = 0; i < width * height; i += 1)
      data[i * 4 + 3] = i % width < width / 3 ? 0 : ([0, 255, upTo(256)][upTo(3)] ?? 0);
  return layerFromPixels({ data, width, height, channels });
}

const viewed = (layer: YuvLayer): ViewedLayer => ({
  layer,
  view: { left: random() * 60 - 30, top: random() * 60 - 30, scale: 0.2 + random() * 3 },
});

describe('drawLayers', () => {
  it('draws what the formula says, sample by sample, in frames of any even size', () => {
    for (let round = 0; round < 120; round += 1) {
      const drawn = createFrame(evenUpTo(90), evenUpTo(60));
      for (let i = 0; i < drawn.data.length; i += 1) drawn.data[i] = 16 + upTo(220);
      const expected = createFrame(drawn.width, drawn.height);
      expected.data.set(drawn.data);
      const layers = [noise(round % 3 ? 3 : 4), noise(4), noise(4)].map(viewed);
      for (const layer of layers) drawByTheBook(expected, layer);
      drawLayers(drawn, layers);
      expect(drawn.data.equals(expected.data), `round ${round}`).toBe(true);
    }
  });

  it('draws with rows compiled of the source that lies beside them', () => {
    const source = readFileSync(path.join(import.meta.dirname, 'rows.assembly'), 'utf8');
    expect(SOURCE_HASH, 'run npm run draw-rows').toBe(sourceHash(source));
  });
});
