import type { FieldError } from 'react-hook-form';
import { PROJECT_LIMITS } from '#lib/schemas/project.ts';

const { clipSeconds, totalSeconds } = PROJECT_LIMITS;

const WORDS: Record<string, string> = {
  empty: 'Write what the film shows.',
  'too-long': 'This is too long.',
  'control-character': 'This holds a character that cannot be shown. Delete it or type it again.',
  'not-well-formed': 'This holds a broken character. Delete it or type it again.',
  'stacked-marks': 'This stacks too many accents on one letter.',
};
const RANGES: Record<string, string> = {
  clip_duration: `${clipSeconds.min} to ${clipSeconds.max} seconds.`,
  total_duration: `${totalSeconds.min} to ${totalSeconds.max} seconds.`,
  seed: `A whole number from 0 to ${PROJECT_LIMITS.seed}.`,
};

/** What is wrong with a field, for people; null when nothing is. */
export function fieldMessage(error: FieldError | undefined, name?: keyof GenerateRanges): string | null {
  if (!error) return null;
  const message = error.message ?? '';
  if (message in WORDS) return WORDS[message] ?? null;
  return (name && RANGES[name]) ?? `This ${message || 'is not valid'}.`;
}

type GenerateRanges = { clip_duration: number; total_duration: number; seed: number };
