import sharp, { type Sharp } from 'sharp';
import { layerFromPixels } from '../../../media/yuv.ts';
import type { Box, Size } from './camera.ts';
import { coverCrop } from './crop.ts';
import type { PlacedLayer } from './draw-picture.ts';
import { darkenCorners, graded, type Look } from './grade.ts';
import { even, pixelsOf, SHARP_DENSITY, SOFT_DENSITY, settled, svg, toLayer } from './pixels.ts';
import type { Reference } from './reference.ts';

const BLUR_SHRINK = 2;
/** Radius of the blur: the short side of the frame divided by this. */
const BLUR_PART = 72;
/** Soft ground steps back behind the subjects; dark ground is lifted instead, or nothing of it is left. */
const SOFT_LIGHT = { usual: 0.86, lifted: 1.2, darkBelow: 70, range: 110 };
const UPSCALE_SHARPEN = 1.25;

/** The foreground: how much of the frame's lower edge it covers, how far out of focus, how near. */
const FOREGROUND = {
  height: 0.17,
  below: 0.2,
  blurPart: 26,
  density: 0.25,
  light: 0.72,
  rate: 2.1,
  taken: 0.3,
};
/** The ramp of its alpha from its upper edge down. */
const FOREGROUND_RAMP = [0, 0.04, 0.15, 0.34, 0.56, 0.74, 0.84, 0.88, 0.9, 0.9]
  .map((opacity, i) => `<stop offset="${(i / 9).toFixed(3)}" stop-color="#fff" stop-opacity="${opacity}"/>`)
  .join('');

async function softLight(picture: Sharp): Promise<number> {
  const { channels } = await (await settled(picture.clone().resize(32, 32, { fit: 'fill' }))).stats();
  const mean = channels.reduce((sum, c) => sum + c.mean, 0) / channels.length;
  const lift = Math.max(0, SOFT_LIGHT.darkBelow - mean) / SOFT_LIGHT.range;
  return Math.min(SOFT_LIGHT.lifted, SOFT_LIGHT.usual + lift);
}

export type PlateLook = {
  frame: Size;
  /** Size of the plate in frames. */
  overscan: Size;
  rate: number;
  isSoft: boolean;
  /** The part of the image that the frame shows; null: as large as fits, round what is salient. */
  crop: Box | null;
  look: Look;
};

/** The part of the plate for the frame and what a move brings into it: its middle is the middle of `crop`. */
function plateCrop(reference: Reference, size: Size, crop: Box | null, frame: Size): Box {
  const { shape } = reference;
  const cover = coverCrop(shape, size, shape.focus);
  if (!crop) return cover;
  const grown = {
    width: (crop.width * size.width) / frame.width,
    height: (crop.height * size.height) / frame.height,
  };
  const scale = Math.min(1, shape.width / grown.width, shape.height / grown.height);
  const width = Math.max(1, Math.round(grown.width * scale));
  const height = Math.max(1, Math.round(grown.height * scale));
  const at = (start: number, length: number, part: number, whole: number) =>
    Math.round(Math.min(whole - part, Math.max(0, start + length / 2 - part / 2)));
  return {
    x: at(crop.x, crop.width, width, shape.width),
    y: at(crop.y, crop.height, height, shape.height),
    width,
    height,
  };
}

/** A part of a picture; what is see-through in it takes the mean of its colours, since a ground has no holes. */
async function cutFrom(reference: Reference, crop: Box): Promise<Sharp> {
  const picture = sharp(reference.image).toColourspace('srgb');
  const { hasAlpha } = await picture.metadata();
  const part = { left: crop.x, top: crop.y, width: crop.width, height: crop.height };
  if (!hasAlpha) return picture.extract(part);
  const { data } = await pixelsOf(picture.clone().resize(1, 1, { fit: 'fill' }));
  const [r = 128, g = 128, b = 128] = data;
  return (await settled(picture.flatten({ background: { r, g, b } }))).extract(part);
}

/** A picture out of focus: blurred in small, as nobody sees the difference. */
async function blurred(cut: Sharp, width: number, height: number, sigma: number): Promise<Sharp> {
  const small = cut.resize(Math.ceil(width / BLUR_SHRINK), Math.ceil(height / BLUR_SHRINK), { fit: 'fill' });
  const soft = await settled((await settled(small)).blur(Math.max(0.3, sigma / BLUR_SHRINK)));
  return soft.resize(width, height, { fit: 'fill', kernel: 'cubic' });
}

/** A reference as the ground of the frame: cropped to its shape, never warped; out of focus when `isSoft`. */
export async function plateLayer(reference: Reference, plate: PlateLook): Promise<PlacedLayer> {
  const { frame, rate, look, isSoft } = plate;
  const size = { width: frame.width * plate.overscan.width, height: frame.height * plate.overscan.height };
  const density = isSoft ? SOFT_DENSITY : SHARP_DENSITY;
  const width = even(size.width * density);
  const height = even(size.height * density);
  const crop = plateCrop(reference, size, plate.crop, frame);
  const cut = await cutFrom(reference, crop);
  let picture: Sharp;
  if (isSoft) {
    picture = await blurred(cut, width, height, (Math.min(frame.width, frame.height) / BLUR_PART) * density);
  } else {
    const enlarged = size.width / crop.width;
    picture = cut.resize(width, height, { fit: 'fill', kernel: 'lanczos3' });
    if (enlarged > UPSCALE_SHARPEN) picture = picture.sharpen({ sigma: 1.2, m1: 0.4, m2: 1.6 });
  }
  const light = isSoft ? await softLight(cut) : 1;
  const pixels = await pixelsOf(graded(await settled(picture), look, 1, light));
  darkenCorners(pixels, look.grade.vignette);
  const box = { x: (frame.width - size.width) / 2, y: (frame.height - size.height) / 2, ...size };
  return { layer: layerFromPixels(pixels), box, rate };
}

/**
 * What lies before the subjects: the lower edge of the plate, far out of focus, fading in from above. It moves more
 * than all else, so that the shot has depth.
 */
export async function foregroundLayer(reference: Reference, frame: Size, look: Look): Promise<PlacedLayer> {
  const { density } = FOREGROUND;
  const size = { width: frame.width * 1.5, height: frame.height * (FOREGROUND.height + FOREGROUND.below) };
  const width = even(size.width * density);
  const height = even(size.height * density);
  const cover = coverCrop(reference.shape, frame, reference.shape.focus);
  const taken = Math.max(1, Math.round(cover.height * FOREGROUND.taken));
  const cut = await cutFrom(reference, { ...cover, y: cover.y + cover.height - taken, height: taken });
  const sigma = (Math.min(frame.width, frame.height) / FOREGROUND.blurPart) * density;
  const soft = graded(await settled(await blurred(cut, width, height, sigma)), look, 1, FOREGROUND.light);
  const ramp = `<defs><linearGradient id="f" x1="0" y1="0" x2="0" y2="1">${FOREGROUND_RAMP}</linearGradient></defs><rect width="100%" height="100%" fill="url(#f)"/>`;
  const layer = await toLayer(
    (await settled(soft.ensureAlpha())).composite([{ input: svg(width, height, ramp), blend: 'dest-in' }]),
  );
  const box = { x: (frame.width - size.width) / 2, y: frame.height * (1 - FOREGROUND.height), ...size };
  return { layer, box, rate: FOREGROUND.rate };
}
