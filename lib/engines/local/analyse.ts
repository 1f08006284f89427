import sharp from 'sharp';
import { perceptualHash } from '../../media/image-hash.ts';
import { readPixels, shrinkPixels } from '../../media/image-pixels.ts';
import type { AssetAnalysis } from '../../schemas/asset.ts';
import type { AnalyseInput, EnginePorts } from '../engine.ts';
import { describeImage, reversePrompt } from './analysis/describe.ts';
import { detect } from './analysis/detect.ts';
import { measure } from './analysis/measure.ts';
import { paletteOf } from './analysis/palette.ts';
import { qualityOf } from './analysis/quality.ts';
import { opaqueBox, salientBox } from './analysis/saliency.ts';

/** Longer side in pixels at which sharpness and light are measured: about what a film shows. */
const MEASURE_SIDE = 1024;
const PALETTE_SIDE = 200;
const SALIENCY_SIDE = 96;
/** Fine enough to tell figures apart that stand a few pixels from each other. */
const DETECT_SIDE = 320;

/**
 * Measures one master image and composes its texts; the same image and words give the same answer. Of an image with
 * alpha only the opaque pixels are measured. Throws `not-found` for an unknown hash; obeys `ports.signal`.
 */
export async function analyse(input: AnalyseInput, ports: EnginePorts): Promise<AssetAnalysis> {
  const step = (share: number) => {
    ports.signal?.throwIfAborted();
    ports.onProgress?.(share);
  };
  step(0);
  const image = await ports.blobs.get(input.imageHash);
  const { width = 1, height = 1 } = await sharp(image).metadata();
  const pixels = await readPixels(image, MEASURE_SIDE);
  step(0.4);
  const measures = measure(pixels);
  step(0.6);
  const palette = paletteOf(await shrinkPixels(pixels, PALETTE_SIDE));
  const small = await shrinkPixels(pixels, SALIENCY_SIDE);
  const cropBbox = salientBox(small);
  step(0.8);
  const { score, reasons } = qualityOf({
    measures,
    longSide: Math.max(width, height),
    subject: cropBbox,
    assetType: input.assetType,
  });
  const isCutOut = opaqueBox(small) !== null;
  const words = { ...input, width, height, isCutOut, measures, palette, subject: cropBbox };
  const analysis: AssetAnalysis = {
    reversePrompt: reversePrompt(words),
    visualDescription: describeImage(words),
    qualityScore: score,
    qualityReasons: reasons,
    palette,
    perceptualHash: await perceptualHash(image),
    cropBbox,
    detections: detect(await shrinkPixels(pixels, DETECT_SIDE), small, cropBbox),
  };
  step(1);
  return analysis;
}
