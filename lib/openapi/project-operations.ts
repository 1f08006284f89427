import { z } from 'zod';
import { streamQuerySchema } from '../http/sse.ts';
import { QUICK_UPLOAD_LIMITS } from '../projects/quick-upload.ts';
import { filmPlanSchema, planFilmSchema } from '../schemas/film-plan.ts';
import {
  forkAnswerSchema,
  forkPreviewSchema,
  forkQuerySchema,
  forkSchema,
  forksSchema,
  savedManifestSchema,
  saveManifestSchema,
} from '../schemas/fork.ts';
import { createPresetSchema, presetSchema, updatePresetSchema } from '../schemas/preset.ts';
import {
  generateAnswerSchema,
  generateSchema,
  listProjectsQuerySchema,
  projectDetailSchema,
  projectListItemSchema,
  projectStatusAnswerSchema,
  snapshotAnswerSchema,
  updateProjectSchema,
} from '../schemas/project.ts';
import { idSchema } from '../schemas/text.ts';
import { linkHeader, locationHeader } from './headers.ts';
import { IMAGE_ERRORS } from './image-errors.ts';
import { operation } from './operation.ts';

const GENERATING = 'Generating';
const FILMS = 'Films';
const params = { id: idSchema };

const started = {
  202: {
    description: 'The film begins.',
    schema: generateAnswerSchema,
    headers: { location: locationHeader },
  },
};

export const generate = operation({
  id: 'generate',
  method: 'POST',
  path: '/api/generate',
  tag: GENERATING,
  summary: 'Start a film',
  description:
    'It goes on after the answer: `status_url` tells how far it is, and `GET …/events` pushes it. The manifest is frozen as it is now: later edits do not change the film. Refused while the manifest is analysed. As multipart with `images[]`, the pictures become a manifest of the film.',
  body: generateSchema,
  example: { prompt: 'Mara climbs to the lamp room. The light returns.', total_duration: 12 },
  answers: started,
  errors: ['not-found', 'invalid-state'],
});

export const generateFromUpload = operation({
  id: 'generateFromUpload',
  method: 'POST',
  path: '/api/generate',
  tag: GENERATING,
  summary: 'Start a film of images',
  description:
    'See `generate`. The manifest of the film can be put into the library later: `POST …/save-manifest`. One picture that is refused refuses the film.',
  multipart: QUICK_UPLOAD_LIMITS,
  parts: {
    prompt: z.string(),
    image_names: z
      .string()
      .optional()
      .describe('A JSON array with one name for each picture; null: from its file name.'),
    image_types: z
      .string()
      .optional()
      .describe('A JSON array with one asset type for each picture; null: from its file name.'),
  },
  answers: started,
  errors: IMAGE_ERRORS,
});

export const planFilm = operation({
  id: 'planFilm',
  method: 'POST',
  path: '/api/generate/plan',
  tag: GENERATING,
  summary: 'What the storyboard would decide now',
  description:
    'Scenes and which references each would take, from the local planner. Nothing is stored and no use is counted. An empty prompt has no scenes.',
  body: planFilmSchema,
  answers: { 200: { description: 'Scenes with their references.', schema: filmPlanSchema } },
  errors: ['not-found'],
});

export const listPresets = operation({
  id: 'listPresets',
  method: 'GET',
  path: '/api/presets',
  tag: GENERATING,
  summary: 'Saved settings',
  description: 'All of them in one answer.',
  answers: { 200: { description: 'By name.', schema: presetSchema.array() } },
});

export const createPreset = operation({
  id: 'createPreset',
  method: 'POST',
  path: '/api/presets',
  tag: GENERATING,
  summary: 'Save settings under a name',
  description:
    'What the form for a film holds beside title, prompt and manifest. A name that is taken is `conflict`; 200 at most.',
  body: createPresetSchema,
  answers: {
    201: { description: 'The preset.', schema: presetSchema, headers: { location: locationHeader } },
  },
  errors: ['conflict'],
});

