import { z } from 'zod';
import { AppError } from '../errors.ts';
import { idSchema } from '../schemas/text.ts';

const MAX_CURSOR_LENGTH = 2000;

/** What the key of a list's sort may be: nothing that PostgreSQL would not read as a value of the column. */
export const cursorKey = {
  /** As `toISOString` writes it. PostgreSQL knows no year 0. */
  instant: z.iso.datetime({ precision: 3 }).refine((s) => !s.startsWith('0000')),
  int: z.int32(),
  text: z
    .string()
    .max(1000)
    .refine((s) => s.isWellFormed() && !s.includes('\0')),
};

export type Cursor = { key: string | number; id: string };

const refused = () =>
  new AppError('invalid-cursor', {
    detail: 'This cursor does not belong to this list. Start from the first page.',
  });

/**
 * Opaque keyset cursors: the sort and the key of the last row seen, as base64url JSON. The list a cursor belongs to
 * is part of it, so a cursor of another order is refused instead of skipping rows.
 */
export function encodeCursor(list: string, key: string | number, id: string): string {
  return Buffer.from(JSON.stringify([list, key, id])).toString('base64url');
}

/** @throws AppError invalid-cursor */
export function decodeCursor(list: string, cursor: string, keySchema: z.ZodType<string | number>): Cursor {
  const schema = z.tuple([z.literal(list), keySchema, idSchema]);
  if (cursor.length > MAX_CURSOR_LENGTH) throw refused();
  try {
    const [, key, id] = schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return { key, id };
  } catch {
    throw refused();
  }
}
