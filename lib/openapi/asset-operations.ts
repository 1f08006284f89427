import { z } from 'zod';
import { ASSET_IMAGE_LIMITS, NEW_ASSET_LIMITS } from '../assets/upload-service.ts';
import {
  arrangeViewsSchema,
  assetSchema,
  createAssetSchema,
  cropAssetSchema,
  orderAssetsSchema,
  updateAssetSchema,
} from '../schemas/asset.ts';
import { bulkAnswerSchema, mergeAssetsSchema } from '../schemas/asset-bulk.ts';
import { idSchema } from '../schemas/text.ts';
import { usageSchema } from '../schemas/usage.ts';
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
  /** What was noticed while the image was read: `animation-flattened`. */
  warnings: z.array(z.string()).optional(),
});

export const createAsset = operation({
  id: 'createAsset',
  method: 'POST',
  path: '/api/manifests/{id}/assets',
  tag,
  summary: 'A new asset',
  description: 'As JSON without an image; as multipart together with its `file`, or not at all.',
  params,
  body: createAssetSchema,
  example: { name: 'Mara', asset_type: 'CHARACTER', description: 'The keeper.', user_tags: ['lead'] },
  answers: { 201: { description: 'The asset.', schema: uploadedSchema } },
  errors: ['not-found', 'conflict'],
});

export const createAssetWithImage = operation({
  id: 'createAssetWithImage',
  method: 'POST',
  path: '/api/manifests/{id}/assets',
  tag,
  summary: 'A new asset with its image',
  description: 'The same as with JSON, with the image in the part `file`.',
  params,
  multipart: NEW_ASSET_LIMITS,
  answers: { 201: { description: 'The asset.', schema: uploadedSchema } },
  errors: IMAGE_ERRORS,
});

export const mergeAssets = operation({
  id: 'mergeAssets',
  method: 'POST',
  path: '/api/manifests/{id}/assets/merge',
  tag,
  summary: 'Merge duplicates into one asset',
  description: '`into` takes over the texts and tags of the others, which are deleted.',
  params,
  body: mergeAssetsSchema,
  answers: { 200: { description: 'How it is now.', schema: bulkAnswerSchema } },
  errors: ['not-found', 'conflict'],
});

export const orderAssets = operation({
  id: 'orderAssets',
  method: 'PUT',
  path: '/api/manifests/{id}/assets/order',
  tag,
  summary: 'Put the assets of a manifest in order',
  description:
    '`asset_ids` names every asset of the manifest once, in the new order. The ETag is that of the manifest.',
  params,
  body: orderAssetsSchema,
  ifMatch: true,
  answers: {
    200: { description: 'In their order.', schema: assetSchema.array(), headers: { etag: etagHeader } },
  },
  errors: ['not-found', 'conflict'],
});

export const updateAsset = operation({
  id: 'updateAsset',
  method: 'PUT',
  path: '/api/assets/{id}',
  tag,
  summary: 'Change an asset',
  description: 'Absent fields stay as they are; null clears. Another type gives another tag.',
  params,
  body: updateAssetSchema,
  example: { name: 'Mara', is_primary: true },
  ifMatch: true,
  answers: { 200: { description: 'The asset.', schema: assetSchema, headers: { etag: etagHeader } } },
  errors: ['not-found', 'conflict'],
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
  description: 'PNG, JPEG or WebP by content, 10 MB at most.',
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
  description: '`bbox` is in fractions of the image, from its upper left corner.',
  params,
  body: cropAssetSchema,
  example: {
    bbox: { x: 0.1, y: 0.1, width: 0.3, height: 0.4 },
    name: 'Mara, face',
    asset_type: 'CHARACTER',
  },
  answers: { 201: { description: 'The new asset.', schema: assetSchema } },
  errors: ['not-found', 'invalid-state', 'image-too-small', 'conflict'],
});

export const reprocessAsset = operation({
  id: 'reprocessAsset',
  method: 'POST',
  path: '/api/assets/{id}/reprocess',
  tag,
  summary: 'Analyse an image once more',
  description: 'Like the analysis of a whole manifest, for this image. What a person wrote stays.',
  params,
  answers: {
    202: {
      description: 'The analysis runs.',
      schema: z.object({ task_id: idSchema, status: z.string(), manifest_id: idSchema }).loose(),
    },
  },
  errors: ['not-found', 'invalid-state', 'conflict'],
});

export const getAssetUsage = operation({
  id: 'getAssetUsage',
  method: 'GET',
  path: '/api/assets/{id}/usage',
  tag,
  summary: 'Films and shots that show an asset',
  description: 'From the snapshots of the films, so it holds for assets that changed since.',
  params,
  answers: { 200: { description: 'Newest first.', schema: usageSchema } },
  errors: ['not-found'],
});

export const arrangeViews = operation({
  id: 'arrangeViews',
  method: 'PUT',
  path: '/api/assets/{id}/views',
  tag,
  summary: 'Which assets show which side of a subject',
  description:
    'The asset of the address is the subject; a field gives the asset that shows this side of it, null takes it out.',
  params,
  body: arrangeViewsSchema,
  answers: { 200: { description: 'The assets of the group.', schema: assetSchema.array() } },
  errors: ['not-found', 'conflict'],
});
