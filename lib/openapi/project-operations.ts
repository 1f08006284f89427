import { z } from 'zod';
import { streamQuerySchema } from '../http/sse.ts';
import {
  listProjectsQuerySchema,
  projectDetailSchema,
  projectListItemSchema,
  projectStatusAnswerSchema,
  snapshotAnswerSchema,
  updateProjectSchema,
} from '../schemas/project.ts';
import { idSchema } from '../schemas/text.ts';
import { linkHeader } from './headers.ts';
import { operation } from './operation.ts';

const tag = 'Films';
const params = { id: idSchema };

export const listProjects = operation({
  id: 'listProjects',
  method: 'GET',
  path: '/api/projects',
  tag,
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
  tag,
  summary: 'A film with scenes, keyframes, takes and costs',
  description: 'Everything at once. To follow a film that runs, listen to its events instead.',
  params,
  answers: { 200: { description: 'The film.', schema: projectDetailSchema } },
});

export const updateProject = operation({
  id: 'updateProject',
  method: 'PATCH',
  path: '/api/projects/{id}',
  tag,
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
  tag,
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
  tag,
  summary: 'How far a film is',
  description: 'Without the scenes: status, stages and counters. Cheap enough to ask often.',
  params,
  answers: { 200: { description: 'The state.', schema: projectStatusAnswerSchema } },
});

export const streamProject = operation({
  id: 'streamProject',
  method: 'GET',
  path: '/api/projects/{id}/events',
  tag,
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
  tag,
  summary: 'Films that are being made',
  description:
    'With `Accept: text/event-stream` the list comes at once and after every change, as a `running` event.',
  query: streamQuerySchema,
  answers: {
    200: { description: 'The films.', schema: projectListItemSchema.array(), type: 'text/event-stream' },
  },
});

export const getSnapshot = operation({
  id: 'getSnapshot',
  method: 'GET',
  path: '/api/projects/{id}/snapshot',
  tag,
  summary: 'The manifest as a film froze it',
  description: '404 for a film without a manifest, and for one of pictures until these are analysed.',
  params,
  query: z.strictObject({
    diff: z.literal('live').optional().describe('Also what is different in the library now.'),
  }),
  answers: { 200: { description: 'The snapshot and its digest.', schema: snapshotAnswerSchema } },
});
