import { type BlobRow, insertBlobs } from '../blobs/blob-repo.ts';
import { db, Prisma, type Tx } from '../db/prisma.ts';
import type { ProjectStatus } from '../schemas/project.ts';
import { advanceIn } from './advance.ts';
import { freeSlots, handOnSlots } from './engine-slots.ts';
import { lockProject, touchProject } from './run-repo.ts';
import { chooseWanted } from './take-repo.ts';

export type StepKind = 'keyframe' | 'clip';

const TABLE = { keyframe: Prisma.raw('keyframes'), clip: Prisma.raw('clips') } as const;
const STATUS = { keyframe: 'keyframing', clip: 'video_gen' } as const satisfies Record<
  StepKind,
  ProjectStatus
>;

/** One worker's hold of one keyframe or clip. `claimedAt` is its fence: another claim has another time. */
export type Claim = { kind: StepKind; id: string; projectId: string; attempt: number; claimedAt: Date };

type ClaimInput = Omit<Claim, 'claimedAt'> & {
  /** The job was given to another worker before, which is dead by now: its hold may be taken over. */
  isRedelivered: boolean;
};

/**
 * Takes a step that waits in a film that runs; null when it is done, taken, the film does not want it now, or its
 * engine has no slot free: the step that ends next hands one on.
 */
export async function claimStep({ isRedelivered, ...step }: ClaimInput): Promise<Claim | null> {
  return db().$transaction(async (tx) => {
    const project = await lockProject(tx, step.projectId);
    const from = isRedelivered ? Prisma.sql`IN ('waiting', 'running')` : Prisma.sql`= 'waiting'`;
    if (!project || project.attempt !== step.attempt) return null;
    const isWanted = project.status === STATUS[step.kind] && !project.stopRequestedAt && !project.deletedAt;
    if (!isWanted) {
      if (isRedelivered)
        await tx.$executeRaw`
          UPDATE ${TABLE[step.kind]} SET state = 'waiting', started_at = NULL
          WHERE id = ${step.id}::uuid AND state = 'running'`;
      await handOnSlots(tx, project.engine);
      return null;
    }
    const isHeld = isRedelivered && (await isRunning(tx, step));
    if (!isHeld && (await freeSlots(tx, project.engine)) <= 0) return null;
    const claimedAt = new Date();
    const count = await tx.$executeRaw`
      UPDATE ${TABLE[step.kind]} SET state = 'running', started_at = ${claimedAt}, finished_at = NULL, error = NULL
      WHERE id = ${step.id}::uuid AND state ${from}`;
    if (count === 0) {
      await handOnSlots(tx, project.engine);
      return null;
    }
    await touchProject(tx, step.projectId);
    return { ...step, claimedAt };
  });
}

/** Whether a step counts among those at work, be it in a worker that is dead. */
async function isRunning(tx: Tx, { kind, id }: Pick<Claim, 'kind' | 'id'>): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM ${TABLE[kind]} WHERE id = ${id}::uuid AND state = 'running'`;
  return rows.length > 0;
}

export type Outcome =
  | { state: 'done'; blobs: BlobRow[]; blobHash: string; inputHash: string; duration?: number }
  | { state: 'failed'; error: string }
  /** Given up unfinished: someone makes it later. */
  | { state: 'waiting' };

/**
 * Writes what came of a claimed step and takes the film further, in one transaction: the last step to end finds all
 * others ended. Does nothing when the claim was taken over meanwhile.
 */
export async function settleStep(claim: Claim, outcome: Outcome): Promise<void> {
  await db().$transaction(async (tx) => {
    const project = await lockProject(tx, claim.projectId);
    if (outcome.state === 'done') await insertBlobs(tx, outcome.blobs);
    const count = await tx.$executeRaw`
      UPDATE ${TABLE[claim.kind]} SET ${columnsOf(claim.kind, outcome)}
      WHERE id = ${claim.id}::uuid AND state = 'running' AND started_at = ${claim.claimedAt}`;
    if (count === 0) return;
    if (claim.kind === 'clip' && outcome.state === 'done') await chooseWanted(tx, claim.id);
    await touchProject(tx, claim.projectId);
    await advanceIn(tx, claim.projectId, claim.attempt);
    if (project) await handOnSlots(tx, project.engine);
  });
}

function columnsOf(kind: StepKind, outcome: Outcome): Prisma.Sql {
  const now = new Date();
  if (outcome.state === 'failed')
    return Prisma.sql`state = 'failed', error = ${outcome.error}, finished_at = ${now}`;
  if (outcome.state === 'waiting')
    return kind === 'clip'
      ? Prisma.sql`state = 'waiting', started_at = NULL, progress = 0`
      : Prisma.sql`state = 'waiting', started_at = NULL`;
  const done = Prisma.sql`state = 'done', blob_hash = ${outcome.blobHash}, input_hash = ${outcome.inputHash},
    error = NULL, finished_at = ${now}`;
  return kind === 'clip' ? Prisma.sql`${done}, progress = 1, duration = ${outcome.duration ?? null}` : done;
}

/** Marks a step failed that no worker could finish, whoever held it. */
export async function giveUpStep(
  { kind, id, projectId, attempt }: Omit<Claim, 'claimedAt'>,
  error: string,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const project = await lockProject(tx, projectId);
    if (project?.attempt !== attempt) return;
    await tx.$executeRaw`
      UPDATE ${TABLE[kind]} SET state = 'failed', error = ${error}, finished_at = ${new Date()}
      WHERE id = ${id}::uuid AND state IN ('waiting', 'running')`;
    await touchProject(tx, projectId);
    await advanceIn(tx, projectId, attempt);
    await handOnSlots(tx, project.engine);
  });
}

/** Puts back a step whose worker is gone and whose job is lost; the claim seen must still be the present one. */
export async function releaseLostStep(
  tx: Tx,
  kind: StepKind,
  { id, startedAt }: { id: string; startedAt: Date | null },
): Promise<void> {
  if (startedAt)
    await tx.$executeRaw`
      UPDATE ${TABLE[kind]} SET state = 'waiting', started_at = NULL
      WHERE id = ${id}::uuid AND state = 'running' AND started_at = ${startedAt}`;
}

/** How far a clip is, 0…1, for people. */
export async function reportProgress(claim: Claim, progress: number): Promise<void> {
  await db().$transaction(async (tx) => {
    // A crash may lose it. A disk that is slow to sync (seconds, beside other work) must not hold the film's row for it.
    await tx.$executeRaw`SET LOCAL synchronous_commit = off`;
    await lockProject(tx, claim.projectId);
    const count = await tx.$executeRaw`
      UPDATE clips SET progress = ${Math.min(1, Math.max(0, progress))}
      WHERE id = ${claim.id}::uuid AND state = 'running' AND started_at = ${claim.claimedAt}`;
    if (count > 0) await touchProject(tx, claim.projectId);
  });
}
