import { Prisma, type Tx } from '../db/prisma.ts';

export type FilmUse = { count: number; films: { project_id: string; title: string }[] };

/** Titles of films that a refusal names. */
const NAMED_FILMS = 3;

/** Films that are not deleted, by the manifest they were started with. */
export async function findFilmUses(tx: Tx, manifestIds: string[]): Promise<Map<string, FilmUse>> {
  const rows = await tx.$queryRaw<({ manifest_id: string } & FilmUse)[]>(Prisma.sql`
    SELECT manifest_id, max(total)::int AS count,
      json_agg(json_build_object('project_id', id, 'title', title) ORDER BY place) AS films
    FROM (
      SELECT manifest_id, id, title,
        row_number() OVER (PARTITION BY manifest_id ORDER BY created_at DESC) AS place,
        count(*) OVER (PARTITION BY manifest_id) AS total
      FROM projects WHERE manifest_id = ANY(${manifestIds}::uuid[]) AND deleted_at IS NULL) uses
    WHERE place <= ${NAMED_FILMS} GROUP BY manifest_id`);
  return new Map(rows.map(({ manifest_id, ...use }) => [manifest_id, use]));
}

/** Writes each manifest's own tags, in one statement. */
export async function writeTags(tx: Tx, changes: { id: string; tags: string[] }[]): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    UPDATE manifests m
    SET tags = ARRAY(SELECT tag FROM jsonb_array_elements_text(c.tags) WITH ORDINALITY AS t (tag, place) ORDER BY place)
    FROM jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) AS c (id uuid, tags jsonb)
    WHERE m.id = c.id`);
}
