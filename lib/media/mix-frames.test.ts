import { expect, it } from 'vitest';
import { mixFrames } from './mix-frames.ts';
import { createFrame } from './yuv.ts';

it.each([0, 0.25, 0.5, 1])('mixes every sample of two frames to a share of %f', (share) => {
  // 6 × 2: eighteen samples, so that some lie beyond the last four.
  const [under, over, out] = [createFrame(6, 2), createFrame(6, 2), createFrame(6, 2)];
  under.data.forEach((_, i) => {
    under.data[i] = (i * 53) & 255;
    over.data[i] = 255 - ((i * 29) & 255);
  });
  mixFrames(under, over, share, out);
  for (const [i, value] of out.data.entries()) {
    const exact = (under.data[i] as number) * (1 - share) + (over.data[i] as number) * share;
    expect(Math.abs(value - exact)).toBeLessThanOrEqual(0.5);
  }
});
