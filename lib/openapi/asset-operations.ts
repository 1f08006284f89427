import { z } from 'zod';
import { ASSET_IMAGE_LIMITS, NEW_ASSET_LIMITS } from '../assets/upload-service.ts';
import {
  arrangeViewsSchema,
  assetSchema,
  assetTypeSchema,
  createAssetSchema,
  cropAssetSchema,
  orderAssetsSchema,
  updateAssetSchema,
} from '../schemas/asset.ts';
import { bulkAnswerSchema, mergeAssetsSchema } from '../schemas/asset-bulk.ts';
import { idSchema } from '../schemas/text.ts';
import { usageSchema } from '../schemas/usage.ts';
import { startedProcessingSchema } from './answers.ts';
import { etagHeader } from './headers.ts';
import { IMAGE_ERRORS } from './image-errors.ts';
import { operation } from './operation.ts';

const tag = 'Assets';
const params = { id: idSchema };

export const listAssets = operation({
  id: 'listAssets',
  method: 'GET',
  path: '/api/manifests/{id}/assets',
  tag,
  summary: 'Assets of a manifest in their order',
  description: 'All of them in one answer, by their place and then by age.',
  params,
  answers: { 200: { description: 'All of them.', schema: assetSchema.array() } },
  errors: ['not-found'],
});

const uploadedSchema = assetSchema.extend({
  warnings: z
    .array(z.string())
    .optional()
    .describe('What was noticed while the image was read, such as `animation-flattened`.'),
});

export const createAsset = operation({
  id: 'createAsset',
  method: 'POST',
  path: '/api/manifests/{id}/assets',
  tag,
  summary: 'A new asset',
  description:
    'At the end of the manifest, with the next tag of its type. As JSON without an image; as multipart with its image in the part `file`: PNG, JPEG or WebP by content, 10 MB at most. An image that is refused leaves no asset behind.',
  params,
  body: createAssetSchema,
  example: { name: 'Mara', asset_type: 'CHARACTER', description: 'The keeper.', user_tags: ['lead'] },
  answers: { 201: { description: 'The asset.', schema: uploadedSchema } },
  errors: ['not-found'],
});

export const createAssetWithImage = operation({
  id: 'createAssetWithImage',
  method: 'POST',
  path: '/api/manifests/{id}/assets',
  tag,
  summary: 'A new asset with its image',
  description: 'See `createAsset`.',
  params,
  multipart: NEW_ASSET_LIMITS,
  parts: {
    name: z.string(),
    asset_type: assetTypeSchema,
    user_tags: z.string().optional().describe('A JSON array: `["lead", "night"]`.'),
  },
  answers: { 201: { description: 'The asset.', schema: uploadedSchema } },
  errors: IMAGE_ERRORS,
});

export const mergeAssets = operation({
  id: 'mergeAssets',
  method: 'POST',
  path: '/api/manifests/{id}/assets/merge',
  tag,
  summary: 'Merge duplicates into one asset',
  description:
    '`into` keeps its image and takes over tags and what people wrote of the others, which are deleted; crops of theirs become crops of it. Refused with 422 when the texts are too long together.',
  params,
  body: mergeAssetsSchema,
  answers: { 200: { description: 'How it is now.', schema: bulkAnswerSchema } },
  errors: ['not-found'],
});

export const orderAssets = operation({
  id: 'orderAssets',
  method: 'PUT',
  path: '/api/manifests/{id}/assets/order',
  tag,
  summary: 'Put the assets of a manifest in order',
  description:
    '`asset_ids` names every asset of the manifest once, in the new order; else 422. The ETag is that of the manifest, and so is `If-Match`.',
  params,
  body: orderAssetsSchema,
  ifMatch: true,
  answers: {
    200: { description: 'In their order.', schema: assetSchema.array(), headers: { etag: etagHeader } },
  },
  errors: ['not-found'],
});