export const updatePreset = operation({
  id: 'updatePreset',
  method: 'PUT',
  path: '/api/presets/{id}',
  tag: GENERATING,
  summary: 'Rename or overwrite a preset',
  description: 'Absent fields stay as they are; `settings` are replaced as a whole.',
  params,
  body: updatePresetSchema,
  answers: { 200: { description: 'The preset.', schema: presetSchema } },
  errors: ['conflict'],
});

export const deletePreset = operation({
  id: 'deletePreset',
  method: 'DELETE',
  path: '/api/presets/{id}',
  tag: GENERATING,
  summary: 'Delete a preset',
  description: 'Films that were started with it do not change.',
  params,
  answers: {
    200: {
      description: 'It is gone.',
      schema: z.object({ status: z.literal('deleted'), preset_id: idSchema }),
    },
  },
});

export const listProjects = operation({
  id: 'listProjects',
  method: 'GET',
  path: '/api/projects',
  tag: FILMS,
  summary: 'Films, newest first',
  description: '50 to a page unless `limit` says otherwise; `Link` names the next page.',
  query: listProjectsQuerySchema,
  answers: {
    200: {
      description: 'One page. `Link` names the next one.',
      schema: projectListItemSchema.array(),
      headers: {
        link: linkHeader,
        'x-total-count': z.string().meta({ description: 'How many the filters keep.' }),
      },
    },
  },
  errors: ['invalid-cursor'],
});

export const getProject = operation({
  id: 'getProject',
  method: 'GET',
  path: '/api/projects/{id}',
  tag: FILMS,
  summary: 'A film with scenes, keyframes, takes and costs',
  description: 'Everything at once. To follow a film that runs, listen to its events instead.',
  params,
  answers: { 200: { description: 'The film.', schema: projectDetailSchema } },
});

export const updateProject = operation({
  id: 'updateProject',
  method: 'PATCH',
  path: '/api/projects/{id}',
  tag: FILMS,
  summary: 'Give a film another title',
  description:
    'The title stands on the first card of the film, so a finished film is out of date until `POST …/update`.',
  params,
  body: updateProjectSchema,
  example: { title: 'The last lamp' },
  answers: { 200: { description: 'The film.', schema: projectDetailSchema } },
});

export const deleteProject = operation({
  id: 'deleteProject',
  method: 'DELETE',
  path: '/api/projects/{id}',
  tag: FILMS,
  summary: 'Delete a film; one that runs is stopped',
  description:
    'For good. It leaves every list at once, and a manifest that only it was made with can be deleted then.',
  params,
  answers: {
    200: {
      description: 'It is gone.',
      schema: z.object({ status: z.literal('deleted'), project_id: idSchema }),
    },
  },
});

export const getProjectStatus = operation({
  id: 'getProjectStatus',
  method: 'GET',
  path: '/api/projects/{id}/status',
  tag: FILMS,
  summary: 'How far a film is',
  description: 'Without the scenes: status, stages and counters. Cheap enough to ask often.',
  params,
  answers: { 200: { description: 'The state.', schema: projectStatusAnswerSchema } },
});

export const streamProject = operation({
  id: 'streamProject',
  method: 'GET',
  path: '/api/projects/{id}/events',
  tag: FILMS,
  summary: 'How far a film is, pushed',
  description:
    'Server-sent events named `status`: the present state at once, then the newest after every change, and a `beat` every 15 seconds. `Last-Event-ID`, or `last_event_id`, names the state you have. A reader that is slower than the changes gets the newest state only; 503 with `Retry-After` when there are too many streams.',
  params,
  query: streamQuerySchema,
  answers: {
    200: {
      description: 'Events with the status and the scenes that changed since the state you have.',
      type: 'text/event-stream',
    },
  },
});

