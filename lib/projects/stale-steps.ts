import type { Tx } from '../db/prisma.ts';
import type { Project as ProjectRow } from '../generated/prisma/client.ts';
import { isFilmStale } from './film-parts.ts';
import { hasOpenTake, hasWantedTake, refitOwnClips } from './open-takes.ts';
import { findScenes, findSnapshotFacts, type SceneRow } from './project-repo.ts';
import { isClipStale, isKeyframeStale, presentClipHash } from './staleness.ts';

const isDue = ({ state }: { state: string }) => state !== 'done';
const AGAIN = { state: 'waiting', error: null, startedAt: null, finishedAt: null } as const;

/**
 * Makes due again what an edit made stale: keyframes in their place, clips as a new take that is chosen, so that the
 * old one is kept. A kept take that shows the scene as it is now again is chosen instead. What a person uploaded
 * stays. Answers which kinds have something due.
 */
export async function reopenStale(
  tx: Tx,
  projectId: string,
): Promise<{ keyframes: boolean; clips: boolean }> {
  const scenes = await findScenes(tx, projectId);
  const keyframes = scenes.flatMap((scene) => scene.keyframes.filter((k) => isKeyframeStale(scene, k)));
  await tx.keyframe.updateMany({ where: { id: { in: keyframes.map((k) => k.id) } }, data: AGAIN });
  let areClipsDue = false;
  for (const scene of scenes) {
    const chosen = scene.clips.find((clip) => clip.isChosen);
    if (hasOpenTake(scene) || (chosen && isDue(chosen))) areClipsDue = true;
    if (!chosen || isDue(chosen) || hasWantedTake(scene) || !isClipStale(scene, chosen)) continue;
    const fitting = fittingTake(scene, chosen);
    if (fitting) await chooseTake(tx, chosen.id, fitting.id);
    else await beginTake(tx, scene, chosen);
    areClipsDue ||= !fitting;
  }
  const areRefitted = await refitOwnClips(tx, scenes);
  return {
    keyframes: keyframes.length > 0 || scenes.some((scene) => scene.keyframes.some(isDue)),
    clips: areClipsDue || areRefitted,
  };
}

type Take = SceneRow['clips'][number];

/** A finished take with this one's seed that was made from just what the scene is now. */
function fittingTake(scene: SceneRow, { seed }: Take): Take | undefined {
  const wanted = presentClipHash(scene, { seed });
  return scene.clips.find(
    (take) =>
      take.removedAt === null &&
      take.state === 'done' &&
      take.source === 'made' &&
      wanted !== null &&
      take.inputHash === wanted,
  );
}

async function chooseTake(tx: Tx, fromId: string, toId: string): Promise<void> {
  await tx.clip.update({ where: { id: fromId }, data: { isChosen: false } });
  await tx.clip.update({ where: { id: toId }, data: { isChosen: true } });
}

async function beginTake(tx: Tx, scene: SceneRow, { id, seed }: Take): Promise<void> {
  await tx.clip.update({ where: { id }, data: { isChosen: false } });
  const take = Math.max(...scene.clips.map((clip) => clip.take)) + 1;
  await tx.clip.create({ data: { sceneId: scene.id, take, seed } });
}

/** Whether the finished film of these rows is not there, or not what would be stitched now. */
export async function isStitchDue(tx: Tx, row: ProjectRow): Promise<boolean> {
  if (row.outputHash === null || row.outputInputHash === null) return true;
  const [scenes, snapshot] = await Promise.all([findScenes(tx, row.id), findSnapshotFacts(tx, row.id)]);
  return isFilmStale(row, scenes, snapshot);
}
