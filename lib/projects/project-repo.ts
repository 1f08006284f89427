import { db, Prisma, type Tx } from '../db/prisma.ts';
import type { Cursor } from '../http/cursor.ts';
import type { ListProjectsQuery } from '../schemas/project.ts';

/** In ILIKE patterns `%` and `_` are wildcards; a search term means them as characters. */
const literally = (q: string) => `%${q.replace(/[\\%_]/g, '\\$&')}%`;

/** Rows that the filters of the list keep. `p` is projects. */
function keeps({ status, manifest_id, q }: ListProjectsQuery): Prisma.Sql {
  const conditions = [Prisma.sql`p.deleted_at IS NULL`];
  if (status) conditions.push(Prisma.sql`p.status = ${status}::"ProjectStatus"`);
  if (manifest_id) conditions.push(Prisma.sql`p.manifest_id = ${manifest_id}::uuid`);
  if (q) conditions.push(Prisma.sql`(p.title ILIKE ${literally(q)} OR p.prompt ILIKE ${literally(q)})`);
  return Prisma.join(conditions, ' AND ');
}

const WITH_MANIFEST = {
  manifest: { select: { name: true, ownerProjectId: true } },
} satisfies Prisma.ProjectInclude;
export type ProjectWithManifest = Prisma.ProjectGetPayload<{ include: typeof WITH_MANIFEST }>;

export const findProjects = (ids: string[]): Promise<ProjectWithManifest[]> =>
  db().project.findMany({ where: { id: { in: ids } }, include: WITH_MANIFEST });

/** A film that is not deleted, with the name of its manifest; null when there is none. */
export const findProject = (tx: Tx, id: string): Promise<ProjectWithManifest | null> =>
  tx.project.findFirst({ where: { id, deletedAt: null }, include: WITH_MANIFEST });

/** What a run has made so far. */
export type ProjectFacts = {
  scenes_total: number;
  scenes_done: number;
  keyframes_total: number;
  keyframes_done: number;
  keyframes_failed: number;
  clips_failed: number;
  /** The first keyframe at hand. */
  thumbnail_hash: string | null;
  film_bytes: number | null;
};

/** What a run of the films `p` has made. A scene is done when its chosen clip is. */
const FACT_COLUMNS = Prisma.sql`p.id, c.*, k.*, t.thumbnail_hash, b.size AS film_bytes`;
const FACT_JOINS = Prisma.sql`
    LEFT JOIN blobs b ON b.hash = p.output_hash
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS scenes_total,
        count(*) FILTER (WHERE clips.state = 'done')::int AS scenes_done,
        count(*) FILTER (WHERE clips.state = 'failed')::int AS clips_failed
      FROM scenes s LEFT JOIN clips ON clips.scene_id = s.id AND clips.is_chosen WHERE s.project_id = p.id AND s.removed_at IS NULL) c
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS keyframes_total,
        count(*) FILTER (WHERE keyframes.state = 'done')::int AS keyframes_done,
        count(*) FILTER (WHERE keyframes.state = 'failed')::int AS keyframes_failed
      FROM scenes s JOIN keyframes ON keyframes.scene_id = s.id WHERE s.project_id = p.id AND s.removed_at IS NULL) k
    LEFT JOIN LATERAL (
      SELECT keyframes.blob_hash AS thumbnail_hash
      FROM scenes s JOIN keyframes ON keyframes.scene_id = s.id
      WHERE s.project_id = p.id AND s.removed_at IS NULL AND keyframes.state = 'done'
      ORDER BY s.scene_index, keyframes.position DESC LIMIT 1) t ON true`;

type FactRow = ProjectFacts & { id: string };

/** Facts of these films in one query. */
export async function findFacts(tx: Tx, ids: string[]): Promise<Map<string, ProjectFacts>> {
  const rows = await tx.$queryRaw<FactRow[]>(Prisma.sql`
    SELECT ${FACT_COLUMNS} FROM projects p ${FACT_JOINS} WHERE p.id = ANY(${ids}::uuid[])`);
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}

/**
 * Facts of one page of films, newest first, one more than `limit` when there is a next page, and how many films the
 * filters keep; in one query.
 */
export async function findPage(
  query: ListProjectsQuery,
  after: Cursor | null,
): Promise<{ facts: FactRow[]; total: number }> {
  const beyond = after
    ? Prisma.sql`AND (p.created_at, p.id) < (${after.key}::timestamptz, ${after.id}::uuid)`
    : Prisma.empty;
  const rows = await db().$queryRaw<{ facts: FactRow[]; total: number }[]>(Prisma.sql`
    SELECT (SELECT count(*)::int FROM projects p WHERE ${keeps(query)}) AS total,
      (SELECT coalesce(json_agg(fact), '[]') FROM (
        SELECT ${FACT_COLUMNS} FROM (
          SELECT * FROM projects p WHERE ${keeps(query)} ${beyond}
          ORDER BY p.created_at DESC, p.id DESC LIMIT ${query.limit + 1}) p ${FACT_JOINS}
        ORDER BY p.created_at DESC, p.id DESC) fact) AS facts`);
  return rows[0] ?? { facts: [], total: 0 };
}

const WITH_STEPS = {
  keyframes: { orderBy: { position: 'desc' as const } },
  clips: { orderBy: { take: 'asc' as const } },
};

/** Scenes in film order with their keyframes (start first) and takes. */
export const findScenes = (tx: Tx, projectId: string) =>
  tx.scene.findMany({
    where: { projectId, removedAt: null },
    orderBy: { sceneIndex: 'asc' },
    include: WITH_STEPS,
  });

/** Of those, the ones with a step that began or ended since then, or runs. */
export function findChangedScenes(tx: Tx, projectId: string, since: Date): Promise<SceneRow[]> {
  const changed = {
    some: {
      OR: [{ startedAt: { gte: since } }, { finishedAt: { gte: since } }, { state: 'running' as const }],
    },
  };
  return tx.scene.findMany({
    where: { projectId, removedAt: null, OR: [{ keyframes: changed }, { clips: changed }] },
    orderBy: { sceneIndex: 'asc' },
    include: WITH_STEPS,
  });
}

export type SceneRow = Awaited<ReturnType<typeof findScenes>>[number];

export type SnapshotFacts = { digest: string; manifestName: string; version: number };

/** What a film's snapshot is called, without its content; null for a film without one. */
export async function findSnapshotFacts(tx: Tx, projectId: string): Promise<SnapshotFacts | null> {
  const [row] = await tx.$queryRaw<SnapshotFacts[]>(Prisma.sql`
    SELECT digest, snapshot_data->'manifest'->>'name' AS "manifestName",
      (snapshot_data->'manifest'->>'version')::int AS version
    FROM manifest_snapshots WHERE project_id = ${projectId}::uuid`);
  return row ?? null;
}
