import type { Tx } from '../db/prisma.ts';
import type { SceneRow } from './project-repo.ts';

/** Seconds of half a frame: less is the same length. */
const SAME_LENGTH = 1 / 60;

/** A scene with a take that waits to be made and then chosen: it is made of what the scene says then. */
export const hasWantedTake = ({ clips }: SceneRow): boolean =>
  clips.some((clip) => clip.isWanted && clip.state === 'waiting');

/** A scene with a take that waits beside the chosen one. */
export const hasOpenTake = ({ clips }: SceneRow): boolean =>
  clips.some((clip) => !clip.isChosen && clip.state === 'waiting' && clip.removedAt === null);

/**
 * Has own clips in the film conformed again, from what was uploaded, whose scene has another length now. They are
 * never stale otherwise. Answers whether there were any.
 */
export async function refitOwnClips(tx: Tx, scenes: SceneRow[]): Promise<boolean> {
  const misfits = scenes.flatMap(({ clips, duration }) =>
    clips.filter(
      (clip) =>
        clip.isChosen &&
        clip.source === 'uploaded' &&
        clip.state === 'done' &&
        Math.abs((clip.duration ?? duration) - duration) > SAME_LENGTH,
    ),
  );
  await tx.clip.updateMany({
    where: { id: { in: misfits.map((clip) => clip.id) } },
    data: { state: 'waiting', error: null, startedAt: null, finishedAt: null, progress: 0 },
  });
  return misfits.length > 0;
}
