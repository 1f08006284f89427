import { fitDurations } from '../../../pipeline/durations.ts';
import type { SceneAudio, ShotType } from '../../../schemas/storyboard.ts';
import { countWords, splitSentences } from './sentences.ts';

/** Spoken words a second, the breath after a line, and the moment before the first one. Seconds. */
const WORDS_PER_SECOND = 2.5;
const BREATH = 0.5;
const LEAD = 0.3;
/** Shots vary this much around the even share by what there is to see and read. */
const LEAST = 0.8;
const MOST = 1.3;
/** Seconds that a picture needs to be seen, and that the longest speech takes in one shot. */
const SEEN = 1.5;
const LONGEST = 25;
const SHOT_FACTOR: Record<ShotType, number> = { wide: 1.08, medium: 1, two_shot: 1.04, close_up: 0.92 };

export type TimedLine = { speaker: string | null; text: string };

/** How long somebody needs to say a line, and the audience to read it. Seconds. */
export const spokenSeconds = (text: string) => countWords(text) / WORDS_PER_SECOND + BREATH;

/** Letters of a line that are read at once. */
const LINE_LETTERS = 160;

/** A long speech as lines that can be read one after the other: whole sentences, else cut at a comma or a space. */
export function readableLines(text: string): string[] {
  const lines: string[] = [];
  for (const sentence of text.length > LINE_LETTERS ? splitSentences(text) : [text]) {
    const before = lines.at(-1);
    if (before !== undefined && before.length + sentence.length < LINE_LETTERS)
      lines[lines.length - 1] = `${before} ${sentence}`;
    else {
      let rest = sentence;
      while (rest.length > LINE_LETTERS) {
        const some = rest.slice(0, LINE_LETTERS);
        const at = Math.max(some.lastIndexOf(', ') + 1, some.lastIndexOf('、') + 1);
        const cut =
          at > LINE_LETTERS / 3 ? at : some.lastIndexOf(' ') > 0 ? some.lastIndexOf(' ') : LINE_LETTERS;
        lines.push(rest.slice(0, cut).trim());
        rest = rest.slice(cut).trim();
      }
      lines.push(rest);
    }
  }
  return lines;
}

const secondsOf = (lines: TimedLine[]) => lines.reduce((sum, line) => sum + spokenSeconds(line.text), 0);

/** Lines one after the other, moved closer together when the shot is too short for all. */
export function fitLines(lines: TimedLine[], duration: number): SceneAudio['dialogue'] {
  const needed = LEAD + secondsOf(lines);
  const pace = Math.min(1, duration / needed);
  let at = LEAD * pace;
  return lines.map(({ speaker, text }) => {
    const starts_at = Math.round(at * 100) / 100;
    at += spokenSeconds(text) * pace;
    return { speaker, text, starts_at };
  });
}

export type TimedShot = { text: string; shots: number; type: ShotType; lines: TimedLine[] };

/** What each shot needs at least: to be seen, and for its lines, which never take the time that others need. */
function neededOf(shots: TimedShot[], total: number): number[] {
  const seen = Math.min(SEEN, total / shots.length / 2);
  const spoken = shots.map((s) => (s.lines.length > 0 ? Math.min(LONGEST, LEAD + secondsOf(s.lines)) : 0));
  const talks = spoken.filter((s) => s > seen);
  const room = total - seen * (shots.length - talks.length);
  const pace = Math.min(1, room / talks.reduce((a, b) => a + b, 0));
  return spoken.map((s) => Math.max(seen, s * pace));
}

/**
 * Seconds of each shot by its content: longer where there is more to see or read, and as long as its lines need. Whole
 * frames that sum to `total`.
 */
export function durationsOf(shots: TimedShot[], total: number): number[] {
  const words = shots.map((s) => countWords(s.text) / s.shots);
  const mean = words.reduce((a, b) => a + b, 0) / shots.length || 1;
  const wanted = shots.map((shot, i) => {
    const content = 0.85 + 0.15 * ((words[i] ?? 0) / mean);
    const end = i === shots.length - 1 ? 1.05 : 1;
    return Math.min(MOST, Math.max(LEAST, content * SHOT_FACTOR[shot.type] * end));
  });
  return fitDurations(wanted, total, neededOf(shots, total));
}
