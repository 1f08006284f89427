import { z } from 'zod';
import { HAND_OFF_FORMATS } from '../hand-off/serve-hand-off.ts';
import { FROM_LOCKFILE_LIMITS } from '../lockfile/import-lockfile.ts';
import {
  fromLockfileQuerySchema,
  LOCKFILE_LIMITS,
  lockfilePreviewSchema,
  lockfileSchema,
  verifyAnswerSchema,
} from '../schemas/lockfile.ts';
import { generateAnswerSchema } from '../schemas/project.ts';
import { idSchema } from '../schemas/text.ts';
import { locationHeader } from './headers.ts';
import { type Answer, operation } from './operation.ts';

const tag = 'Hand-off and lockfile';
const params = { id: idSchema };
const download = z.strictObject({
  download: z.literal('1').optional().describe('To be saved under its title, not shown.'),
});

const file = (type: Answer['type'], description: string): Record<number, Answer> => ({
  200: { description, type },
  304: { description: 'Unchanged.' },
});

export const getFilm = operation({
  id: 'getFilm',
  method: 'GET',
  path: '/api/projects/{id}/film',
  tag,
  summary: 'The finished film',
  description: 'H.264 in MP4. Ranges are answered. 404 until it is finished.',
  params,
  query: download,
  answers: {
    ...file('video/mp4', 'The film.'),
    206: { description: 'The part that was asked for.', type: 'video/mp4' },
  },
  errors: ['range-not-satisfiable', 'blob-corrupt'],
});

export const getSubtitles = operation({
  id: 'getSubtitles',
  method: 'GET',
  path: '/api/projects/{id}/subtitles.vtt',
  tag,
  summary: 'The subtitles of a film, as WebVTT',
  description:
    'Dialogue, or the sentence of a shot without any, in the time of the film with its title card. 404 until the film is finished.',
  params,
  answers: file('text/vtt', 'The subtitles.'),
});

export const getKeyframes = operation({
  id: 'getKeyframes',
  method: 'GET',
  path: '/api/projects/{id}/keyframes.zip',
  tag,
  summary: 'Every keyframe that is there, as a zip of PNGs',
  description: 'Named by scene and position: `01-start.png`. 404 while there is none.',
  params,
  answers: file('application/zip', 'The keyframes.'),
});

export const getStoryboard = operation({
  id: 'getStoryboard',
  method: 'GET',
  path: '/api/projects/{id}/storyboard',
  tag,
  summary: 'The storyboard for print or for a table',
  description: 'PDF with the keyframes that are there, or CSV with one scene to a row.',
  params,
  query: z.strictObject({ format: z.enum(['pdf', 'csv']) }),
  answers: {
    200: { description: 'PDF or CSV, as `format` says.', type: ['application/pdf', 'text/csv'] },
  },
});

export const getHandOff = operation({
  id: 'getHandOff',
  method: 'GET',
  path: '/api/projects/{id}/hand-off',
  tag,
  summary: 'The edit for another program',
  description:
    'OpenTimelineIO, Final Cut Pro XML or an edit decision list (CMX 3600). Refused until the film is finished, and when it was changed since.',
  params,
  query: z.strictObject({
    format: z.enum(HAND_OFF_FORMATS),
    media: z.literal('1').optional().describe('In a zip with the files that it names by relative paths.'),
  }),
  answers: {
    200: {
      description: 'The edit as `format` says, or the zip.',
      schema: z.looseObject({ OTIO_SCHEMA: z.string() }),
      type: ['application/xml', 'text/plain', 'application/zip'],
    },
  },
  errors: ['invalid-state'],
});

export const getLockfile = operation({
  id: 'getLockfile',
  method: 'GET',
  path: '/api/projects/{id}/lockfile',
  tag,
  summary: 'Everything that determined a film, by hash',
  description:
    'Snapshot, storyboard, settings, program and the hash of every frame. Of complete films that were not changed since. The frames of a new film are hashed first: the request waits a little, then it is 503 with `Retry-After`.',
  params,
  query: download,
  answers: {
    200: { description: 'Canonical JSON.', schema: lockfileSchema },
    304: { description: 'Unchanged.' },
  },
  errors: ['invalid-state'],
});

export const getFilmBundle = operation({
  id: 'getFilmBundle',
  method: 'GET',
  path: '/api/projects/{id}/bundle',
  tag,
  summary: 'The lockfile with all images and uploads that it names',
  description:
    'Enough to make the same film on another installation, bit for bit: `POST /api/projects/from-lockfile`. There when the lockfile is.',
  params,
  answers: file('application/zip', 'The bundle.'),
  errors: ['invalid-state'],
});

export const verifyLockfile = operation({
  id: 'verifyLockfile',
  method: 'POST',
  path: '/api/projects/verify',
  tag,
  summary: 'Does a lockfile still hold here',
  description:
    'The body is the lockfile as it was downloaded, 16 MB at most. What differs here is a finding; what is no lockfile, or damaged, is 422. Nothing is drawn.',
  body: z.unknown(),
  maxBodyBytes: LOCKFILE_LIMITS.bytes,
  answers: { 200: { description: 'What was found.', schema: verifyAnswerSchema } },
});

export const filmFromLockfile = operation({
  id: 'filmFromLockfile',
  method: 'POST',
  path: '/api/projects/from-lockfile',
  tag,
  summary: 'Make the film of a lockfile here',
  description:
    'The lockfile in the part `lockfile`, or the bundle of the film in the part `bundle`, which brings its images; or both. Images that are neither here nor in the bundle are named in a 422. The library is not changed. With `dry_run=true` it only says what would be made.',
  query: fromLockfileQuerySchema,
  multipart: FROM_LOCKFILE_LIMITS,
  answers: {
    200: { description: 'A preview.', schema: lockfilePreviewSchema },
    202: {
      description: 'The film begins.',
      schema: generateAnswerSchema,
      headers: { location: locationHeader },
    },
  },
  errors: ['malformed-json', 'insufficient-storage'],
});
