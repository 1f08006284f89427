import { AppError } from '../errors.ts';
import { isUnavailable } from '../http/to-app-error.ts';
import { advance } from '../projects/advance.ts';
import {
  type Claim,
  claimStep,
  type Outcome,
  reportProgress,
  type StepKind,
  settleStep,
} from '../projects/step-repo.ts';
import { logger } from '../server/logger.ts';
import type { JobContext } from './job-context.ts';
import { Aborted, watchRun } from './watch-run.ts';

type Step = { kind: StepKind; id: string; projectId: string; attempt: number };
type Made = Extract<Outcome, { state: 'done' }>;
type Work = (signal: AbortSignal, onProgress: (share: number) => void) => Promise<Omit<Made, 'state'>>;

/** Less than this is not worth telling. */
const PROGRESS_STEP = 0.01;

/**
 * Makes one keyframe or clip, once: claims it, works, writes what came of it. A failure is the step's own and the film
 * goes on; when the database or this worker goes away, the step is given back and the job is tried again.
 */
export async function runStep(step: Step, { isRedelivered, signal }: JobContext, work: Work): Promise<void> {
  const claim = await claimStep({ ...step, isRedelivered });
  if (!claim) return advance(step.projectId, step.attempt);
  const status = step.kind === 'keyframe' ? 'keyframing' : 'video_gen';
  let share = 0;
  let told = 0;
  const tell = async () => {
    if (step.kind !== 'clip' || share - told < PROGRESS_STEP) return;
    told = share;
    await reportProgress(claim, share);
  };
  try {
    const made = await watchRun(
      { ...step, status },
      signal,
      (aborted) =>
        work(aborted, (s) => {
          share = s;
        }),
      tell,
    );
    await settleStep(claim, { state: 'done', ...made });
  } catch (error) {
    await settleFailure(claim, error);
  }
}

async function settleFailure(claim: Claim, error: unknown): Promise<void> {
  if (error instanceof Aborted) {
    await settleStep(claim, { state: 'waiting' });
    if (error.reason === 'worker-stops') throw error;
    return;
  }
  if (isUnavailable(error)) throw error;
  logger.error(
    { err: error, step: claim.kind, step_id: claim.id, project_id: claim.projectId },
    'step failed',
  );
  await settleStep(claim, {
    state: 'failed',
    error: reasonOf(error, `The ${claim.kind} could not be made.`),
  });
}

/** A reason that may be shown to people. */
export const reasonOf = (error: unknown, otherwise: string): string =>
  error instanceof AppError && error.detail ? error.detail : otherwise;
