import { z } from 'zod';
import { AppError } from '../errors.ts';

/**
 * Opaque keyset cursors: the sort and the key of the last row seen, as base64url JSON. The list a cursor belongs to
 * is part of it, so a cursor of another order is refused instead of skipping rows.
 */
const cursorSchema = z.tuple([z.string(), z.union([z.string(), z.number()]), z.string()]);

export type Cursor = { key: string | number; id: string };

export function encodeCursor(list: string, key: string | number, id: string): string {
  return Buffer.from(JSON.stringify([list, key, id])).toString('base64url');
}

/** @throws AppError invalid-cursor */
export function decodeCursor(list: string, cursor: string): Cursor {
  const refused = () =>
    new AppError('invalid-cursor', {
      detail: 'This cursor does not belong to this list. Start from the first page.',
    });
  try {
    const [of, key, id] = cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    if (of !== list || !/^[0-9a-f-]{36}$/.test(id)) throw refused();
    return { key, id };
  } catch {
    throw refused();
  }
}
