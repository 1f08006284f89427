import { describe, expect, it } from 'vitest';
import { drawLayers } from './draw-layer/draw-layers.ts';
import { drawOverlay } from './draw-layer/draw-overlay.ts';
import { createFrame, layerFromPixels, pixelsFromFrame } from './yuv.ts';

const [W, H] = [64, 48];
const flat = (...colour: number[]) => {
  const data = new Uint8Array(W * H * colour.length);
  for (let i = 0; i < data.length; i += 1) data[i] = colour[i % colour.length] as number;
  return { data, width: W, height: H, channels: colour.length };
};
const colourAt = (frame: ReturnType<typeof createFrame>, x: number, y: number) => [
  ...pixelsFromFrame(frame).data.subarray((y * W + x) * 3, (y * W + x) * 3 + 3),
];
const near = (a: number[], b: number[], tolerance = 3) =>
  a.every((value, i) => Math.abs(value - (b[i] ?? 0)) <= tolerance);

describe('layers and frames', () => {
  it.each([
    [255, 255, 255],
    [0, 0, 0],
    [200, 40, 60],
    [20, 90, 220],
  ])('keep the colour %i %i %i', (...colour) => {
    const frame = createFrame(W, H);
    drawLayers(frame, [
      { layer: layerFromPixels(flat(...colour)), view: { left: -3.3, top: -2.7, scale: 1.2 } },
    ]);
    expect(near(colourAt(frame, 20, 20), colour)).toBe(true);
  });

  it('lay a half transparent layer half over what is there, drawn or as an overlay', () => {
    for (const how of ['layer', 'overlay']) {
      const frame = createFrame(W, H);
      drawLayers(frame, [{ layer: layerFromPixels(flat(40, 80, 120)), view: { left: 0, top: 0, scale: 1 } }]);
      const glass = layerFromPixels(flat(240, 200, 160, 128));
      if (how === 'layer') drawLayers(frame, [{ layer: glass, view: { left: 0, top: 0, scale: 1 } }]);
      else drawOverlay(frame, glass, 0, 0);
      expect(near(colourAt(frame, 30, 20), [140, 140, 140])).toBe(true);
    }
  });

  it('leave what lies beside a layer with alpha as it was', () => {
    const frame = createFrame(W, H);
    drawLayers(frame, [
      { layer: layerFromPixels(flat(255, 255, 255, 255)), view: { left: 40, top: 30, scale: 1 } },
    ]);
    expect(colourAt(frame, 10, 10)).toEqual([0, 0, 0]);
    expect(near(colourAt(frame, 60, 44), [255, 255, 255])).toBe(true);
  });

  it('extend an opaque layer by its edge', () => {
    const frame = createFrame(W, H);
    drawLayers(frame, [
      { layer: layerFromPixels(flat(90, 90, 90)), view: { left: 30, top: 30, scale: 0.2 } },
    ]);
    expect(near(colourAt(frame, 0, 0), [90, 90, 90])).toBe(true);
  });

  it('refuse odd sizes', () => {
    expect(() => layerFromPixels({ data: new Uint8Array(27), width: 3, height: 3, channels: 3 })).toThrow(
      RangeError,
    );
  });
});
