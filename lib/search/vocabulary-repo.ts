import { db, Prisma } from '../db/prisma.ts';

/** More words of the vocabulary than this contain only what is too short to look for. */
const MAX_LEXEMES = 3000;

/** In LIKE patterns `%` and `_` are wildcards; a search means them as characters. */
const containing = (word: string) => `%${word.replace(/[\\%_]/g, '\\$&')}%`;

export type Known = { containing: string[]; like: string[] };

/**
 * Words of the vocabulary that contain each of these, and words that look like it to a trigram index (many more than
 * resemble it), in one query. `typos`: those whose likes are wanted.
 */
export async function findWords(words: string[], typos: string[]): Promise<Map<string, Known>> {
  const rows = await db().$queryRaw<{ typed: string; word: string; contains: boolean }[]>(Prisma.sql`
    SELECT typed.word AS typed, found.word, true AS contains
    FROM unnest(${words}::text[], ${words.map(containing)}::text[]) AS typed (word, pattern)
    CROSS JOIN LATERAL (
      SELECT DISTINCT word FROM search_words WHERE search_words.word LIKE typed.pattern LIMIT ${MAX_LEXEMES}) found
    UNION ALL
    SELECT typed.word, found.word, false
    FROM unnest(${typos}::text[]) AS typed (word)
    CROSS JOIN LATERAL (SELECT word FROM words_like(typed.word) AS word) found`);
  const known = new Map<string, Known>(words.map((word) => [word, { containing: [], like: [] }]));
  for (const { typed, word, contains } of rows)
    known.get(typed)?.[contains ? 'containing' : 'like'].push(word);
  return known;
}

/** Which of these rows count when it is asked whether a word stands anywhere. */
export type Place = 'library' | 'trash';

/** Whether any manifest that can be seen there, any asset of one or (in the library) any film matches a `tsquery`. */
export async function isAnywhere(tsquery: string, place: Place): Promise<boolean> {
  const seen =
    place === 'trash'
      ? Prisma.sql`m.deleted_at IS NOT NULL AND m.owner_project_id IS NULL`
      : Prisma.sql`m.deleted_at IS NULL AND m.owner_project_id IS NULL`;
  const films =
    place === 'trash'
      ? Prisma.empty
      : Prisma.sql`OR EXISTS (SELECT FROM projects WHERE film_words(title, prompt) @@ ${tsquery}::tsquery AND deleted_at IS NULL)`;
  const rows = await db().$queryRaw<{ answer: boolean }[]>(Prisma.sql`
    SELECT EXISTS (SELECT FROM manifests m WHERE manifest_words(name, description, tags) @@ ${tsquery}::tsquery AND ${seen})
      OR EXISTS (
        SELECT FROM assets a JOIN manifests m ON m.id = a.manifest_id
        WHERE asset_words(a.name, a.manifest_tag, a.user_tags) @@ ${tsquery}::tsquery AND ${seen})
      ${films} AS answer`);
  return rows[0]?.answer ?? false;
}
