import sharp, { type Sharp } from 'sharp';
import { layerFromPixels, type RawPixels, type YuvLayer } from '../../../media/yuv.ts';
import type { Bbox } from '../../../schemas/asset.ts';
import type { StyleGuide } from '../../../schemas/storyboard.ts';
import type { Box, Size } from './camera.ts';
import type { PlacedLayer } from './draw-picture.ts';
import { darkenCorners, graded } from './grade.ts';
import type { Stand } from './layout.ts';
import type { Reference } from './reference.ts';

/** Layer pixels for a frame pixel: what is sharp is kept denser, so that it stays smooth between pixels. */
const SHARP_DENSITY = 1.5;
/** What is out of focus has no detail between its pixels; drawing it enlarges it smoothly. */
const SOFT_DENSITY = 0.5;
const BLUR_SHRINK = 2;
/** Radius of the blur: the short side of the frame divided by this. */
const BLUR_PART = 64;
/** Soft ground steps back behind the subjects; dark ground is lifted instead, or nothing of it is left. */
const SOFT_LIGHT = { usual: 0.86, lifted: 1.2, darkBelow: 70, range: 110 };
const CARD = { radius: 10, margin: 56, sigma: 20, alpha: 0.5, drop: 14 };
const CUT_OUT = { margin: 48, sigma: 16, alpha: 0.34, drop: 6 };
const SHADOW_SHRINK = 4;
const SUBJECT_GRADE = 0.6;
const UPSCALE_SHARPEN = 1.25;

const even = (value: number) => Math.max(2, Math.round(value / 2) * 2);

async function pixelsOf(picture: Sharp): Promise<RawPixels> {
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels };
}

const toLayer = async (picture: Sharp): Promise<YuvLayer> => layerFromPixels(await pixelsOf(picture));

async function toGround(picture: Sharp, vignette: number): Promise<YuvLayer> {
  const pixels = await pixelsOf(picture);
  darkenCorners(pixels, vignette);
  return layerFromPixels(pixels);
}

/** Pixels back into a pipeline, so that its steps run in the order written and not in sharp's own. */
async function settled(picture: Sharp): Promise<Sharp> {
  const { data, width, height, channels } = await pixelsOf(picture);
  return sharp(data, { raw: { width, height, channels: channels as 3 | 4 } });
}

