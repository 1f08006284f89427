import { cache } from 'react';
import { AppError } from '#lib/errors.ts';
import { idSchema } from '#lib/schemas/text.ts';

/** Reads what an address names once per request, for title and page; null when the id names nothing or cannot be one. */
export function readOrNull<T>(get: (id: string) => Promise<T>): (id: string) => Promise<T | null> {
  return cache(async (id) => {
    if (!idSchema.safeParse(id).success) return null;
    return get(id).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'not-found') return null;
      throw error;
    });
  });
}
