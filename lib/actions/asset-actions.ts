'use server';

import type { z } from 'zod';
import { deleteAsset, orderAssets, updateAsset } from '../assets/asset-service.ts';
import { arrangeViews } from '../assets/views-service.ts';
import { parseWith } from '../http/problem.ts';
import { reprocessAsset } from '../manifests/processing-service.ts';
import { arrangeViewsSchema, orderAssetsSchema, updateAssetSchema } from '../schemas/asset.ts';
import { idSchema } from '../schemas/text.ts';
import { actionResult } from './action-result.ts';

const id = (value: unknown) => parseWith(idSchema, value, 'body');

export async function updateAssetAction(assetId: string, changes: z.input<typeof updateAssetSchema>) {
  return actionResult(async () => updateAsset(id(assetId), parseWith(updateAssetSchema, changes, 'body')));
}

export async function deleteAssetAction(assetId: string) {
  return actionResult(async () => {
    await deleteAsset(id(assetId));
    return { asset_id: assetId };
  });
}

export async function orderAssetsAction(manifestId: string, assetIds: string[]) {
  return actionResult(async () =>
    orderAssets(id(manifestId), parseWith(orderAssetsSchema, { asset_ids: assetIds }, 'body').asset_ids),
  );
}

export async function reprocessAssetAction(assetId: string) {
  return actionResult(async () => reprocessAsset(id(assetId)));
}

export async function arrangeViewsAction(assetId: string, slots: z.input<typeof arrangeViewsSchema>) {
  return actionResult(async () => arrangeViews(id(assetId), parseWith(arrangeViewsSchema, slots, 'body')));
}