export const listRunning = operation({
  id: 'listRunning',
  method: 'GET',
  path: '/api/projects/running',
  tag: FILMS,
  summary: 'Films that are being made',
  description:
    'With `Accept: text/event-stream` the list comes at once and after every change, as a `running` event.',
  query: streamQuerySchema,
  answers: {
    200: { description: 'The films.', schema: projectListItemSchema.array(), type: 'text/event-stream' },
  },
});

const run = (
  id: string,
  verb: 'stop' | 'resume' | 'retry' | 'update',
  summary: string,
  description: string,
) =>
  ({
    id,
    method: 'POST',
    path: `/api/projects/{id}/${verb}`,
    tag: FILMS,
    summary,
    description,
    params,
    answers: { 202: { description: 'The state.', schema: projectStatusAnswerSchema } },
    errors: ['invalid-state'],
  }) as const;

export const stopProject = operation(
  run(
    'stopProject',
    'stop',
    'Stop a film; what is finished stays',
    'What is at work is called off; the status is `cancelled` when that is done. `POST …/resume` goes on. Refused when the film does not run.',
  ),
);
export const resumeProject = operation(
  run(
    'resumeProject',
    'resume',
    'Go on with a stopped or staged film',
    'Of status `cancelled` or `staged`; a staged film goes on to its end. Finished steps are kept, unless an edit made them stale.',
  ),
);
export const retryProject = operation(
  run(
    'retryProject',
    'retry',
    'Make what is missing of a film',
    'Of status `partial` or `failed`. Failed and missing steps are made once more; finished ones are kept, unless an edit made them stale.',
  ),
);
export const bringUpToDate = operation(
  run(
    'bringUpToDate',
    'update',
    'Make again what edits made stale, and nothing else',
    'Of any film that does not run: what is stale and what is missing is made, then the film is stitched. Refused when a complete film lacks nothing.',
  ),
);

export const getSnapshot = operation({
  id: 'getSnapshot',
  method: 'GET',
  path: '/api/projects/{id}/snapshot',
  tag: FILMS,
  summary: 'The manifest as a film froze it',
  description: '404 for a film without a manifest, and for one of pictures until these are analysed.',
  params,
  query: z.strictObject({
    diff: z.literal('live').optional().describe('Also what is different in the library now.'),
  }),
  answers: { 200: { description: 'The snapshot and its digest.', schema: snapshotAnswerSchema } },
});

export const forkProject = operation({
  id: 'forkProject',
  method: 'POST',
  path: '/api/projects/{id}/fork',
  tag: FILMS,
  summary: 'A new film from this one, sharing all that stays the same',
  description:
    'Settings that are absent are those of the film. Scenes whose pictures would come out the same are shared, the others are made. The film itself stays as it is. Refused while pictures of the film, or the manifest, are analysed.',
  params,
  query: forkQuerySchema,
  body: forkSchema,
  bodyOptional: true,
  example: { aspect_ratio: '9:16', manifest: 'live' },
  answers: {
    200: { description: 'What would be shared.', schema: forkPreviewSchema },
    202: {
      description: 'The fork begins.',
      schema: forkAnswerSchema,
      headers: { location: locationHeader },
    },
  },
  errors: ['invalid-state'],
});

export const listForks = operation({
  id: 'listForks',
  method: 'GET',
  path: '/api/projects/{id}/forks',
  tag: FILMS,
  summary: 'What a film was forked from, and its forks',
  description: 'Of the forks the newest 50, and how many there are.',
  params,
  answers: { 200: { description: 'The family.', schema: forksSchema } },
});

export const saveManifest = operation({
  id: 'saveManifest',
  method: 'POST',
  path: '/api/projects/{id}/save-manifest',
  tag: FILMS,
  summary: "Put a film's quick upload into the library",
  description:
    'With the analysed images and their texts. A manifest that is in the library already stays as it is. Refused while the pictures are analysed; 404 for a film without any.',
  params,
  body: saveManifestSchema,
  bodyOptional: true,
  answers: { 200: { description: 'The manifest.', schema: savedManifestSchema } },
  errors: ['invalid-state'],
});
