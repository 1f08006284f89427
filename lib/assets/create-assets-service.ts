import { v7 as uuidv7 } from 'uuid';
import { notifyManifest } from '../db/events.ts';
import { db } from '../db/prisma.ts';
import { AppError, type FieldError } from '../errors.ts';
import { assertPublicUrl } from '../http/public-fetch.ts';
import { enqueueMany } from '../jobs/boss.ts';
import type { CreatedAssets, ListedAsset } from '../schemas/asset-list.ts';
import { toAsset } from './asset-dto.ts';
import { assertManifest } from './asset-service.ts';
import { toImageImport } from './image-import-repo.ts';
import { makeRoom, placesIn } from './new-places.ts';
import { findStoredImages } from './stored-images.ts';
import type { ImageInStore } from './taken-images-repo.ts';

/**
 * Makes assets of a list at the end of a manifest, all or none, in their order, in a number of statements that does not
 * grow with theirs. Images by hash are theirs at once; those by address are fetched by jobs (import-image-service).
 * @throws AppError not-found; validation-failed, with one error for each image that is not in the store or whose
 * address is refused, or when the manifest would hold too many
 */
export async function createAssets(manifestId: string, list: ListedAsset[]): Promise<CreatedAssets> {
  await assertManifest(manifestId);
  const hashes = list.flatMap(({ image }) => image?.sha256 ?? []);
  const stored = hashes.length > 0 ? await findStoredImages(db(), hashes) : new Map();
  assertImages(list, stored);
  const given = list.map((asset) => ({ ...asset, id: uuidv7(), assetType: asset.asset_type }));
  return db().$transaction(async (tx) => {
    await makeRoom(tx, manifestId, given.length);
    const places = await placesIn(tx, manifestId, given);
    const rows = await tx.asset.createManyAndReturn({
      data: given.map(({ id, assetType, name, description, user_tags, reverse_prompt, image }) => ({
        id,
        manifestId,
        assetType,
        name,
        description: description ?? '',
        userTags: user_tags ?? [],
        reversePrompt: reverse_prompt ?? null,
        reversePromptByUser: typeof reverse_prompt === 'string',
        manifestTag: '',
        ...places.get(id),
        ...columnsOf(image?.sha256 ? stored.get(image.sha256) : undefined),
      })),
    });
    const wanted = given.flatMap(({ id, image }) => (image?.url ? [{ assetId: id, url: image.url }] : []));
    const imports = await tx.imageImport.createManyAndReturn({ data: wanted });
    await enqueueMany(
      tx,
      'fetch-image',
      wanted.map(({ assetId }) => ({ asset_id: assetId })),
    );
    await notifyManifest(tx, manifestId);
    const order = new Map(given.map(({ id }, i) => [id, i]));
    const byPlace = (a: string, b: string) => (order.get(a) ?? 0) - (order.get(b) ?? 0);
    return {
      manifest_id: manifestId,
      assets: rows.toSorted((a, b) => byPlace(a.id, b.id)).map(toAsset),
      imports: imports.toSorted((a, b) => byPlace(a.assetId, b.assetId)).map(toImageImport),
    };
  });
}

const columnsOf = (image: ImageInStore | undefined) => ({
  originalHash: image?.originalHash ?? null,
  masterHash: image?.masterHash ?? null,
  width: image?.width ?? null,
  height: image?.height ?? null,
  hasAlpha: image?.hasAlpha ?? false,
  placeholder: image?.placeholder ?? null,
});

const MAX_ERRORS = 100;

function assertImages(list: ListedAsset[], stored: ReadonlyMap<string, ImageInStore>): void {
  const errors = list.flatMap(({ image }, i): FieldError[] => {
    const pointer = `#/assets/${i}/image`;
    if (image?.sha256 !== undefined && !stored.has(image.sha256))
      return [
        {
          pointer: `${pointer}/sha256`,
          code: 'not-found',
          detail: 'is not an image in the store: PUT it to /api/blobs first',
        },
      ];
    const refusal = image?.url !== undefined && refusalOf(image.url);
    return refusal ? [{ pointer: `${pointer}/url`, code: refusal.code, detail: refusal.detail ?? '' }] : [];
  });
  if (errors.length === 0) return;
  throw new AppError('validation-failed', {
    detail: errors.length === 1 ? 'One image cannot be used.' : `${errors.length} images cannot be used.`,
    errors: errors.slice(0, MAX_ERRORS),
  });
}

function refusalOf(url: string): AppError | null {
  try {
    assertPublicUrl(url);
    return null;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}
