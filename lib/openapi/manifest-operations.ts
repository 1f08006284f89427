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
import {
  compareVersionsQuerySchema,
  listVersionsQuerySchema,
  manifestVersionSchema,
  versionComparisonSchema,
  versionContentSchema,
  versionParameter,
} from '../schemas/version.ts';
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
    'Searches names, descriptions, tags and asset names, forgiving of typos. 100 to a page unless `limit` says otherwise.',
  query: listManifestsQuerySchema,
  answers: {
    200: {
      description: 'One page. `Link` names the next one.',
      schema: manifestListItemSchema.array(),
      headers: {
        link: linkHeader,
        'x-total-count': z.string().meta({ description: 'How many the filters keep.' }),
        'x-counts': z.string().meta({
          description: 'JSON: how many of each status and category there are.',
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
  description: 'It begins as a draft in version 1. Assets are added one by one.',
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
  description: 'Assets come in their order. The ETag is what `If-Match` of a change wants.',
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
    'Absent fields stay as they are; null clears. After a film used it, this begins a new version.',
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
    'With `permanent`, out of the trash for ever, whatever If-Match says. One that films hold is refused and names them.',
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
  description: 'As it was when it was deleted.',
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
    'Tags, category, trash, restore, copy or delete for ever: one act in one request. What refuses is named and harms none of the others; `undo` holds the edits that take it back.',
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
  description: 'For acts on a whole search: the filters of the list without its pages.',
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
    'Measures quality, finds duplicates and parts, and draws the contact sheet. `scope` is `missing` (what was not analysed yet), `all`, or ids of assets. Refused while an analysis runs.',
  params,
  body: processManifestSchema,
  bodyOptional: true,
  example: { scope: 'missing' },
  answers: {
    202: {
      description: 'The analysis runs.',
      schema: z.object({ task_id: idSchema, status: z.string(), manifest_id: idSchema }).loose(),
    },
  },
  errors: ['not-found', 'invalid-state', 'conflict'],
});

export const cancelProcessing = operation({
  id: 'cancelProcessing',
  method: 'DELETE',
  path: '/api/manifests/{id}/process',
  tag,
  summary: 'Cancel the analysis; what is finished stays',
  description:
    'Images that are at work end, those that wait are left as they were. Refused when no analysis runs.',
  params,
  answers: { 200: { description: 'Where it stands.', schema: manifestProgressSchema } },
  errors: ['not-found', 'invalid-state'],
});

export const getManifestProgress = operation({
  id: 'getManifestProgress',
  method: 'GET',
  path: '/api/manifests/{id}/progress',
  tag,
  summary: 'How far the analysis is',
  description:
    'With `Accept: text/event-stream` every change is pushed as a `progress` event, like the events of a film.',
  params,
  query: streamQuerySchema,
  answers: { 200: { description: 'The state.', schema: manifestProgressSchema, type: 'text/event-stream' } },
  errors: ['not-found'],
});

const VERSIONS = 'Versions';

export const listVersions = operation({
  id: 'listVersions',
  method: 'GET',
  path: '/api/manifests/{id}/versions',
  tag: VERSIONS,
  summary: 'Versions of a manifest, newest first',
  description: 'Each with what changed in it and which films used it.',
  params,
  query: listVersionsQuerySchema,
  answers: {
    200: {
      description: 'One page.',
      schema: manifestVersionSchema.array(),
      headers: {
        link: linkHeader,
        'x-total-count': z.string().meta({ description: 'How many versions there are.' }),
      },
    },
  },
  errors: ['not-found', 'invalid-cursor'],
});

export const compareVersions = operation({
  id: 'compareVersions',
  method: 'GET',
  path: '/api/manifests/{id}/versions/compare',
  tag: VERSIONS,
  summary: 'What is different between two versions',
  description: 'Assets that came, went or changed between `from` and `to`, field by field, with both sides.',
  params,
  query: compareVersionsQuerySchema,
  answers: { 200: { description: 'The differences.', schema: versionComparisonSchema } },
  errors: ['not-found'],
});

const versionParams = { id: idSchema, version: versionParameter };

export const getVersion = operation({
  id: 'getVersion',
  method: 'GET',
  path: '/api/manifests/{id}/versions/{version}',
  tag: VERSIONS,
  summary: 'A version as it was',
  description: 'With its assets, as films that used it saw them.',
  params: versionParams,
  answers: { 200: { description: 'The version.', schema: versionContentSchema } },
  errors: ['not-found'],
});

export const restoreVersion = operation({
  id: 'restoreVersion',
  method: 'POST',
  path: '/api/manifests/{id}/versions/{version}/restore',
  tag: VERSIONS,
  summary: 'Make an older version the newest again',
  description:
    'Begins a new version with the content of the older one. Nothing is lost: the versions between stay.',
  params: versionParams,
  ifMatch: true,
  answers: {
    200: { description: 'The manifest.', schema: manifestListItemSchema, headers: { etag: etagHeader } },
  },
  errors: ['not-found', 'invalid-state'],
});
