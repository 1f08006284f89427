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
import { IMAGE_ERRORS } from './image-errors.ts';
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
    'In the place and style of the scene before it, unless the body says otherwise. It is made when the film is brought up to date. Scenes are edited while the film does not run and has a storyboard; a film has 300 at most.',
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
  description: '`scene_ids` names every scene of the film once, in the new order; else 422.',
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
  description:
    'Absent fields stay as they are. What was made of the scene stays until the film is brought up to date. Tags must be in the snapshot of the film. Refused while the film runs.',
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
  description:
    'A finished film is out of date until it is brought up to date. The last scene cannot be removed: `conflict`. Refused while the film runs.',
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
  description: 'To where it stood, with all that was made of it. One that is there stays as it is.',
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
  description:
    'PNG, JPEG or WebP by content, 10 MB at most, in the part `file`. The clip of the scene is stale until the film is brought up to date; then it begins or ends with this picture. Refused while the film runs.',
  params: keyframe,
  query: fitQuerySchema,
  multipart: KEYFRAME_LIMITS,
  answers: { 200: { description: 'The keyframe.', schema: ownKeyframeAnswerSchema } },
  errors: ['invalid-state', ...IMAGE_ERRORS],
});

export const removeOwnKeyframe = operation({
  id: 'removeOwnKeyframe',
  method: 'DELETE',
  path: '/api/projects/{id}/scenes/{scene_id}/keyframes/{position}',
  tag,
  summary: 'Back to the made keyframe',
  description:
    'It is drawn when the film is brought up to date; until then `url` is null. A keyframe that is no own picture stays as it is.',
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
  description:
    'As JSON it is made, with `seed` or one by chance; as multipart it is your own clip in the part `file`: MP4, MOV or WebM, 200 MB at most. It is chosen as soon as it is done, and the film is stitched again; the other takes stay. A scene keeps 99. Refused while the film runs, and as JSON while other clips are missing.',
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
  description: 'See `anotherTake`. It is cut to the length of the scene and sized to its frame.',
  params: scene,
  query: fitQuerySchema,
  multipart: OWN_CLIP_LIMITS,
  answers: begun,
  errors: ['invalid-state', 'conflict', 'insufficient-storage'],
});

export const chooseTake = operation({
  id: 'chooseTake',
  method: 'POST',
  path: '/api/projects/{id}/scenes/{scene_id}/takes/{take}/choose',
  tag,
  summary: 'Choose a take; the film is stitched again',
  description:
    'Nothing is drawn anew. The others stay and can be chosen again. Also while the film runs; refused for a take that is not made yet.',
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
  description: 'It can be restored for a day. Refused for the chosen one, and while the film runs.',
  params: take,
  answers: chosen,
  errors: ['invalid-state'],
});

export const restoreTake = operation({
  id: 'restoreTake',
  method: 'POST',
  path: '/api/projects/{id}/scenes/{scene_id}/takes/{take}/restore',
  tag,
  summary: 'Bring a removed take back',
  description: 'With the number that it had. One that is there stays. Refused while the film runs.',
  params: take,
  answers: chosen,
  errors: ['invalid-state'],
});
