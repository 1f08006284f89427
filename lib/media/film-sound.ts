import { addAmbience, ambiencesOf } from './ambience.ts';
import { ambientBed, SAMPLE_RATE } from './ambient-bed.ts';
import { seededRandom } from './seeded-random.ts';
import { addCue, cueOf } from './sound-cues.ts';

/** What is heard in a stretch of a film. Seconds of the film. */
export type SoundScene = { from: number; to: number; ambience: string; music: string; effects: string[] };
export type Stereo = [Float32Array, Float32Array];

/** Scenes fade into each other over this time, half of it in each. */
const CROSSFADE_SECONDS = 1.2;
const FADE_SECONDS = { start: 1, end: 1.8 };
/** How loud the pad is under a place that is heard, and where music is asked for. */
const PAD = { under: 0.4, asked: 1.1 };
/** Loudness of a bed under a film (EBU R 128 asks for -23 LUFS), and the highest peak. */
const TARGET_LUFS = -23;
const PEAK = 0.7;
const BLOCK = Math.round(SAMPLE_RATE * 0.4);
/** Below this, in LUFS, a block is silence and does not count. */
const GATE = -60;

/** Between 0 and 1 at `share`: as loud in sum of squares while two fade into each other. */
const fade = (share: number) => Math.sin((Math.PI / 2) * Math.min(1, Math.max(0, share)));

/** Gain of a scene for each sample from where it begins to be heard. */
function gainsOf({ from, to }: SoundScene, total: number): { start: number; gains: Float32Array } {
  const half = CROSSFADE_SECONDS / 2;
  const start = Math.max(0, Math.round((from - half) * SAMPLE_RATE));
  const end = Math.min(total, Math.round((to + half) * SAMPLE_RATE));
  const gains = new Float32Array(Math.max(0, end - start));
  for (let n = 0; n < gains.length; n += 1) {
    const time = (start + n) / SAMPLE_RATE;
    gains[n] = fade((time - from + half) / CROSSFADE_SECONDS) * fade((to + half - time) / CROSSFADE_SECONDS);
  }
  return { start, gains };
}

/**
 * Loudness in LUFS, near enough for a bed: mean square of blocks of 400 ms without the silent ones (after ITU-R
 * BS.1770, without its frequency weighting but for a high-pass at 60 Hz).
 */
export function loudnessOf(channels: Stereo): number {
  const pole = 1 - Math.exp((-2 * Math.PI * 60) / SAMPLE_RATE);
  const blocks = new Float64Array(Math.ceil(channels[0].length / BLOCK));
  for (const samples of channels) {
    let low = 0;
    for (let n = 0; n < samples.length; n += 1) {
      const sample = samples[n] as number;
      low += pole * (sample - low);
      const at = Math.floor(n / BLOCK);
      blocks[at] = (blocks[at] as number) + (sample - low) ** 2 / BLOCK;
    }
  }
  const loud = [...blocks].filter((power) => power > 10 ** ((GATE + 0.691) / 10));
  if (loud.length === 0) return Number.NEGATIVE_INFINITY;
  return -0.691 + 10 * Math.log10(loud.reduce((sum, power) => sum + power, 0) / loud.length);
}

function level(channels: Stereo): void {
  const loudness = loudnessOf(channels);
  if (!Number.isFinite(loudness)) return;
  let gain = 10 ** ((TARGET_LUFS - loudness) / 20);
  let peak = 0;
  for (const samples of channels) for (const s of samples) peak = Math.max(peak, Math.abs(s));
  gain = Math.min(gain, PEAK / Math.max(1e-6, peak));
  for (const samples of channels)
    for (let n = 0; n < samples.length; n += 1) samples[n] = (samples[n] as number) * gain;
}

function fadeEnds(channels: Stereo): void {
  const [first, last] = [FADE_SECONDS.start * SAMPLE_RATE, FADE_SECONDS.end * SAMPLE_RATE];
  for (const samples of channels) {
    const end = samples.length;
    for (let n = 0; n < Math.min(first, end); n += 1)
      samples[n] = (samples[n] as number) * fade(n / first) ** 2;
    for (let n = Math.max(0, Math.floor(end - last)); n < end; n += 1)
      samples[n] = (samples[n] as number) * fade((end - n) / last) ** 2;
  }
}

/** Adds the pad: quieter under a place that is heard, in full where music is asked for. */
function addPad(channels: Stereo, scenes: SoundScene[], seconds: number, seed: number): void {
  const mood = scenes.map((s) => s.music).join(' ');
  const pad = ambientBed(seconds, seed, mood);
  const total = channels[0].length;
  const gains = new Float32Array(total).fill(scenes.length > 0 ? PAD.under : 1);
  for (const scene of scenes) {
    const wanted = scene.music.trim() !== '' ? PAD.asked : scene.ambience.trim() === '' ? 1 : PAD.under;
    const { start, gains: heard } = gainsOf(scene, total);
    for (let n = 0; n < heard.length; n += 1)
      gains[start + n] = (gains[start + n] as number) + (wanted - PAD.under) * (heard[n] as number) ** 2;
  }
  for (const [side, samples] of channels.entries()) {
    const from = pad[side] as Float32Array;
    for (let n = 0; n < total; n += 1)
      samples[n] = (samples[n] as number) + (from[n] as number) * (gains[n] as number);
  }
}

/**
 * The sound of a film from its audio direction: the place of each scene, a pad by the mood of the music, effects as
 * soft cues. Scenes fade into each other; about -23 LUFS, never clipped, faded at both ends. 48 kHz; the same scenes
 * and seed give the same sound.
 */
export function filmSound(seconds: number, seed: number, scenes: SoundScene[]): Stereo {
  const total = Math.round(seconds * SAMPLE_RATE);
  const channels: Stereo = [new Float32Array(total), new Float32Array(total)];
  addPad(channels, scenes, seconds, seed);
  for (const [index, scene] of scenes.entries()) {
    const { start, gains } = gainsOf(scene, total);
    for (const [side, out] of channels.entries()) {
      for (const name of ambiencesOf(scene.ambience)) {
        const random = seededRandom(seed + index * 7919 + side * 104_729 + name.length * 31);
        addAmbience(out, name, { from: start, gains, random });
      }
    }
    const cues = scene.effects.flatMap((text) => cueOf(text) ?? []);
    for (const [i, cue] of cues.entries()) {
      const at = scene.from + ((scene.to - scene.from) * (i + 0.5)) / (cues.length + 0.5);
      addCue(channels, cue, { at, until: scene.to, random: seededRandom(seed + index * 613 + i) });
    }
  }
  level(channels);
  fadeEnds(channels);
  return channels;
}
