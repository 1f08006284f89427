import { db } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import { lockManifest } from '../manifests/edit.ts';
import { type Asset, type Bbox, CROP_MIN_SIDE, type CropAsset } from '../schemas/asset.ts';
import { toAsset } from './asset-dto.ts';
import { findAsset } from './asset-repo.ts';
import { assetNotFound, createAssetIn } from './asset-service.ts';
import type { Region } from './decode-protocol.ts';
import { takeCrop } from './image-intake.ts';

/** The whole pixels that a box of fractions covers. */
export function regionOf({ x, y, width, height }: Bbox, image: { width: number; height: number }): Region {
  const left = Math.min(image.width - 1, Math.round(x * image.width));
  const top = Math.min(image.height - 1, Math.round(y * image.height));
  return {
    left,
    top,
    width: Math.min(image.width, Math.round((x + width) * image.width)) - left,
    height: Math.min(image.height, Math.round((y + height) * image.height)) - top,
  };
}

/** Boxes are rounded to a ten-thousandth where they are found. */
const isSameBox = (a: Bbox, b: Bbox) =>
  [a.x - b.x, a.y - b.y, a.width - b.width, a.height - b.height].every((d) => Math.abs(d) < 1e-4);

/**
 * Makes an asset of a part of another one's image: cut in the decoder's process, not analysed yet, linked to its
 * parent. The box of a detection takes its label and confidence along.
 * @throws AppError not-found; image-too-small; validation-failed without an image; conflict when the image was
 * replaced while it was cut
 */
export async function cropAsset(assetId: string, { bbox, ...input }: CropAsset): Promise<Asset> {
  const parent = await findAsset(db(), assetId);
  if (!parent) throw assetNotFound();
  const { masterHash, width, height } = parent;
  if (!masterHash || !width || !height)
    throw new AppError('validation-failed', { detail: 'This asset has no image to crop. Add one first.' });
  const region = regionOf(bbox, { width, height });
  if (Math.min(region.width, region.height) < CROP_MIN_SIDE)
    throw new AppError('image-too-small', {
      detail: `This crop is ${region.width} × ${region.height} px. Each side needs ${CROP_MIN_SIDE} px or more.`,
      errors: [
        { pointer: '#/bbox', code: 'too-small', detail: `needs ${CROP_MIN_SIDE} px or more each way` },
      ],
    });
  const image = await takeCrop(masterHash, region);
  return db().$transaction(async (tx) => {
    await lockManifest(tx, parent.manifestId);
    const now = await findAsset(tx, assetId);
    if (!now) throw assetNotFound();
    if (now.masterHash !== masterHash)
      throw new AppError('conflict', {
        detail: 'The image was replaced meanwhile. Look at the new one and crop again.',
      });
    const detection = toAsset(now).detections?.find((each) => isSameBox(each.bbox, bbox));
    return createAssetIn(tx, parent.manifestId, input, image, {
      sourceAssetId: assetId,
      detectionClass: detection?.label ?? null,
      detectionConfidence: detection?.confidence ?? null,
    });
  });
}
