import type { StoryboardScene } from '../schemas/storyboard.ts';

/** Words on the screen for a while. Seconds from the start of the shot. */
export type SceneCue = { from: number; to: number; speaker: string | null; text: string };

/** Seconds that a line stays at least, and that reading a character takes. */
const SHORTEST = 1.2;
const PER_CHARACTER = 0.062;
const READING_START = 0.5;

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/**
 * What is read in a shot: its dialogue, each line from when it is spoken until it is read or the next one begins;
 * without dialogue its sentence. `nameOf` names who speaks.
 */
export function sceneCues(
  { audio, description, duration }: Pick<StoryboardScene, 'audio' | 'description' | 'duration'>,
  nameOf: (tag: string) => string | null,
): SceneCue[] {
  const lines = audio.dialogue
    .map((line) => ({ ...line, text: oneLine(line.text) }))
    .filter((line) => line.text !== '' && line.starts_at < duration)
    .sort((a, b) => a.starts_at - b.starts_at);
  if (lines.length === 0) {
    const text = oneLine(description);
    return text === '' ? [] : [{ from: 0, to: duration, speaker: null, text }];
  }
  return lines.map(({ text, speaker, starts_at }, i) => {
    const reading = Math.max(SHORTEST, READING_START + text.length * PER_CHARACTER);
    const to = Math.min(duration, starts_at + reading, lines[i + 1]?.starts_at ?? duration);
    return { from: starts_at, to, speaker: speaker && nameOf(speaker), text };
  });
}
