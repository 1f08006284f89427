import { Prisma } from '../db/prisma.ts';
import { type SoughtWord, tsqueryOf } from './tsquery.ts';

/**
 * The condition that manifest `m` holds every word, each in its own texts or in those of any of its assets. Written as
 * the word indexes of the migration, and no OR spans two tables: so PostgreSQL reads indexes instead of whole tables.
 */
export function holdsWords(words: SoughtWord[]): Prisma.Sql {
  const conditions = words.map((word) => {
    const tsquery = tsqueryOf(word);
    if (tsquery === null) return Prisma.sql`false`;
    // DISTINCT, or the planner takes every matching asset for a manifest of its own.
    return Prisma.sql`m.id IN (
      SELECT id FROM manifests WHERE manifest_words(name, description, tags) @@ ${tsquery}::tsquery
      UNION
      SELECT DISTINCT manifest_id FROM assets WHERE asset_words(name, manifest_tag, user_tags) @@ ${tsquery}::tsquery)`;
  });
  return conditions.length > 0 ? Prisma.join(conditions, ' AND ') : Prisma.sql`false`;
}
