import type { Prisma, Tx } from '../db/prisma.ts';
import type { ProjectStatus } from '../schemas/project.ts';

/** Every move a film may make. Resume, retry and bringing a film up to date lead
 * back to `pending`, from where finished stages are passed over. */
export const TRANSITIONS: Record<ProjectStatus, readonly ProjectStatus[]> = {
  pending: ['manifesting', 'storyboarding', 'failed', 'cancelled'],
  manifesting: ['storyboarding', 'failed', 'cancelled'],
  storyboarding: ['keyframing', 'staged', 'failed', 'cancelled'],
  keyframing: ['video_gen', 'staged', 'partial', 'failed', 'cancelled'],
  video_gen: ['stitching', 'staged', 'partial', 'failed', 'cancelled'],
  stitching: ['complete', 'partial', 'failed', 'cancelled'],
  complete: ['pending'],
  partial: ['pending'],
  failed: ['pending'],
  cancelled: ['pending'],
  staged: ['pending'],
};

/** States in which a worker has the film or will take it. */
export const ACTIVE_STATUSES = [
  'pending',
  'manifesting',
  'storyboarding',
  'keyframing',
  'video_gen',
  'stitching',
] as const satisfies readonly ProjectStatus[];

export const isActiveStatus = (status: ProjectStatus): status is (typeof ACTIVE_STATUSES)[number] =>
  (ACTIVE_STATUSES as readonly string[]).includes(status);

export const isLegal = (from: ProjectStatus, to: ProjectStatus): boolean => TRANSITIONS[from].includes(to);

type Move = { id: string; attempt: number; from: readonly ProjectStatus[]; to: ProjectStatus };

/**
 * The only way a film's status changes: a conditional update that does nothing when another worker, attempt or person
 * was first. Answers whether it moved. An illegal move is a bug and throws.
 */
export async function moveProject(
  tx: Tx,
  { id, attempt, from, to }: Move,
  data: Prisma.ProjectUncheckedUpdateManyInput = {},
): Promise<boolean> {
  const illegal = from.find((status) => !isLegal(status, to));
  if (illegal) throw new Error(`A film never goes from ${illegal} to ${to}.`);
  const { count } = await tx.project.updateMany({
    where: { id, attempt, status: { in: [...from] } },
    data: { ...data, status: to },
  });
  return count === 1;
}
