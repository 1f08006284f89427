import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../db/prisma.ts';
import type { Stages } from '../schemas/project.ts';
import type { ForkPlan } from './fork-plan.ts';

/**
 * Writes the scenes that a fork takes over: what is shared is done, by the same blobs and at no time, as this film did
 * not make it; the rest waits.
 */
export async function insertScenes(tx: Tx, projectId: string, { scenes }: ForkPlan): Promise<void> {
  const rows = scenes.map((scene, sceneIndex) => ({ ...scene, id: uuidv7(), sceneIndex }));
  await tx.scene.createMany({
    data: rows.map(({ id, sceneIndex, plan, inputHash }) => ({
      id,
      projectId,
      sceneIndex,
      slugLine: plan.slug_line,
      description: plan.description,
      duration: plan.duration,
      plan,
      inputHash,
    })),
  });
  await tx.keyframe.createMany({
    data: rows.flatMap(({ id: sceneId, keyframes }) =>
      keyframes.map(({ position, inputHash, from }) => ({
        sceneId,
        position,
        ...(from && {
          state: 'done' as const,
          blobHash: from.blobHash,
          inputHash,
          source: from.source,
        }),
      })),
    ),
  });
  await tx.clip.createMany({
    data: rows.flatMap(({ id: sceneId, clips }) =>
      clips.map(({ take, isChosen, seed, inputHash, from }) => ({
        sceneId,
        take,
        isChosen,
        seed,
        ...(from && {
          state: 'done' as const,
          blobHash: from.blobHash,
          inputHash,
          source: from.source,
          framesHash: from.framesHash,
          progress: 1,
          duration: from.duration,
        }),
      })),
    ),
  });
}

/** The stages of a fork that takes its storyboard over: passed over are those in which nothing is due. */
export function stagesOf({ scenes }: ForkPlan, title: string): Stages {
  const skipped = (note: string) => ({
    state: 'skipped' as const,
    started_at: null,
    finished_at: null,
    note,
  });
  const isDue = (kind: 'keyframes' | 'clips') =>
    scenes.some((scene) => scene[kind].some((step) => step.from === null));
  return {
    storyboard: skipped(`Taken over from “${title}”`),
    ...(!isDue('keyframes') && { keyframes: skipped('All shared') }),
    ...(!isDue('clips') && { clips: skipped('All shared') }),
  };
}
