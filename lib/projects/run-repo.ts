import { notifyProject } from '../db/events.ts';
import { Prisma, type Tx } from '../db/prisma.ts';
import type { Project as ProjectRow } from '../generated/prisma/client.ts';

/**
 * Locks a film's row until the transaction ends, deleted or not; null when there is none. Whatever changes a run takes
 * this lock first, so two workers decide one after the other.
 */
export async function lockProject(tx: Tx, id: string): Promise<ProjectRow | null> {
  await tx.$queryRaw(Prisma.sql`SELECT id FROM projects WHERE id = ${id}::uuid FOR NO KEY UPDATE`);
  return tx.project.findUnique({ where: { id } });
}

/**
 * Marks that a film's keyframes or clips changed, and says so to whoever watches it. No two changes have the same time,
 * whichever worker's clock it is: the time names the state to who asks what came after.
 */
export async function touchProject(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE projects SET updated_at = GREATEST(${new Date()}, updated_at + interval '1 millisecond')
    WHERE id = ${id}::uuid`;
  await notifyProject(tx, id);
}

const STEP = { id: true, state: true, error: true } as const;

/** The checkpoints of a run: each scene with its keyframes, its chosen clip and takes being made, in film order. */
export function findSteps(tx: Tx, projectId: string) {
  return tx.scene.findMany({
    where: { projectId, removedAt: null },
    orderBy: { sceneIndex: 'asc' },
    select: {
      id: true,
      sceneIndex: true,
      keyframes: { select: { ...STEP, position: true } },
      clips: {
        where: { OR: [{ isChosen: true }, { state: { in: ['waiting', 'running'] } }], removedAt: null },
        select: { ...STEP, isChosen: true, source: true },
      },
    },
  });
}

export type SceneSteps = Awaited<ReturnType<typeof findSteps>>[number];

/**
 * Puts back to `waiting` what was running or failed, for a run that begins again. Finished steps stay, and so does a
 * take that failed beside the chosen one: nobody waits for it.
 */
export async function reopenSteps(tx: Tx, projectId: string): Promise<void> {
  const open = {
    state: { in: ['running' as const, 'failed' as const] },
    scene: { projectId, removedAt: null },
  };
  await tx.keyframe.updateMany({
    where: open,
    data: { state: 'waiting', error: null, startedAt: null, finishedAt: null },
  });
  await tx.clip.updateMany({
    where: { ...open, OR: [{ isChosen: true }, { state: 'running' }] },
    data: { state: 'waiting', error: null, startedAt: null, finishedAt: null, progress: 0 },
  });
}
