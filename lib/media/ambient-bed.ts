import { seededRandom } from './seeded-random.ts';

export const SAMPLE_RATE = 48_000;

/** Roots of the chord in Hz: A2 down to D2 and up to C3. */
const ROOTS = [73.42, 82.41, 87.31, 98, 110, 130.81];
/** An open chord: root, fifth, octave, ninth above it, and the fifth again, softer the higher. */
const CHORD = [
  { ratio: 1, gain: 1 },
  { ratio: 1.5, gain: 0.7 },
  { ratio: 2, gain: 0.5 },
  { ratio: 2.25, gain: 0.26 },
  { ratio: 3, gain: 0.2 },
  { ratio: 4, gain: 0.1 },
];
/** A third in place of the ninth, by the mood that is asked for. */
const THIRDS = [
  {
    ratio: 2.4,
    words: /\b(dark|tense|sad|melanchol\w*|minor|ominous|suspense|lonely|grief|fear|storm\w*)\b/i,
  },
  { ratio: 2.5, words: /\b(bright|hope\w*|warm|happy|major|joy\w*|playful|triumph\w*|gentle|tender)\b/i },
];
/** The swell is so slow that it is worked out once in this many samples; in between, tones go on by turning. */
const STEP = 32;
const DETUNE = 0.0016;
const LEVEL = 0.045;
const AIR_LEVEL = 0.05;
/** Share of each new noise sample: a one-pole low-pass near 300 Hz. */
const AIR_SOFTNESS = 0.04;
const FADE_IN_SECONDS = 1.2;
const FADE_OUT_SECONDS = 2;

/**
 * A soft pad with a little air under a film, about -24 dBFS, faded in and out: left and right channel, 48 kHz.
 * `mood` says whether the chord is dark or bright. The same seed, length and mood give the same sound.
 */
export function ambientBed(seconds: number, seed: number, mood = ''): [Float32Array, Float32Array] {
  const random = seededRandom(seed);
  const count = Math.round(seconds * SAMPLE_RATE);
  const root = ROOTS[Math.floor(random() * ROOTS.length)] ?? 98;
  const third = THIRDS.find(({ words }) => words.test(mood))?.ratio;
  const chord = CHORD.map((tone) => (third && tone.ratio === 2.25 ? { ...tone, ratio: third } : tone));
  return [0, 1].map((side) => {
    const out = new Float32Array(count);
    const turn = (2 * Math.PI) / SAMPLE_RATE;
    for (const { ratio, gain } of chord) {
      const frequency = root * ratio * (1 + (side ? DETUNE : -DETUNE) * (0.5 + random()));
      const phase = random() * 2 * Math.PI;
      // Each voice swells by itself, once in 7 to 18 seconds.
      const swell = turn / (7 + 11 * random());
      const swellPhase = random() * 2 * Math.PI;
      const [cosTurn, sinTurn] = [Math.cos(turn * frequency), Math.sin(turn * frequency)];
      for (let start = 0; start < count; start += STEP) {
        const loudness = LEVEL * gain * (0.62 + 0.38 * Math.sin(swell * start + swellPhase));
        const end = Math.min(count, start + STEP);
        let sine = loudness * Math.sin(turn * frequency * start + phase);
        let cosine = loudness * Math.cos(turn * frequency * start + phase);
        for (let n = start; n < end; n += 1) {
          out[n] = (out[n] as number) + sine;
          const next = sine * cosTurn + cosine * sinTurn;
          cosine = cosine * cosTurn - sine * sinTurn;
          sine = next;
        }
      }
    }
    let air = 0;
    for (let n = 0; n < count; n += 1) {
      air += AIR_SOFTNESS * (2 * random() - 1 - air);
      const fade = Math.min(
        1,
        n / (FADE_IN_SECONDS * SAMPLE_RATE),
        (count - n) / (FADE_OUT_SECONDS * SAMPLE_RATE),
      );
      const level = fade < 1 ? 0.5 - 0.5 * Math.cos(Math.PI * fade) : 1;
      out[n] = ((out[n] as number) + AIR_LEVEL * air) * level;
    }
    return out;
  }) as [Float32Array, Float32Array];
}
