import sharp from 'sharp';
import type { SnapshotAsset } from '../../../schemas/snapshot.ts';
import type { EnginePorts } from '../../engine.ts';
import { CUT_OUT_FROM } from '../cut-out.ts';
import type { Shape } from './layout.ts';

/** A reference image that is ready to be drawn. `image` is the file, or the trimmed pixels of a cut-out as PNG. */
export type Reference = { asset: SnapshotAsset; image: Buffer; shape: Shape };

/** Alpha up to this is border: soft edges of a cut-out end there. */
const TRIM_THRESHOLD = 12;

/** Reads an asset's image from the blob store; null when it has none or nothing of it can be seen. */
export async function loadReference(asset: SnapshotAsset, ports: EnginePorts): Promise<Reference | null> {
  if (!asset.image_hash) return null;
  const image = await ports.blobs.get(asset.image_hash);
  const isPerson = asset.asset_type === 'CHARACTER';
  const { width = 0, height = 0, hasAlpha } = await sharp(image).metadata();
  if (!hasAlpha) return { asset, image, shape: { width, height, isCutOut: false, isPerson } };
  const { channels } = await sharp(image).stats();
  const opacity = channels.at(-1);
  if (!opacity || opacity.max < TRIM_THRESHOLD) return null;
  if (opacity.mean > 255 * (1 - CUT_OUT_FROM))
    return { asset, image, shape: { width, height, isCutOut: false, isPerson } };
  const trimmed = await sharp(image)
    .trim({ background: '#00000000', threshold: TRIM_THRESHOLD })
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true });
  return {
    asset,
    image: trimmed.data,
    shape: { width: trimmed.info.width, height: trimmed.info.height, isCutOut: true, isPerson },
  };
}
