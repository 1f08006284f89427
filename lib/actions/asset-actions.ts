'use server';

import { z } from 'zod';
import { changeAssets } from '../assets/asset-bulk-service.ts';
import { mergeAssets } from '../assets/asset-merge-service.ts';
import { orderAssets, updateAsset } from '../assets/asset-service.ts';
import { arrangeViews } from '../assets/views-service.ts';
import { parseWith } from '../http/problem.ts';
import { reprocessAsset } from '../manifests/processing-service.ts';
import { arrangeViewsSchema, orderAssetsSchema, updateAssetSchema } from '../schemas/asset.ts';
import {
  type BulkAssetsInput,
  bulkAssetsSchema,
  type MergeAssets,
  mergeAssetsSchema,
} from '../schemas/asset-bulk.ts';
import { idSchema } from '../schemas/text.ts';
import { actionResult } from './action-result.ts';

const id = (value: unknown) => parseWith(idSchema, value, 'body');

const revisionSchema = z.number().int().positive().optional();

export async function updateAssetAction(
  assetId: string,
  changes: z.input<typeof updateAssetSchema>,
  ifRevision?: number,
) {
  return actionResult(async () =>
    updateAsset(id(assetId), parseWith(updateAssetSchema, changes, 'body'), {
      ifRevision: parseWith(revisionSchema, ifRevision, 'body'),
    }),
  );
}

export async function orderAssetsAction(manifestId: string, assetIds: string[]) {
  return actionResult(async () => {
    const { asset_ids } = parseWith(orderAssetsSchema, { asset_ids: assetIds }, 'body');
    return (await orderAssets(id(manifestId), asset_ids)).assets;
  });
}

export async function bulkAssetsAction(manifestId: string, change: BulkAssetsInput) {
  return actionResult(async () => changeAssets(id(manifestId), parseWith(bulkAssetsSchema, change, 'body')));
}

export async function mergeAssetsAction(manifestId: string, merge: MergeAssets) {
  return actionResult(async () => mergeAssets(id(manifestId), parseWith(mergeAssetsSchema, merge, 'body')));
}

export async function reprocessAssetAction(assetId: string) {
  return actionResult(async () => reprocessAsset(id(assetId)));
}

export async function arrangeViewsAction(assetId: string, slots: z.input<typeof arrangeViewsSchema>) {
  return actionResult(async () => arrangeViews(id(assetId), parseWith(arrangeViewsSchema, slots, 'body')));
}
