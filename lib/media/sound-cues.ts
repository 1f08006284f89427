import { SAMPLE_RATE } from './ambient-bed.ts';

/** A soft sound that tells of something, made of a few tones or of noise. Frequencies in Hz. */
type Cue = {
  /** Partials, each the softer the later; empty: low noise. */
  tones: number[];
  seconds: number;
  gain: number;
  /** Seconds until it is there. */
  attack: number;
  /** Times in a row, this far apart in seconds. */
  times: number;
  every: number;
  /** How far the pitch falls over its length, as a share. */
  fall: number;
};

const CUES = {
  bell: {
    tones: [523, 1046, 1409, 2093],
    seconds: 2.6,
    gain: 0.09,
    attack: 0.006,
    times: 1,
    every: 0,
    fall: 0,
  },
  horn: { tones: [98, 147, 196], seconds: 2.2, gain: 0.1, attack: 0.35, times: 1, every: 0, fall: 0 },
  bird: { tones: [2350, 2900], seconds: 0.32, gain: 0.035, attack: 0.04, times: 3, every: 0.55, fall: 0.22 },
  thunder: { tones: [], seconds: 3.2, gain: 0.5, attack: 0.25, times: 1, every: 0, fall: 0 },
  steps: { tones: [92, 133], seconds: 0.09, gain: 0.09, attack: 0.004, times: 4, every: 0.56, fall: 0.3 },
  knock: { tones: [176, 240], seconds: 0.12, gain: 0.12, attack: 0.003, times: 2, every: 0.24, fall: 0.2 },
} satisfies Record<string, Cue>;
export type CueName = keyof typeof CUES;

const WORDS: [CueName, RegExp][] = [
  ['bell', /\b(bells?|chimes?|clinks?|glass)\b/i],
  ['horn', /\b(horns?|foghorn|whistle|ship)\b/i],
  ['bird', /\b(gulls?|birds?|seagulls?|crows?|ravens?|falcon|owl)\b/i],
  ['thunder', /\b(thunder|rumble|explosion|rocket|launch)\b/i],
  ['steps', /\b(steps?|footsteps?|walks?|walking)\b/i],
  ['knock', /\b(knocks?|doors?|latch|hammer|wood)\b/i],
];

/** The cue that a description of an effect asks for; null: it has none here. */
export const cueOf = (text: string): CueName | null =>
  WORDS.find(([, words]) => words.test(text))?.[0] ?? null;

/** Low-pass of thunder: share of each new sample. */
const RUMBLE = 0.012;

/** Adds a cue at a time of the film, a little to one side; it is gone at `until`. Seconds. */
export function addCue(
  channels: readonly [Float32Array, Float32Array],
  name: CueName,
  { at, until, random }: { at: number; until: number; random: () => number },
): void {
  const cue: Cue = CUES[name];
  const pan = 0.3 + 0.4 * random();
  for (let time = 0; time < cue.times; time += 1) {
    const from = Math.round((at + time * cue.every) * SAMPLE_RATE);
    const length = Math.min(Math.round(cue.seconds * SAMPLE_RATE), Math.round(until * SAMPLE_RATE) - from);
    let noise = 0;
    for (let n = 0; n < length; n += 1) {
      const share = n / length;
      // Both ends are at nothing: no click.
      const shape = Math.min(1, n / (cue.attack * SAMPLE_RATE)) * (1 - share) ** 2;
      noise += RUMBLE * (2 * random() - 1 - noise);
      let sample = cue.tones.length === 0 ? noise * 6 : 0;
      for (const [i, tone] of cue.tones.entries()) {
        const turn = (2 * Math.PI * tone * (1 - (cue.fall * share) / 2) * n) / SAMPLE_RATE;
        sample += Math.sin(turn) / (1 + i * 1.6);
      }
      for (const [side, out] of channels.entries()) {
        const loud = sample * shape * cue.gain * (side === 0 ? 1 - pan : pan);
        if (from + n < out.length) out[from + n] = (out[from + n] as number) + loud;
      }
    }
  }
}
