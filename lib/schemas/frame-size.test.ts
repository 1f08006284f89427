import { expect, it } from 'vitest';
import { ASPECT_RATIOS, frameSize, RESOLUTIONS } from './project-values.ts';

it.each(RESOLUTIONS)(
  'all shapes of %s have the same number of pixels, in whole pairs, and the ratio they say',
  (resolution) => {
    const sizes = ASPECT_RATIOS.map((ratio) => frameSize(ratio, resolution));
    expect(new Set(sizes.map(({ width, height }) => width * height)).size).toBe(1);
    for (const { width, height } of sizes) expect([width % 2, height % 2]).toEqual([0, 0]);
    expect(ASPECT_RATIOS.map((_, i) => (sizes[i]?.width ?? 0) / (sizes[i]?.height ?? 1))).toEqual([
      16 / 9,
      9 / 16,
      1,
    ]);
  },
);
