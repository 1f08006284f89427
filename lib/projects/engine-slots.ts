import { Prisma, type Tx } from '../db/prisma.ts';
import { engineLimit } from '../engines/engine-limits.ts';
import { enqueue } from '../jobs/boss.ts';
import { env } from '../server/env.ts';

/** First half of the advisory locks that guard the slots of an engine; the value means nothing. */
const SLOT_LOCK = 7_206_915;

const STEPS = Prisma.sql`
  SELECT k.id, 'keyframe' AS kind, 'keyframing' AS due_in, k.state, k.started_at, k.scene_id FROM keyframes k
  UNION ALL
  SELECT c.id, 'clip', 'video_gen', c.state, c.started_at, c.scene_id FROM clips c`;

/**
 * How many more steps an engine may make now, in the whole installation. Until the transaction ends nobody else
 * counts, so two workers never take the last slot both. Infinity: the engine has no limit. Locks after the film's row.
 */
export async function freeSlots(tx: Tx, engine: string): Promise<number> {
  const limit = engineLimit(engine, env.ENGINE_CONCURRENCY);
  if (limit === null) return Number.POSITIVE_INFINITY;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${SLOT_LOCK}::int, hashtext(${engine}))`;
  const rows = await tx.$queryRaw<{ n: number }[]>(Prisma.sql`
    SELECT count(*)::int AS n FROM (${STEPS}) step
    JOIN scenes s ON s.id = step.scene_id JOIN projects p ON p.id = s.project_id
    WHERE step.state = 'running' AND p.engine = ${engine}`);
  return limit - (rows[0]?.n ?? 0);
}

/**
 * Gives the free slots of an engine to steps that wait, film by film: the one that has the fewest at work comes first,
 * of those the one that was served longest ago. A step that found no slot has no job any more, and one that is
 * given a second job does nothing with it.
 */
export async function handOnSlots(tx: Tx, engine: string): Promise<void> {
  const free = await freeSlots(tx, engine);
  if (free === Number.POSITIVE_INFINITY || free <= 0) return;
  const next = await tx.$queryRaw<
    { id: string; kind: 'keyframe' | 'clip'; project_id: string; attempt: number }[]
  >(Prisma.sql`
    WITH film AS (
      SELECT p.id, p.attempt, p.status::text AS status, count(*) FILTER (WHERE step.state = 'running') AS at_work,
        max(step.started_at) AS served_at, p.created_at
      FROM projects p JOIN scenes s ON s.project_id = p.id JOIN (${STEPS}) step ON step.scene_id = s.id
      WHERE p.engine = ${engine} AND p.status IN ('keyframing', 'video_gen')
        AND p.stop_requested_at IS NULL AND p.deleted_at IS NULL
      GROUP BY p.id),
    waiting AS (
      SELECT step.id, step.kind, film.id AS project_id, film.attempt, film.served_at, film.created_at,
        film.at_work + row_number() OVER (PARTITION BY film.id ORDER BY s.scene_index, step.id) AS turn
      FROM film JOIN scenes s ON s.project_id = film.id AND s.removed_at IS NULL
      JOIN (${STEPS}) step ON step.scene_id = s.id
      WHERE step.state = 'waiting' AND step.due_in = film.status)
    SELECT id, kind, project_id, attempt FROM waiting
    ORDER BY turn, served_at NULLS FIRST, created_at LIMIT ${free}`);
  for (const { id, kind, project_id, attempt } of next) {
    if (kind === 'keyframe') await enqueue(tx, kind, { project_id, attempt, keyframe_id: id });
    else await enqueue(tx, kind, { project_id, attempt, clip_id: id });
  }
}
