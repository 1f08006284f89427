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
    'Freezes the manifest, counts its use and enqueues the first job, all or nothing. As multipart with `images[]` a quick upload becomes a manifest of the film.',
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
    'The settings as fields, the pictures as `images[]`. They become a manifest of the film, which can be put into the library later.',
  multipart: QUICK_UPLOAD_LIMITS,
  answers: started,
  errors: ['unsupported-image-type', 'image-corrupt', 'image-too-large', 'image-too-small'],
});

export const planFilm = operation({
  id: 'planFilm',
  method: 'POST',
  path: '/api/generate/plan',
  tag: GENERATING,
  summary: 'What the storyboard would decide now',
  description: 'Nothing is stored and no use is counted.',
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
  description: 'What the form for a film holds beside prompt and manifest. A name is given once.',
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
  description:
    'By status, by manifest, or by words of title and prompt. 50 to a page unless `limit` says otherwise.',
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
    'The title stands on the first card of the film, so the film is out of date until it is stitched again.',
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
  description: 'It leaves every list at once, and a manifest that it held can be deleted then.',
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
    'Server-sent events named `status`. `Last-Event-ID`, or `last_event_id`, names the state you have. A reader that is slower than the changes gets the newest state only; 503 with `Retry-After` when there are too many streams.',
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
    'With `Accept: text/event-stream` every change is pushed as a `running` event, like the events of one film.',
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
    'What is at work is called off. Refused when the film does not run.',
  ),
);
export const resumeProject = operation(
  run(
    'resumeProject',
    'resume',
    'Go on with a stopped or staged film',
    'Finished steps are passed over: nothing is made or paid twice.',
  ),
);
export const retryProject = operation(
  run(
    'retryProject',
    'retry',
    'Make what is missing of a film',
    'Makes failed and missing steps once more; what is finished is kept.',
  ),
);
export const bringUpToDate = operation(
  run(
    'bringUpToDate',
    'update',
    'Make again what edits made stale, and nothing else',
    'Every step knows what it was made of: those that still fit are kept.',
  ),
);

export const getSnapshot = operation({
  id: 'getSnapshot',
  method: 'GET',
  path: '/api/projects/{id}/snapshot',
  tag: FILMS,
  summary: 'The manifest as a film froze it',
  description: 'With `diff=live` also what is different in the library now.',
  params,
  query: z.strictObject({ diff: z.literal('live').optional() }),
  answers: { 200: { description: 'The snapshot and its digest.', schema: snapshotAnswerSchema } },
});

export const forkProject = operation({
  id: 'forkProject',
  method: 'POST',
  path: '/api/projects/{id}/fork',
  tag: FILMS,
  summary: 'A new film from this one, sharing all that stays the same',
  description: 'With `dry_run=true` it only says what would be shared.',
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
  description: 'With the analysed images and their texts. Refused while these are still analysed.',
  params,
  body: saveManifestSchema,
  bodyOptional: true,
  answers: { 200: { description: 'The manifest.', schema: savedManifestSchema } },
  errors: ['invalid-state', 'conflict'],
});
