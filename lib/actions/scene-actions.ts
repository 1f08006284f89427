'use server';

import { z } from 'zod';
import { parseWith } from '../http/problem.ts';
import { addScene, orderScenes, removeScene, restoreScene, updateScene } from '../projects/scene-service.ts';
import {
  type AddSceneInput,
  addSceneSchema,
  orderScenesSchema,
  type UpdateSceneInput,
  updateSceneSchema,
} from '../schemas/scene-edit.ts';
import { idSchema } from '../schemas/text.ts';
import { actionResult } from './action-result.ts';

const id = (value: unknown) => parseWith(idSchema, value, 'body');
const revision = (value: unknown) => parseWith(z.number().int().min(0), value, 'body');

/** `ifRevision`: of the scene that the edit was made against. */
export async function updateSceneAction(
  projectId: string,
  sceneId: string,
  edit: UpdateSceneInput,
  ifRevision: number,
) {
  return actionResult(async () =>
    updateScene(id(projectId), id(sceneId), parseWith(updateSceneSchema, edit, 'body'), {
      ifRevision: revision(ifRevision),
    }),
  );
}

export async function addSceneAction(projectId: string, input: AddSceneInput) {
  return actionResult(async () => addScene(id(projectId), parseWith(addSceneSchema, input, 'body')));
}

export async function removeSceneAction(projectId: string, sceneId: string) {
  return actionResult(async () => {
    await removeScene(id(projectId), id(sceneId));
    return { scene_id: sceneId };
  });
}

export async function restoreSceneAction(projectId: string, sceneId: string) {
  return actionResult(async () => restoreScene(id(projectId), id(sceneId)));
}

export async function orderScenesAction(projectId: string, sceneIds: string[]) {
  return actionResult(async () => {
    const { scene_ids } = parseWith(orderScenesSchema, { scene_ids: sceneIds }, 'body');
    return orderScenes(id(projectId), scene_ids);
  });
}
