import { describe, expect, it } from 'vitest';
import { type Ambience, addAmbience, ambiencesOf } from './ambience.ts';
import { SAMPLE_RATE } from './ambient-bed.ts';
import { filmSound, loudnessOf, type SoundScene } from './film-sound.ts';
import { seededRandom } from './seeded-random.ts';
import { cueOf } from './sound-cues.ts';

const scenes: SoundScene[] = [
  { from: 0, to: 4, ambience: 'Waves against the pier, gulls', music: '', effects: ['a bell on the buoy'] },
  { from: 4, to: 8, ambience: 'rain on the windows', music: 'dark strings', effects: [] },
  { from: 8, to: 12, ambience: '', music: '', effects: ['footsteps'] },
];
const rms = (samples: Float32Array) => Math.sqrt(samples.reduce((sum, s) => sum + s * s, 0) / samples.length);
const second = (samples: Float32Array, at: number) =>
  samples.subarray(Math.round(at * SAMPLE_RATE), Math.round((at + 1) * SAMPLE_RATE));

/** Share of the power above a frequency, by a one-pole high-pass. */
function brightness(samples: Float32Array): number {
  const pole = 1 - Math.exp((-2 * Math.PI * 1500) / SAMPLE_RATE);
  let [low, high, all] = [0, 0, 0];
  for (const s of samples) {
    low += pole * (s - low);
    high += (s - low) ** 2;
    all += s * s;
  }
  return high / all;
}

describe('filmSound', () => {
  const sound = filmSound(12, 7, scenes);

  it('is as loud as a bed should be, never clips and is never silent but at its ends', () => {
    expect(Math.abs(loudnessOf(sound) + 23)).toBeLessThan(1.5);
    for (const samples of sound) {
      expect(samples.reduce((most, s) => Math.max(most, Math.abs(s)), 0)).toBeLessThanOrEqual(0.7);
      for (let at = 1; at < 10; at += 1) expect(rms(second(samples, at))).toBeGreaterThan(0.004);
      expect(rms(samples.subarray(0, 480))).toBeLessThan(0.001);
      expect(rms(samples.subarray(-480))).toBeLessThan(0.001);
    }
  });

  it('has no click where a scene ends', () => {
    for (const samples of sound) {
      const steps = (from: number, to: number) => {
        let most = 0;
        for (let n = Math.round(from * SAMPLE_RATE); n < to * SAMPLE_RATE; n += 1)
          most = Math.max(most, Math.abs((samples[n] as number) - (samples[n - 1] as number)));
        return most;
      };
      for (const edge of [4, 8]) expect(steps(edge - 0.05, edge + 0.05)).toBeLessThan(1.3 * steps(5, 7));
    }
  });

  it('is the same for the same scenes and seed, and another for others', () => {
    expect(filmSound(2, 7, scenes)[0]).toEqual(filmSound(2, 7, scenes)[0]);
    expect(filmSound(2, 8, scenes)[0]).not.toEqual(filmSound(2, 7, scenes)[0]);
    expect(filmSound(2, 7, [])[0]).not.toEqual(filmSound(2, 7, scenes)[0]);
  });

  it('hears the place: rain is brighter than the sea, a room is dark', () => {
    const place = (name: Ambience) => {
      const out = new Float32Array(SAMPLE_RATE);
      addAmbience(out, name, {
        from: 0,
        gains: new Float32Array(SAMPLE_RATE).fill(1),
        random: seededRandom(1),
      });
      return brightness(out);
    };
    expect(place('rain')).toBeGreaterThan(2 * place('sea'));
    expect(place('room')).toBeLessThan(place('sea') / 2);
  });

  it('reads what is asked for', () => {
    expect(ambiencesOf('Waves against the pier, light rain')).toEqual(['rain', 'sea']);
    expect(ambiencesOf('')).toEqual(['air']);
    expect(cueOf('A foghorn, far off')).toBe('horn');
    expect(cueOf('a sigh')).toBeNull();
  });
});