export const updateAsset = operation({
  id: 'updateAsset',
  method: 'PUT',
  path: '/api/assets/{id}',
  tag,
  summary: 'Change an asset',
  description:
    'Absent fields stay as they are; null clears. Another `asset_type` gives the next tag of that type, and the old tag is never given again. A side that another asset of the group shows is refused with 422.',
  params,
  body: updateAssetSchema,
  example: { name: 'Mara', is_primary: true },
  ifMatch: true,
  answers: { 200: { description: 'The asset.', schema: assetSchema, headers: { etag: etagHeader } } },
  errors: ['not-found'],
});

export const deleteAsset = operation({
  id: 'deleteAsset',
  method: 'DELETE',
  path: '/api/assets/{id}',
  tag,
  summary: 'Delete an asset for good',
  description: 'Its tag is never given again. Films that used it keep it in their snapshot.',
  params,
  ifMatch: true,
  answers: {
    200: {
      description: 'It is gone.',
      schema: z.object({ status: z.literal('deleted'), asset_id: idSchema }),
    },
  },
  errors: ['not-found'],
});

export const uploadAssetImage = operation({
  id: 'uploadAssetImage',
  method: 'POST',
  path: '/api/assets/{id}/upload',
  tag,
  summary: 'Give an asset its image, or another one',
  description:
    'PNG, JPEG or WebP by content, 10 MB at most, in the part `file`. What the analysis said of a former image is dropped, what people wrote stays; films that used the former one keep it.',
  params,
  multipart: ASSET_IMAGE_LIMITS,
  ifMatch: true,
  answers: { 200: { description: 'The asset.', schema: uploadedSchema, headers: { etag: etagHeader } } },
  errors: IMAGE_ERRORS,
});

export const cropAsset = operation({
  id: 'cropAsset',
  method: 'POST',
  path: '/api/assets/{id}/crops',
  tag,
  summary: 'A part of an image as an asset of its own',
  description:
    '`bbox` is in fractions of the image, from its upper left corner; each side needs 32 px or more. An asset without an image is 422, an image that was replaced meanwhile `conflict`.',
  params,
  body: cropAssetSchema,
  example: {
    bbox: { x: 0.1, y: 0.1, width: 0.3, height: 0.4 },
    name: 'Mara, face',
    asset_type: 'CHARACTER',
  },
  answers: { 201: { description: 'The new asset.', schema: assetSchema } },
  errors: ['not-found', 'image-too-small', 'conflict', 'insufficient-storage'],
});

export const reprocessAsset = operation({
  id: 'reprocessAsset',
  method: 'POST',
  path: '/api/assets/{id}/reprocess',
  tag,
  summary: 'Analyse an image once more',
  description:
    'The analysis of its manifest for this image alone; `GET …/progress` of the manifest tells how far it is. What a person wrote stays. Refused while an analysis runs; 422 without an image.',
  params,
  answers: {
    202: {
      description: 'The analysis runs.',
      schema: startedProcessingSchema,
    },
  },
  errors: ['not-found', 'invalid-state'],
});

export const getAssetUsage = operation({
  id: 'getAssetUsage',
  method: 'GET',
  path: '/api/assets/{id}/usage',
  tag,
  summary: 'Films and shots that show an asset',
  description: 'From the snapshots of the films, so it holds for assets that changed since.',
  params,
  answers: { 200: { description: 'The films.', schema: usageSchema } },
  errors: ['not-found'],
});

export const arrangeViews = operation({
  id: 'arrangeViews',
  method: 'PUT',
  path: '/api/assets/{id}/views',
  tag,
  summary: 'Which assets show which side of a subject',
  description:
    'The asset of the address, or the one whose subject it shows too, leads the group. A field names the asset that shows this side, null takes it out of the group; absent sides stay. All at once, so two can change places.',
  params,
  body: arrangeViewsSchema,
  answers: { 200: { description: 'All assets of the manifest.', schema: assetSchema.array() } },
  errors: ['not-found'],
});
