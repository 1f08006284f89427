import { z } from 'zod';
import { OWN_CLIP_LIMITS } from '../projects/own-clip-service.ts';
import { KEYFRAME_LIMITS } from '../projects/own-keyframe-service.ts';
import { projectSceneSchema } from '../schemas/project.ts';
import { addSceneSchema, orderScenesSchema, updateSceneSchema } from '../schemas/scene-edit.ts';
import {
  anotherTakeSchema,
  fitQuerySchema,
  ownKeyframeAnswerSchema,
  positionSchema,
  takeAnswerSchema,
  takeNumberSchema,
} from '../schemas/take.ts';
import { idSchema } from '../schemas/text.ts';
import { etagHeader } from './headers.ts';
import { operation } from './operation.ts';

const tag = 'Scenes and takes';
const film = { id: idSchema };
const scene = { ...film, scene_id: idSchema };
const keyframe = { ...scene, position: positionSchema };
const take = { ...scene, take: takeNumberSchema };
const edited = {
  200: { description: 'The scene.', schema: projectSceneSchema, headers: { etag: etagHeader } },
};
const chosen = { 200: { description: 'The take.', schema: takeAnswerSchema } };
const begun = { 202: { description: 'The take is made.', schema: takeAnswerSchema } };

export const addScene = operation({
  id: 'addScene',
  method: 'POST',
  path: '/api/projects/{id}/scenes',
  tag,
  summary: 'A new scene after another one',
  description:
    '`after` is a scene of the film, null the beginning, absent the end. It is made when the film is brought up to date.',
  params: film,
  body: addSceneSchema,
  answers: {
    201: { description: 'The scene.', schema: projectSceneSchema, headers: { etag: etagHeader } },
  },
  errors: ['invalid-state', 'conflict'],
});

export const orderScenes = operation({
  id: 'orderScenes',
  method: 'PUT',
  path: '/api/projects/{id}/scenes/order',
  tag,
  summary: 'Put the scenes of a film in order',
  description: '`scene_ids` names every scene of the film once, in the new order.',
  params: film,
  body: orderScenesSchema,
  answers: { 200: { description: 'In their order.', schema: projectSceneSchema.array() } },
  errors: ['invalid-state'],
});

export const updateScene = operation({
  id: 'updateScene',
  method: 'PATCH',
  path: '/api/projects/{id}/scenes/{scene_id}',
  tag,
  summary: 'Change a scene',
  description: 'What was made of it stays until the film is brought up to date.',
  params: scene,
  body: updateSceneSchema,
  example: { shot_type: 'close_up', duration: 4 },
  ifMatch: true,
  answers: edited,
  errors: ['invalid-state'],
});

export const removeScene = operation({
  id: 'removeScene',
  method: 'DELETE',
  path: '/api/projects/{id}/scenes/{scene_id}',
  tag,
  summary: 'Take a scene out of a film',
  description: 'The film is out of date until it is stitched again. The last scene cannot be removed.',
  params: scene,
  ifMatch: true,
  answers: {
    200: {
      description: 'It is out, and can be restored.',
      schema: z.object({ status: z.literal('removed'), scene_id: idSchema }),
    },
  },
  errors: ['invalid-state', 'conflict'],
});

export const restoreScene = operation({
  id: 'restoreScene',
  method: 'POST',
  path: '/api/projects/{id}/scenes/{scene_id}/restore',
  tag,
  summary: 'Bring a removed scene back',
  description: 'With all that was made of it.',
  params: scene,
  answers: edited,
  errors: ['invalid-state'],
});

export const setOwnKeyframe = operation({
  id: 'setOwnKeyframe',
  method: 'PUT',
  path: '/api/projects/{id}/scenes/{scene_id}/keyframes/{position}',
  tag,
  summary: 'A picture of your own as a keyframe',
  description: 'The clip of the scene is stale then, and begins or ends with it.',
  params: keyframe,
  query: fitQuerySchema,
  multipart: KEYFRAME_LIMITS,
  answers: { 200: { description: 'The keyframe.', schema: ownKeyframeAnswerSchema } },
  errors: ['invalid-state', 'unsupported-image-type', 'image-corrupt', 'image-too-large', 'image-too-small'],
});

export const removeOwnKeyframe = operation({
  id: 'removeOwnKeyframe',
  method: 'DELETE',
  path: '/api/projects/{id}/scenes/{scene_id}/keyframes/{position}',
  tag,
  summary: 'Back to the made keyframe',
  description: 'The picture that was made before is used again, or made when there is none.',
  params: keyframe,
  answers: { 200: { description: 'The keyframe.', schema: ownKeyframeAnswerSchema } },
  errors: ['invalid-state'],
});

export const anotherTake = operation({
  id: 'anotherTake',
  method: 'POST',
  path: '/api/projects/{id}/scenes/{scene_id}/takes',
  tag,
  summary: 'Another take of a shot',
  description: 'As JSON it is made, with `seed` or one by chance; as multipart it is your own clip.',
  params: scene,
  body: anotherTakeSchema,
  bodyOptional: true,
  example: { seed: 7 },
  answers: begun,
  errors: ['invalid-state', 'conflict'],
});

export const uploadOwnClip = operation({
  id: 'uploadOwnClip',
  method: 'POST',
  path: '/api/projects/{id}/scenes/{scene_id}/takes',
  tag,
  summary: 'A clip of your own as a take',
  description: 'MP4, MOV or WebM in the part `file`. It is cut and sized to the scene; `fit` says how.',
  params: scene,
  query: fitQuerySchema,
  multipart: OWN_CLIP_LIMITS,
  answers: begun,
  errors: ['invalid-state', 'conflict'],
});

export const chooseTake = operation({
  id: 'chooseTake',
  method: 'POST',
  path: '/api/projects/{id}/scenes/{scene_id}/takes/{take}/choose',
  tag,
  summary: 'Choose a take; the film is stitched again',
  description: 'Without drawing anything anew. The others stay and can be chosen again.',
  params: take,
  answers: chosen,
  errors: ['invalid-state'],
});

export const removeTake = operation({
  id: 'removeTake',
  method: 'DELETE',
  path: '/api/projects/{id}/scenes/{scene_id}/takes/{take}',
  tag,
  summary: 'Remove a take that is not chosen',
  description: 'Out of the list; it can be brought back.',
  params: take,
  answers: chosen,
  errors: ['invalid-state', 'conflict'],
});

export const restoreTake = operation({
  id: 'restoreTake',
  method: 'POST',
  path: '/api/projects/{id}/scenes/{scene_id}/takes/{take}/restore',
  tag,
  summary: 'Bring a removed take back',
  description: 'With the number that it had.',
  params: take,
  answers: chosen,
  errors: ['invalid-state'],
});
