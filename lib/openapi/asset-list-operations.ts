import { z } from 'zod';
import { streamQuerySchema } from '../http/sse.ts';
import { bulkAnswerSchema } from '../schemas/asset-bulk.ts';
import {
  ASSET_LIST_LIMITS,
  bulkBodySchema,
  createdAssetsSchema,
  imageImportsSchema,
} from '../schemas/asset-list.ts';
import { idSchema } from '../schemas/text.ts';
import { operation } from './operation.ts';

const tag = 'Assets';
const params = { id: idSchema };
/** Of the empty file. */
const EXAMPLE_HASH = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

export const changeAssets = operation({
  id: 'changeAssets',
  method: 'POST',
  path: '/api/manifests/{id}/assets/bulk',
  tag,
  summary: 'Many new assets, or one change of many',
  description: `With \`assets\`, or as \`text/csv\`, new ones: all or none, in their order, ${ASSET_LIST_LIMITS.assets} at most. Everything is checked before the first is made; errors point to each asset, in CSV to line and column too. An image by \`sha256\` (PUT it to /api/blobs before) is its asset's at once; an image by \`url\` is fetched after the answer, from public hosts only, and tried five times at most: \`GET …/imports\` tells where it stands. CSV has a header row of \`name\`, \`asset_type\` and any of \`description\`, \`user_tags\` (\`|\` or \`;\` between them), \`reverse_prompt\`, \`image_url\`, \`image_sha256\`. With \`op\`, one change of the assets that \`asset_ids\` names: another type, tags, delete, copy, move; ids that are not there come as \`missing\` and hold the others back from nothing.`,
  params,
  body: bulkBodySchema,
  example: {
    assets: [
      { name: 'Mara', asset_type: 'CHARACTER', user_tags: ['lead'], image: { sha256: EXAMPLE_HASH } },
      { name: 'Skerry light', asset_type: 'ENVIRONMENT', image: { url: 'https://example.com/skerry.jpg' } },
      { name: 'Brass lantern', asset_type: 'PROP', description: 'Dented, always lit.' },
    ],
  },
  answers: {
    200: { description: 'Of a change: the assets as they are now.', schema: bulkAnswerSchema },
    201: { description: 'The new assets.', schema: createdAssetsSchema },
    202: { description: 'The new assets; some images are fetched now.', schema: createdAssetsSchema },
  },
  errors: ['not-found'],
});

export const createAssetsFromCsv = operation({
  id: 'createAssetsFromCsv',
  method: 'POST',
  path: '/api/manifests/{id}/assets/bulk',
  tag,
  summary: 'Many new assets from a list as CSV',
  description: 'See `changeAssets`.',
  params,
  body: z.string(),
  bodyType: 'text/csv',
  example: `name,asset_type,user_tags,image_url\nMara,CHARACTER,lead|keeper,https://example.com/mara.png\n`,
  answers: {
    201: { description: 'The new assets.', schema: createdAssetsSchema },
    202: { description: 'The new assets; some images are fetched now.', schema: createdAssetsSchema },
  },
  errors: ['not-found', 'malformed-csv'],
});

export const listImports = operation({
  id: 'listImports',
  method: 'GET',
  path: '/api/manifests/{id}/imports',
  tag,
  summary: 'Images of a manifest that are fetched from addresses',
  description:
    'Every image that was given by `url`, also those that are done. With `Accept: text/event-stream` the state comes at once and after every change, as an `imports` event.',
  params,
  query: streamQuerySchema,
  answers: {
    200: { description: 'Where each stands.', schema: imageImportsSchema, type: 'text/event-stream' },
  },
  errors: ['not-found'],
});
