import { db } from '../db/prisma.ts';
import type { ProjectStatus } from '../schemas/project.ts';
import { logger } from '../server/logger.ts';

/** How often a step looks whether it is still wanted and says how far it is. */
const LOOK_MS = 500;

type Watched = { projectId: string; attempt: number; status: ProjectStatus };

/** Why a step was aborted: the film does not want it now, or its worker must go. */
export class Aborted extends Error {
  readonly reason: 'stopped' | 'worker-stops';
  constructor(reason: 'stopped' | 'worker-stops') {
    super(reason);
    this.reason = reason;
  }
}

/**
 * Runs `work` with a signal that aborts when the film is stopped, deleted or begun anew, or when the job is taken from
 * this worker. `onLook` is called with every look.
 */
export async function watchRun<T>(
  run: Watched,
  jobSignal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
  onLook: () => Promise<void> = async () => {},
): Promise<T> {
  const stopped = new AbortController();
  const signal = AbortSignal.any([stopped.signal, jobSignal]);
  let isLooking = false;
  const look = async () => {
    if (isLooking) return;
    isLooking = true;
    try {
      if (!(await isWanted(run))) stopped.abort(new Aborted('stopped'));
      else await onLook();
    } catch (err) {
      // The database is away: the step goes on and its end will tell.
      logger.debug({ err }, 'could not look after a run');
    } finally {
      isLooking = false;
    }
  };
  const timer = setInterval(() => void look(), LOOK_MS);
  try {
    return await work(signal);
  } catch (error) {
    if (stopped.signal.aborted) throw new Aborted('stopped');
    if (jobSignal.aborted) throw new Aborted('worker-stops');
    throw error;
  } finally {
    clearInterval(timer);
  }
}

async function isWanted({ projectId, attempt, status }: Watched): Promise<boolean> {
  const count = await db().project.count({
    where: { id: projectId, attempt, status, stopRequestedAt: null, deletedAt: null },
  });
  return count === 1;
}
