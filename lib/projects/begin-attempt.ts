import type { Tx } from '../db/prisma.ts';
import type { Prisma, Project as ProjectRow } from '../generated/prisma/client.ts';
import { enqueue } from '../jobs/boss.ts';
import { moveProject } from './lifecycle.ts';
import { touchProject } from './run-repo.ts';
import { readStages, reopenStages } from './stages.ts';

/**
 * Begins the next attempt of a locked film that rests, with its one first job. What waits is made, `due` says which
 * stages that are done have something to do again; the film is stitched anew. Answers whether it began.
 */
export async function beginAttempt(
  tx: Tx,
  { id, attempt, status, stages }: ProjectRow,
  due: { keyframes: boolean; clips: boolean },
  data: Prisma.ProjectUncheckedUpdateManyInput = {},
): Promise<boolean> {
  const next = attempt + 1;
  const hasMoved = await moveProject(
    tx,
    { id, attempt, from: [status], to: 'pending' },
    {
      attempt: next,
      stopRequestedAt: null,
      errorCode: null,
      errorMessage: null,
      startedAt: null,
      finishedAt: null,
      stages: reopenStages(readStages(stages), due),
      ...data,
    },
  );
  if (!hasMoved) return false;
  await enqueue(tx, 'run-project', { project_id: id, attempt: next });
  await touchProject(tx, id);
  return true;
}