const svg = (width: number, height: number, content: string) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${content}</svg>`,
  );

async function softLight(picture: Sharp): Promise<number> {
  const { channels } = await (await settled(picture.clone().resize(32, 32, { fit: 'fill' }))).stats();
  const mean = channels.reduce((sum, c) => sum + c.mean, 0) / channels.length;
  const lift = Math.max(0, SOFT_LIGHT.darkBelow - mean) / SOFT_LIGHT.range;
  return Math.min(SOFT_LIGHT.lifted, SOFT_LIGHT.usual + lift);
}

/** How far a crop leaves the middle for what is salient: the picture's own composition keeps a say. */
const FOCUS_PULL = 0.7;

/** The part of a picture to show when it must fill another shape: as large as fits, around what matters. */
export function coverCrop(image: Size, target: Size, focus: Bbox | null): Box {
  const scale = Math.min(image.width / target.width, image.height / target.height);
  const width = Math.max(1, Math.min(image.width, Math.round(target.width * scale)));
  const height = Math.max(1, Math.min(image.height, Math.round(target.height * scale)));
  const middleX = focus ? FOCUS_PULL * (focus.x + focus.width / 2) + (1 - FOCUS_PULL) / 2 : 0.5;
  const middleY = focus ? FOCUS_PULL * (focus.y + focus.height / 2) + (1 - FOCUS_PULL) / 2 : 0.5;
  const at = (middle: number, part: number, whole: number) =>
    Math.round(Math.min(whole - part, Math.max(0, middle * whole - part / 2)));
  return {
    x: at(middleX, width, image.width),
    y: at(middleY, height, image.height),
    width,
    height,
  };
}

export type PlateLook = {
  frame: Size;
  /** Size of the plate in frames. */
  overscan: Size;
  rate: number;
  isSoft: boolean;
  /** The salient part as fractions of the image; null: the middle. */
  focus: Bbox | null;
  grade: StyleGuide['grade'];
};

/** A reference as the ground of the frame: cropped to its shape, never warped; out of focus when `isSoft`. */
export async function plateLayer(reference: Reference, look: PlateLook): Promise<PlacedLayer> {
  const { frame, rate, grade, isSoft } = look;
  const size = { width: frame.width * look.overscan.width, height: frame.height * look.overscan.height };
  const density = isSoft ? SOFT_DENSITY : SHARP_DENSITY;
  const width = even(size.width * density);
  const height = even(size.height * density);
  const crop = coverCrop(reference.shape, size, look.focus);
  const cut = sharp(reference.image)
    .removeAlpha()
    .toColourspace('srgb')
    .extract({ left: crop.x, top: crop.y, width: crop.width, height: crop.height });
  let picture: Sharp;
  if (isSoft) {
    const sigma = (Math.min(frame.width, frame.height) / BLUR_PART) * (density / BLUR_SHRINK);
    const small = cut.resize(Math.round(width / BLUR_SHRINK), Math.round(height / BLUR_SHRINK), {
      fit: 'fill',
    });
    picture = (await settled(small.blur(sigma))).resize(width, height, { fit: 'fill', kernel: 'cubic' });
  } else {
    const enlarged = size.width / crop.width;
    picture = cut.resize(width, height, { fit: 'fill', kernel: 'lanczos3' });
    if (enlarged > UPSCALE_SHARPEN) picture = picture.sharpen({ sigma: 1.2, m1: 0.4, m2: 1.6 });
  }
  const light = isSoft ? await softLight(cut) : 1;
  const toned = graded(await settled(picture), grade, 1, light);
  const layer = await toGround(toned, grade.vignette);
  const box = { x: (frame.width - size.width) / 2, y: (frame.height - size.height) / 2, ...size };
  return { layer, box, rate };
}

/** Where the light falls on the wall, from shot to shot. */
const LIGHT_AT = [68, 30, 54, 80, 18];

/** Ground for a shot without a place: the palette as a dim light on a dark wall. */
export async function backdropLayer(
  styleGuide: StyleGuide,
  frame: Size,
  over: Size,
  rate: number,
  index: number,
): Promise<PlacedLayer> {
  const size = { width: frame.width * over.width, height: frame.height * over.height };
  const width = even(size.width);
  const height = even(size.height);
  const [dark = '#15181c', mid = '#3c5266', light = '#8a8f8c'] = darkToLight(styleGuide.palette);
  const wall = svg(
    width,
    height,
    `<defs><linearGradient id="a" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${dark}"/><stop offset="1" stop-color="${mid}"/></linearGradient><radialGradient id="b" cx="${LIGHT_AT[index % LIGHT_AT.length]}%" cy="34%" r="70%"><stop offset="0" stop-color="${light}" stop-opacity=".5"/><stop offset="1" stop-color="${light}" stop-opacity="0"/></radialGradient></defs><rect width="100%" height="100%" fill="${dark}"/><rect width="100%" height="100%" fill="url(#a)" opacity=".8"/><rect width="100%" height="100%" fill="url(#b)"/>`,
  );
  const layer = await toGround(
    graded(sharp(wall).removeAlpha(), styleGuide.grade, 0.5, 0.8),
    styleGuide.grade.vignette,
  );
  const box = { x: (frame.width - size.width) / 2, y: (frame.height - size.height) / 2, ...size };
  return { layer, box, rate };
}

const lightness = (hex: string) =>
  Number.parseInt(hex.slice(1, 3), 16) * 0.21 +
  Number.parseInt(hex.slice(3, 5), 16) * 0.72 +
  Number.parseInt(hex.slice(5, 7), 16) * 0.07;

export const darkToLight = (palette: string[]) => [...palette].sort((a, b) => lightness(a) - lightness(b));

/** How far beyond the frame a subject is kept, in frames: more than any move brings into it. */
const KEPT_BEYOND = 0.16;

type Span = { first: number; count: number; start: number; length: number };

/** The samples of a row of `pixels`, drawn from `start` over `length`, that lie in the frame or near it. */
function nearFrame(start: number, length: number, pixels: number, frame: number): Span {
  const scale = pixels / length;
  const first = Math.max(0, Math.floor((-KEPT_BEYOND * frame - start) * scale));
  const last = Math.min(pixels, Math.ceil(((1 + KEPT_BEYOND) * frame - start) * scale));
  const count = Math.max(1, last - first);
  return { first, count, start: start + first / scale, length: count / scale };
}

