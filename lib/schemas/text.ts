import { z } from 'zod';
import { FORBIDDEN_IN_LINE, FORBIDDEN_IN_PROSE, INVISIBLE, STACKED_MARKS } from './text-rules.ts';

const UTF8_BYTES_PER_CODE_POINT = 4;

function text(max: number, forbidden: RegExp) {
  return z
    .string()
    .max(max * UTF8_BYTES_PER_CODE_POINT, { error: 'too-long' })
    .refine((s) => s.isWellFormed(), { error: 'not-well-formed' })
    .refine((s) => !forbidden.test(s), { error: 'control-character' })
    .refine((s) => !STACKED_MARKS.test(s), { error: 'stacked-marks' })
    .overwrite((s) => s.normalize('NFC').trim())
    .refine((s) => [...s].length <= max, { error: 'too-long' })
    .meta({ maxLength: max });
}

/** One visible line of 1…max code points, NFC, trimmed. */
export const lineSchema = (max: number) =>
  text(max, FORBIDDEN_IN_LINE).refine((s) => s.replace(INVISIBLE, '').length > 0, { error: 'empty' });

/** Prose of 0…max code points, NFC, trimmed; tabs and new lines allowed. */
export const proseSchema = (max: number) => text(max, FORBIDDEN_IN_PROSE);

/** A set of short labels: trimmed, no repeats (compared without case), order kept. */
export const tagsSchema = (maxTags: number, maxLength: number) =>
  z
    .array(lineSchema(maxLength))
    .max(maxTags, { error: 'too-many' })
    .overwrite((tags) => {
      const seen = new Set<string>();
      return tags.filter((t) => {
        const key = t.toLowerCase();
        if (seen.has(key)) return false;
        seen.add(key);
        return true;
      });
    });

/** Lower-case hyphenated UUID, the only spelling of an id that is accepted. */
export const idSchema = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, { error: 'not-an-id' });

/** SHA-256 as 64 lower-case hex digits. */
export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/, { error: 'not-a-hash' });

/** UTC instant in ISO 8601 with `Z`. */
export const instantSchema = z.iso.datetime();
