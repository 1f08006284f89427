import { z } from 'zod';
import { manifestListItemSchema } from '../schemas/manifest.ts';
import { idSchema } from '../schemas/text.ts';
import {
  compareVersionsQuerySchema,
  listVersionsQuerySchema,
  manifestVersionSchema,
  versionComparisonSchema,
  versionContentSchema,
  versionParameter,
} from '../schemas/version.ts';
import { etagHeader, linkHeader } from './headers.ts';
import { operation } from './operation.ts';

const tag = 'Versions';
const params = { id: idSchema };

export const listVersions = operation({
  id: 'listVersions',
  method: 'GET',
  path: '/api/manifests/{id}/versions',
  tag,
  summary: 'Versions of a manifest, newest first',
  description:
    'Each with what changed in it and which films used it, 30 to a page. Numbers may be missing: a content that nothing ever used is not kept.',
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
  tag,
  summary: 'What is different between two versions',
  description: 'Assets that came, went or changed between `from` and `to`, field by field, with both sides.',
  params,
  query: compareVersionsQuerySchema,
  answers: { 200: { description: 'The differences.', schema: versionComparisonSchema } },
  errors: ['not-found'],
});

const versionParams = { ...params, version: versionParameter };

export const getVersion = operation({
  id: 'getVersion',
  method: 'GET',
  path: '/api/manifests/{id}/versions/{version}',
  tag,
  summary: 'A version as it was',
  description: 'With its assets, as films that used it saw them. 404 for a number that was not kept.',
  params: versionParams,
  answers: { 200: { description: 'The version.', schema: versionContentSchema } },
  errors: ['not-found'],
});

export const restoreVersion = operation({
  id: 'restoreVersion',
  method: 'POST',
  path: '/api/manifests/{id}/versions/{version}/restore',
  tag,
  summary: 'Make an older version the newest again',
  description:
    'Begins a new version with the content of the older one; the present one is kept as a version. Assets that were deleted since come back with their tags, newer ones go. When the content is the same already, nothing changes. Refused while an analysis runs.',
  params: versionParams,
  ifMatch: true,
  answers: {
    200: { description: 'The manifest.', schema: manifestListItemSchema, headers: { etag: etagHeader } },
  },
  errors: ['not-found', 'invalid-state'],
});
