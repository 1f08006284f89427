import { z } from 'zod';
import { streamQuerySchema } from '../http/sse.ts';
import { bulkEditSchema, bulkResultSchema, manifestBriefSchema } from '../schemas/bulk.ts';
import {
  createManifestSchema,
  deleteManifestQuerySchema,
  duplicateManifestQuerySchema,
  listManifestsQuerySchema,
  manifestDetailSchema,
  manifestListItemSchema,
  manifestProgressSchema,
  processManifestSchema,
  updateManifestSchema,
} from '../schemas/manifest.ts';
import { idSchema } from '../schemas/text.ts';
import { startedProcessingSchema } from './answers.ts';
import { etagHeader, linkHeader, locationHeader } from './headers.ts';
import { operation } from './operation.ts';

const tag = 'Manifests';
const params = { id: idSchema };

export const listManifests = operation({
  id: 'listManifests',
  reuse: 'while-unchanged',
  method: 'GET',
  path: '/api/manifests',
  tag,
  summary: 'Manifests that the filters keep',
  description:
    'Without filters, all that are not in the trash. 100 to a page unless `limit` says otherwise; `Link` names the next page.',
  query: listManifestsQuerySchema,
  answers: {
    200: {
      description: 'One page. `Link` names the next one.',
      schema: manifestListItemSchema.array(),
      headers: {
        link: linkHeader,
        'x-total-count': z.string().meta({ description: 'How many the filters keep.' }),
        'x-counts': z.string().meta({
          description:
            'JSON: how many of each status and category there are; the filter of the one does not count for itself.',
        }),
      },
    },
  },
  errors: ['invalid-cursor'],
});

export const createManifest = operation({
  id: 'createManifest',
  method: 'POST',
  path: '/api/manifests',
  tag,
  summary: 'A new manifest',
  description: 'It begins as a draft in version 1, without assets.',
  body: createManifestSchema,
  example: { name: 'The Lamplighter', category: 'FULL_PRODUCTION', tags: ['harbour'] },
  answers: {
    201: {
      description: 'The manifest.',
      schema: manifestListItemSchema,
      headers: { location: locationHeader, etag: etagHeader },
    },
  },
});

export const getManifest = operation({
  id: 'getManifest',
  reuse: 'while-unchanged',
  method: 'GET',
  path: '/api/manifests/{id}',
  tag,
  summary: 'A manifest with its assets',
  description:
    'All assets in their order. The ETag is what `If-Match` of a change wants. Not one in the trash: 404.',
  params,
  answers: {
    200: { description: 'The manifest.', schema: manifestDetailSchema, headers: { etag: etagHeader } },
  },
  errors: ['not-found'],
});

export const updateManifest = operation({
  id: 'updateManifest',
  method: 'PUT',
  path: '/api/manifests/{id}',
  tag,
  summary: 'Change a manifest',
  description:
    'Absent fields stay as they are; null clears. The first edit after a film was made with it begins a new version.',
  params,
  body: updateManifestSchema,
  example: { name: 'The Lamplighter', description: null },
  ifMatch: true,
  answers: {
    200: { description: 'The manifest.', schema: manifestListItemSchema, headers: { etag: etagHeader } },
  },
  errors: ['not-found'],
});

export const deleteManifest = operation({
  id: 'deleteManifest',
  method: 'DELETE',
  path: '/api/manifests/{id}',
  tag,
  summary: 'Move a manifest to the trash',
  description:
    'One that films were made with is refused with `in-use`; `projects` names them. With `permanent=true` one that is in the trash is deleted for ever, whatever If-Match says; one that is not in the trash is `invalid-state`.',
  params,
  query: deleteManifestQuerySchema,
  ifMatch: true,
  answers: {
    200: {
      description: 'It is gone.',
      schema: z.object({ status: z.literal('deleted'), manifest_id: idSchema }),
    },
  },
  errors: ['not-found', 'in-use', 'invalid-state'],
});

export const restoreManifest = operation({
  id: 'restoreManifest',
  method: 'POST',
  path: '/api/manifests/{id}/restore',
  tag,
  summary: 'Take a manifest out of the trash',
  description: 'As it was when it was deleted. One that is not in the trash stays as it is.',
  params,
  answers: { 200: { description: 'The manifest.', schema: manifestListItemSchema } },
  errors: ['not-found'],
});

export const duplicateManifest = operation({
  id: 'duplicateManifest',
  method: 'POST',
  path: '/api/manifests/{id}/duplicate',
  tag,
  summary: 'Copy a manifest with its assets',
  description:
    'New ids, the same tags, the same image bytes; version 1 and a draft. Without `name` it is called “… (Copy)”.',
  params,
  query: duplicateManifestQuerySchema,
  answers: {
    201: {
      description: 'The copy.',
      schema: manifestListItemSchema,
      headers: { location: locationHeader, etag: etagHeader },
    },
  },
  errors: ['not-found'],
});

export const bulkEditManifests = operation({
  id: 'bulkEditManifests',
  method: 'POST',
  path: '/api/manifests/bulk',
  tag,
  summary: 'One act on many manifests',
  description:
    'Tags, category, trash, restore, copy or delete for ever: one act in one request, of 10,000 manifests at most. What cannot take part is in `refused` and harms none of the others; `undo` holds the bodies of the requests that take it back.',
  body: bulkEditSchema,
  answers: {
    200: { description: 'What changed, what was refused, and the way back.', schema: bulkResultSchema },
  },
});

export const listManifestBriefs = operation({
  id: 'listManifestBriefs',
  method: 'GET',
  path: '/api/manifests/ids',
  tag,
  summary: 'Everything the filters keep, in brief',
  description: 'For acts on a whole search: the filters of the list without its pages, 10,000 at most.',
  query: listManifestsQuerySchema.omit({ limit: true, cursor: true }),
  answers: { 200: { description: 'In the order of the list.', schema: manifestBriefSchema.array() } },
});

export const processManifest = operation({
  id: 'processManifest',
  method: 'POST',
  path: '/api/manifests/{id}/process',
  tag,
  summary: 'Analyse the images of a manifest',
  description:
    'Measures quality, finds duplicates and parts, writes texts where no person did, and draws the contact sheet. It goes on after the answer: `GET …/progress` tells how far it is. Refused while one runs; 422 when there is no image.',
  params,
  body: processManifestSchema,
  bodyOptional: true,
  example: { scope: 'missing' },
  answers: {
    202: {
      description: 'The analysis runs.',
      schema: startedProcessingSchema,
    },
  },
  errors: ['not-found', 'invalid-state'],
});

export const cancelProcessing = operation({
  id: 'cancelProcessing',
  method: 'DELETE',
  path: '/api/manifests/{id}/process',
  tag,
  summary: 'Cancel the analysis; what is finished stays',
  description: 'Images that were not finished count as not analysed. When no analysis runs, nothing happens.',
  params,
  answers: { 200: { description: 'Where it stands.', schema: manifestProgressSchema } },
  errors: ['not-found'],
});

export const getManifestProgress = operation({
  id: 'getManifestProgress',
  method: 'GET',
  path: '/api/manifests/{id}/progress',
  tag,
  summary: 'How far the analysis is',
  description:
    'Of the running analysis, or the last one. It is over when `status` is no longer `PROCESSING`. With `Accept: text/event-stream` the state comes at once and after every change, as a `progress` event.',
  params,
  query: streamQuerySchema,
  answers: { 200: { description: 'The state.', schema: manifestProgressSchema, type: 'text/event-stream' } },
  errors: ['not-found'],
});
