import sharp from 'sharp';
import type { SnapshotAsset } from '../../../schemas/snapshot.ts';
import type { PicturePorts } from '../../engine.ts';
import { CUT_OUT_FROM } from '../cut-out.ts';
import { figureOf } from './figure.ts';
import type { Shape } from './stand.ts';

/** A reference image that is ready to be drawn. `image` is the file, or the trimmed pixels of a cut-out as PNG. */
export type Reference = { asset: SnapshotAsset; image: Buffer; shape: Shape };

/** Alpha up to this is border: soft edges of a cut-out end there. */
const TRIM_THRESHOLD = 12;

/**
 * Reads an asset's image from the blob store; null when it has none or nothing of it can be seen. Of what is
 * see-through only a subject is cut out: a place keeps its frame.
 */
export async function loadReference(asset: SnapshotAsset, ports: PicturePorts): Promise<Reference | null> {
  if (!asset.image_hash) return null;
  const image = await ports.blobs.get(asset.image_hash);
  const isPerson = asset.asset_type === 'CHARACTER';
  const { width = 0, height = 0, hasAlpha } = await sharp(image).metadata();
  const whole: Reference = {
    asset,
    image,
    shape: { width, height, isCutOut: false, isPerson, figure: null, focus: asset.crop_bbox },
  };
  if (!hasAlpha) return whole;
  const { channels } = await sharp(image).stats();
  const opacity = channels.at(-1);
  if (!opacity || opacity.max < TRIM_THRESHOLD) return null;
  if (opacity.mean > 255 * (1 - CUT_OUT_FROM) || asset.asset_type === 'ENVIRONMENT') return whole;
  const trimmed = await sharp(image)
    .trim({ background: '#00000000', threshold: TRIM_THRESHOLD })
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true });
  const { info, data } = trimmed;
  const touchesBottom = info.height - (info.trimOffsetTop ?? 0) >= height - 1;
  const figure = isPerson ? await figureOf(data, info.width / info.height, touchesBottom) : null;
  return {
    asset,
    image: data,
    shape: { width: info.width, height: info.height, isCutOut: true, isPerson, figure, focus: null },
  };
}