/** The shadow of a shape: its alpha in black with a margin round it. Blurred in small, as nobody sees the difference. */
async function shadowOf(
  shape: Sharp,
  full: Size,
  margin: number,
  look: { sigma: number; alpha: number },
): Promise<Buffer> {
  const width = Math.ceil(full.width / SHADOW_SHRINK);
  const height = Math.ceil(full.height / SHADOW_SHRINK);
  const edge = Math.round(margin / SHADOW_SHRINK);
  const small = await pixelsOf(
    shape
      .clone()
      .extractChannel(3)
      .resize(width - 2 * edge, height - 2 * edge, { fit: 'fill' })
      .toColourspace('b-w'),
  );
  const canvas = Buffer.alloc(width * height);
  for (let y = 0; y < small.height; y += 1) {
    canvas.set(small.data.subarray(y * small.width, (y + 1) * small.width), (y + edge) * width + edge);
  }
  const soft = await settled(
    sharp(canvas, { raw: { width, height, channels: 1 } })
      .blur(look.sigma / SHADOW_SHRINK)
      .toColourspace('b-w'),
  );
  const { data } = await pixelsOf(
    soft.resize(full.width, full.height, { fit: 'fill', kernel: 'cubic' }).toColourspace('b-w'),
  );
  const shadow = Buffer.alloc(full.width * full.height * 4);
  for (let i = 0; i < data.length; i += 1) shadow[i * 4 + 3] = Math.round((data[i] as number) * look.alpha);
  return shadow;
}

/** A subject with its shadow: a panel with round corners that shows the whole reference, or a cut-out. */
export async function subjectLayer(
  reference: Reference,
  stand: Stand,
  frame: Size,
  grade: StyleGuide['grade'],
): Promise<PlacedLayer> {
  const look = stand.kind === 'card' ? CARD : CUT_OUT;
  const unit = (Math.min(frame.width, frame.height) / 720) * SHARP_DENSITY;
  const across = nearFrame(stand.box.x, stand.box.width, reference.shape.width, frame.width);
  const down = nearFrame(stand.box.y, stand.box.height, reference.shape.height, frame.height);
  const width = even(across.length * SHARP_DENSITY);
  const height = even(down.length * SHARP_DENSITY);
  const margin = even(look.margin * unit);
  const full = { width: width + 2 * margin, height: height + 2 * margin };
  const resized = sharp(reference.image)
    .toColourspace('srgb')
    .ensureAlpha()
    .extract({ left: across.first, top: down.first, width: across.count, height: down.count })
    .resize(width, height, { fit: 'fill', kernel: 'lanczos3' });
  const toned = await settled(graded(await settled(resized), grade, SUBJECT_GRADE));
  const round = `<rect width="${width}" height="${height}" rx="${CARD.radius * unit}"/>`;
  const shape =
    stand.kind === 'card'
      ? await settled(toned.composite([{ input: svg(width, height, round), blend: 'dest-in' }]))
      : toned;
  const shadow = await shadowOf(shape, full, margin, { sigma: look.sigma * unit, alpha: look.alpha });
  const ground = { input: contactShadow(full, width, height, margin), top: 0, left: 0 };
  const { data, channels } = await pixelsOf(shape);
  // The picture is set a little higher on its shadow than it casts it: light from above.
  const drop = Math.round(look.drop * unit);
  const layer = await toLayer(
    sharp(shadow, { raw: { ...full, channels: 4 } }).composite([
      ...(stand.isGrounded ? [ground] : []),
      {
        input: Buffer.from(data.buffer, data.byteOffset, data.byteLength),
        raw: { width, height, channels: channels as 4 },
        top: margin - drop,
        left: margin,
      },
    ]),
  );
  return {
    layer,
    rate: stand.rate,
    box: {
      x: across.start - margin / SHARP_DENSITY,
      y: down.start - (margin - drop) / SHARP_DENSITY,
      width: full.width / SHARP_DENSITY,
      height: full.height / SHARP_DENSITY,
    },
  };
}

/** A soft ellipse where the feet touch the ground. */
function contactShadow(full: Size, width: number, height: number, margin: number): Buffer {
  const ry = Math.min(margin * 0.5, width * 0.07);
  return svg(
    full.width,
    full.height,
    `<defs><radialGradient id="c"><stop offset="0" stop-opacity=".5"/><stop offset=".55" stop-opacity=".26"/><stop offset="1" stop-opacity="0"/></radialGradient></defs><ellipse cx="${full.width / 2}" cy="${margin + height - ry * 0.7}" rx="${width * 0.52}" ry="${ry}" fill="url(#c)"/>`,
  );
}
