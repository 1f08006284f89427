import { z } from 'zod';
import { PUT_IMAGE_LIMITS } from '../assets/put-image-service.ts';
import { tagCountsSchema } from '../schemas/manifest.ts';
import { searchAnswerSchema, searchQuerySchema } from '../schemas/search.ts';
import { storedImageSchema } from '../schemas/stored-image.ts';
import { hashSchema } from '../schemas/text.ts';
import { IMAGE_ERRORS } from './image-errors.ts';
import { operation } from './operation.ts';

const SYSTEM = 'System';

export const getHealth = operation({
  id: 'getHealth',
  method: 'GET',
  path: '/api/health',
  tag: SYSTEM,
  summary: 'Does this process answer',
  description: 'Says nothing of the database or the worker: see `/api/ready`.',
  answers: { 200: { description: 'It does.', schema: z.object({ status: z.literal('ok') }) } },
});

const readinessSchema = z.object({
  status: z.enum(['ready', 'not ready']),
  checks: z.object({ database: z.boolean(), store: z.boolean(), worker: z.boolean() }),
});

export const getReadiness = operation({
  id: 'getReadiness',
  method: 'GET',
  path: '/api/ready',
  tag: SYSTEM,
  summary: 'Is everything there that it needs',
  description: 'The database answers, the blob store can be written, a worker is connected.',
  answers: {
    200: { description: 'Ready.', schema: readinessSchema },
    503: {
      description:
        'Not ready: `checks` says what is missing. While the server is being stopped it is not ready although nothing is.',
      schema: readinessSchema,
      headers: { 'retry-after': z.string() },
    },
  },
});

export const searchEverything = operation({
  id: 'search',
  method: 'GET',
  path: '/api/search',
  tag: SYSTEM,
  summary: 'The best few manifests, assets and films',
  description:
    'By words, forgiving of typos. Without `q`, the manifests and films that were changed last, and no assets.',
  query: searchQuerySchema,
  answers: { 200: { description: 'Hits of each kind, best first.', schema: searchAnswerSchema } },
});

export const listTags = operation({
  id: 'listTags',
  reuse: 'while-unchanged',
  method: 'GET',
  path: '/api/tags',
  tag: 'Manifests',
  summary: 'Tags of all manifests with their counts',
  description: 'Of manifests that are not in the trash.',
  answers: { 200: { description: 'Most used first.', schema: tagCountsSchema } },
});

/** What the store holds: images as they came and as they are shown, clips and films as they came and are shown. */
const BLOB_TYPES = [
  'image/png',
  'image/jpeg',
  'image/webp',
  'video/mp4',
  'video/webm',
  'video/quicktime',
] as const;

export const getBlob = operation({
  id: 'getBlob',
  reuse: 'always',
  method: 'GET',
  path: '/api/blobs/{hash}',
  tag: 'Blobs',
  summary: 'Bytes by their SHA-256',
  description:
    'What a hash names never changes. Ranges, conditional requests and HEAD are answered; HEAD tells whether it is there.',
  params: { hash: hashSchema },
  query: z.strictObject({
    w: z
      .enum(['320', '640', '1280'])
      .optional()
      .describe('Of an image, its thumbnail of this width in pixels; where there is none, the image.'),
  }),
  answers: {
    200: { description: 'The bytes.', type: BLOB_TYPES },
    206: { description: 'The part that was asked for.', type: BLOB_TYPES },
    304: { description: 'Unchanged.' },
  },
  errors: ['not-found', 'range-not-satisfiable', 'blob-corrupt'],
});

export const putBlob = operation({
  id: 'putBlob',
  method: 'PUT',
  path: '/api/blobs/{hash}',
  tag: 'Blobs',
  summary: 'Store an image under the SHA-256 of its bytes',
  description:
    'PNG, JPEG or WebP by content, 10 MB at most, sent as it is and not as a form. Ask with HEAD first and skip what is there. Other bytes than the hash says are `hash-mismatch`, and nothing is kept. Assets are then made with the hash; an image that none has within 24 hours is removed again.',
  params: { hash: hashSchema },
  multipart: PUT_IMAGE_LIMITS,
  answers: {
    200: { description: 'It was there already.', schema: storedImageSchema },
    201: { description: 'It is stored.', schema: storedImageSchema },
  },
  errors: ['hash-mismatch', ...IMAGE_ERRORS],
});

export const getOpenApi = operation({
  id: 'getOpenApi',
  method: 'GET',
  path: '/api/openapi.json',
  tag: SYSTEM,
  summary: 'This description, as OpenAPI 3.1',
  description:
    'Made of the schemas that parse the requests. The pages under `/docs` and the typed client are made of it.',
  answers: {
    200: { description: 'The document.', schema: z.looseObject({ openapi: z.string() }) },
    304: { description: 'Unchanged.' },
  },
});
