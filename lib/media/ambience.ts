import { SAMPLE_RATE } from './ambient-bed.ts';

/** Noise shaped to sound like a place. Frequencies in Hz. */
type Texture = {
  /** What is left of the noise: below `low`, above `high`. */
  low: number;
  high: number;
  gain: number;
  /** Waves: how deep the loudness goes and comes, and in how many seconds; each side by itself. */
  swell: { depth: number; seconds: number };
  /** Single drops, crackles and voices in a second. */
  grains?: { perSecond: number; gain: number; seconds: number; from: number; to: number };
};

const TEXTURES = {
  sea: { low: 1100, high: 40, gain: 1, swell: { depth: 0.75, seconds: 7.5 } },
  wind: { low: 520, high: 60, gain: 1.1, swell: { depth: 0.6, seconds: 4.6 } },
  rain: {
    low: 9000,
    high: 900,
    gain: 0.3,
    swell: { depth: 0.12, seconds: 9 },
    grains: { perSecond: 26, gain: 0.05, seconds: 0.012, from: 1800, to: 4200 },
  },
  night: {
    low: 380,
    high: 50,
    gain: 0.4,
    swell: { depth: 0.3, seconds: 11 },
    grains: { perSecond: 5, gain: 0.022, seconds: 0.05, from: 3900, to: 4300 },
  },
  fire: {
    low: 300,
    high: 40,
    gain: 0.7,
    swell: { depth: 0.35, seconds: 1.7 },
    grains: { perSecond: 9, gain: 0.09, seconds: 0.008, from: 900, to: 3000 },
  },
  forest: {
    low: 1400,
    high: 200,
    gain: 0.4,
    swell: { depth: 0.45, seconds: 6 },
    grains: { perSecond: 0.9, gain: 0.035, seconds: 0.16, from: 2300, to: 3600 },
  },
  city: {
    low: 240,
    high: 30,
    gain: 1.3,
    swell: { depth: 0.3, seconds: 8 },
    grains: { perSecond: 0.25, gain: 0.04, seconds: 0.7, from: 290, to: 420 },
  },
  crowd: {
    low: 950,
    high: 260,
    gain: 0.8,
    swell: { depth: 0.25, seconds: 2.4 },
    grains: { perSecond: 11, gain: 0.035, seconds: 0.14, from: 240, to: 620 },
  },
  room: { low: 160, high: 30, gain: 0.55, swell: { depth: 0.1, seconds: 13 } },
  air: { low: 320, high: 30, gain: 0.6, swell: { depth: 0.2, seconds: 12 } },
} satisfies Record<string, Texture>;
export type Ambience = keyof typeof TEXTURES;

/** Words that name a place to the ear, the more telling first. */
const WORDS: [Ambience, RegExp][] = [
  ['rain', /\b(rain|rainy|drizzle|downpour|storm|stormy)\b/i],
  ['sea', /\b(sea|ocean|waves?|surf|harbou?r|shore|beach|tide|water|pier|lake|river)\b/i],
  ['wind', /\b(wind|windy|gusts?|breeze|mountain|ridge|desert|valley|field)\b/i],
  ['fire', /\b(fire|flames?|hearth|campfire|crackle|crackling)\b/i],
  ['crowd', /\b(crowd|crowded|voices|chatter|market|bar|caf[eé]|restaurant|audience|people)\b/i],
  ['city', /\b(city|street|traffic|urban|town|engines?|cars?|train|road)\b/i],
  ['forest', /\b(forest|woods?|birds?|birdsong|trees|garden|park|meadow)\b/i],
  ['night', /\b(night|crickets|midnight)\b/i],
  ['room', /\b(room|interior|indoors?|inside|shop|house|office|kitchen|hall|quiet|silence|hum)\b/i],
];

/** What a description of the surroundings sounds like, two at most; nothing known: still air. */
export function ambiencesOf(text: string): Ambience[] {
  const found = WORDS.filter(([, words]) => words.test(text)).map(([name]) => name);
  return found.length > 0 ? found.slice(0, 2) : ['air'];
}

const LEVEL = 0.09;
/** Share of each new sample in a one-pole low-pass at this frequency. */
const poleOf = (frequency: number) => 1 - Math.exp((-2 * Math.PI * frequency) / SAMPLE_RATE);

/** Adds a texture to `out` from sample `from` on, as loud as `gain` of its place says. */
export function addAmbience(
  out: Float32Array,
  name: Ambience,
  { from, gains, random }: { from: number; gains: Float32Array; random: () => number },
): void {
  const { low, high, gain, swell, grains } = TEXTURES[name] as Texture;
  const [soft, deep] = [poleOf(low), poleOf(high)];
  const turn = (2 * Math.PI) / (swell.seconds * SAMPLE_RATE * (0.85 + 0.3 * random()));
  const phase = random() * 2 * Math.PI;
  // What a low-pass takes away is given back, so that all places are about as loud.
  const level = (LEVEL * gain) / Math.sqrt(Math.max(1e-4, soft - deep));
  let first = 0;
  let smooth = 0;
  let slow = 0;
  for (let n = 0; n < gains.length; n += 1) {
    first += soft * (2 * random() - 1 - first);
    smooth += soft * (first - smooth);
    slow += deep * (smooth - slow);
    const wave = 1 - swell.depth * (0.5 + 0.5 * Math.sin(turn * n + phase));
    out[from + n] = (out[from + n] as number) + (smooth - slow) * level * wave * (gains[n] as number);
  }
  if (grains) addGrains(out, grains, { from, gains, random });
}

function addGrains(
  out: Float32Array,
  grains: NonNullable<Texture['grains']>,
  { from, gains, random }: { from: number; gains: Float32Array; random: () => number },
): void {
  const count = Math.round((grains.perSecond * gains.length) / SAMPLE_RATE);
  for (let i = 0; i < count; i += 1) {
    const start = Math.floor(random() * gains.length);
    const length = Math.round(grains.seconds * SAMPLE_RATE * (0.6 + 0.8 * random()));
    const turn = (2 * Math.PI * (grains.from + (grains.to - grains.from) * random())) / SAMPLE_RATE;
    const loud = grains.gain * (0.3 + 0.7 * random());
    for (let n = 0; n < length && start + n < gains.length; n += 1) {
      const shape = Math.sin((Math.PI * n) / length) ** 2;
      const at = from + start + n;
      out[at] = (out[at] as number) + Math.sin(turn * n) * shape * loud * (gains[start + n] as number);
    }
  }
}
