'use server';

import { z } from 'zod';
import { parseWith } from '../http/problem.ts';
import { removeOwnKeyframe } from '../projects/own-keyframe-service.ts';
import { anotherTake, chooseTake, removeTake, restoreTake } from '../projects/take-service.ts';
import { positionSchema } from '../schemas/take.ts';
import { idSchema } from '../schemas/text.ts';
import { actionResult } from './action-result.ts';

const sceneSchema = z.strictObject({ projectId: idSchema, sceneId: idSchema });
const takeSchema = sceneSchema.extend({ take: z.number().int().positive() });
const keyframeSchema = sceneSchema.extend({ position: positionSchema });
type Scene = z.input<typeof sceneSchema>;
type Take = z.input<typeof takeSchema>;

export async function anotherTakeAction(scene: Scene) {
  return actionResult(async () => anotherTake(parseWith(sceneSchema, scene, 'body'), {}));
}

export async function chooseTakeAction(take: Take) {
  return actionResult(async () => chooseTake(parseWith(takeSchema, take, 'body')));
}

export async function removeTakeAction(take: Take) {
  return actionResult(async () => removeTake(parseWith(takeSchema, take, 'body')));
}

export async function restoreTakeAction(take: Take) {
  return actionResult(async () => restoreTake(parseWith(takeSchema, take, 'body')));
}

export async function removeOwnKeyframeAction(keyframe: z.input<typeof keyframeSchema>) {
  return actionResult(async () => removeOwnKeyframe(parseWith(keyframeSchema, keyframe, 'body')));
}
