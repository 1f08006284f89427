import { describe, expect, it } from 'vitest';
import { ambientBed, SAMPLE_RATE } from './ambient-bed.ts';

const loudness = (samples: Float32Array) =>
  Math.sqrt(samples.reduce((sum, s) => sum + s * s, 0) / samples.length);

describe('ambientBed', () => {
  const [left, right] = ambientBed(6, 3);

  it('is soft, never clips, and fades at both ends', () => {
    expect(left.length).toBe(6 * SAMPLE_RATE);
    expect(left.reduce((most, s) => Math.max(most, Math.abs(s)), 0)).toBeLessThan(0.4);
    const middle = loudness(left.subarray(2 * SAMPLE_RATE, 4 * SAMPLE_RATE));
    expect(middle).toBeGreaterThan(0.01);
    expect(middle).toBeLessThan(0.12);
    expect(loudness(left.subarray(0, 480))).toBeLessThan(middle / 100);
    expect(loudness(left.subarray(-480))).toBeLessThan(middle / 100);
  });

  it('is the same for the same seed, another for another, and wide', () => {
    expect(ambientBed(1, 3)[0]).toEqual(ambientBed(1, 3)[0]);
    expect(ambientBed(1, 4)[0]).not.toEqual(ambientBed(1, 3)[0]);
    expect(right).not.toEqual(left);
  });
});
