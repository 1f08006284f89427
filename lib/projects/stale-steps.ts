import type { Tx } from '../db/prisma.ts';
import { hasOpenTake, hasWantedTake, refitOwnClips } from './open-takes.ts';
import { findScenes } from './project-repo.ts';
import { isClipStale, isKeyframeStale } from './staleness.ts';

const isDue = ({ state }: { state: string }) => state !== 'done';
const AGAIN = { state: 'waiting', error: null, startedAt: null, finishedAt: null } as const;

/**
 * Makes due again what an edit made stale: keyframes in their place, clips as a new take that is chosen, so that the
 * old one is kept. What a person uploaded stays. Answers which kinds have something due.
 */
export async function reopenStale(
  tx: Tx,
  projectId: string,
): Promise<{ keyframes: boolean; clips: boolean }> {
  const scenes = await findScenes(tx, projectId);
  const keyframes = scenes.flatMap((scene) => scene.keyframes.filter((k) => isKeyframeStale(scene, k)));
  await tx.keyframe.updateMany({ where: { id: { in: keyframes.map((k) => k.id) } }, data: AGAIN });
  const stale = scenes.flatMap((scene) => {
    const chosen = scene.clips.find((c) => c.isChosen);
    return chosen && !hasWantedTake(scene) && isClipStale(scene, chosen) ? [{ scene, chosen }] : [];
  });
  for (const { scene, chosen } of stale) {
    await tx.clip.update({ where: { id: chosen.id }, data: { isChosen: false } });
    const take = Math.max(...scene.clips.map((c) => c.take)) + 1;
    await tx.clip.create({ data: { sceneId: scene.id, take, seed: chosen.seed } });
  }
  const areRefitted = await refitOwnClips(tx, scenes);
  return {
    keyframes: keyframes.length > 0 || scenes.some((s) => s.keyframes.some(isDue)),
    clips:
      stale.length > 0 ||
      areRefitted ||
      scenes.some((s) => hasOpenTake(s) || s.clips.some((c) => c.isChosen && isDue(c))),
  };
}
