import { type FilmFrames, filmFramesSchema } from '../schemas/lockfile.ts';

/**
 * The hashes in a film's row when they are of the film that is there; null: not worked out yet, or by a version that
 * wrote them otherwise. They are worked out again then.
 */
export function readFilmFrames(row: { outputHash: string | null; outputFrames: unknown }): FilmFrames | null {
  const { data } = filmFramesSchema.safeParse(row.outputFrames);
  return data && data.film === row.outputHash ? data : null;
}
