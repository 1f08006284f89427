import { AppError } from '../errors.ts';
import type { Multipart, MultipartLimits } from '../http/multipart.ts';
import { parseWith } from '../http/problem.ts';
import { type Asset, createAssetSchema, IMAGE_LIMITS } from '../schemas/asset.ts';
import { assertManifest, createAsset, type IfRevision, setAssetImage } from './asset-service.ts';
import { type ImageWarning, type TakenImage, takeImage } from './image-intake.ts';

const ONE_IMAGE = { fileField: 'file', maxFiles: 1, maxFileBytes: IMAGE_LIMITS.bytes } as const;

/** What the body of `uploadAssetImage` may hold. */
export const ASSET_IMAGE_LIMITS: MultipartLimits = { ...ONE_IMAGE, fieldNames: [] };

/** What the body of `uploadNewAsset` may hold. */
export const NEW_ASSET_LIMITS: MultipartLimits = {
  ...ONE_IMAGE,
  fieldNames: ['name', 'asset_type', 'description', 'user_tags'],
};

export type UploadedAsset = Asset & { warnings: ImageWarning[] };

/**
 * Replaces or sets the image of an asset from a multipart body with one `file`.
 * @throws AppError see takeImage and setAssetImage
 */
export async function uploadAssetImage(
  assetId: string,
  multipart: Multipart,
  condition: IfRevision = {},
): Promise<UploadedAsset> {
  const image = await onlyImage(multipart);
  return { ...(await setAssetImage(assetId, image, condition)), warnings: image.warnings };
}

/**
 * Adds an asset together with its image: fields as in the JSON request (`user_tags` as a JSON array) and one `file`.
 * The picture is read whole before the row is written, so a failed upload leaves no asset behind.
 */
export async function uploadNewAsset(manifestId: string, multipart: Multipart): Promise<UploadedAsset> {
  await assertManifest(manifestId);
  const input = parseWith(createAssetSchema, withParsedTags(multipart.fields), 'body');
  const image = await onlyImage(multipart);
  return { ...(await createAsset(manifestId, input, image)), warnings: image.warnings };
}

async function onlyImage({ files }: Multipart): Promise<TakenImage> {
  const [file] = files;
  if (!file)
    throw new AppError('validation-failed', {
      detail: 'The file is missing.',
      errors: [{ pointer: '#/file', code: 'required', detail: 'is required' }],
    });
  return takeImage({ path: file.path }, { declaredType: file.declaredType, fileName: file.fileName });
}

function withParsedTags({ user_tags, ...fields }: Record<string, string>): Record<string, unknown> {
  if (user_tags === undefined) return fields;
  try {
    return { ...fields, user_tags: JSON.parse(user_tags) };
  } catch {
    return { ...fields, user_tags };
  }
}
