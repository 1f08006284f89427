import type { Asset, CropAsset } from '#lib/schemas/asset.ts';
import { apiFetch, readAnswer } from './http.ts';

/**
 * Keeps a part of an image as an asset. Over the REST API and not as an action, because actions wait for each other
 * and cutting takes a moment; `key` makes a second press the same request.
 * @throws AppError
 */
export async function cropAsset(assetId: string, input: CropAsset, key: string): Promise<Asset> {
  const response = await apiFetch(`/api/assets/${assetId}/crops`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(input),
  });
  return readAnswer(
    response,
    import('#lib/schemas/asset.ts').then((file) => file.assetSchema),
  );
}
