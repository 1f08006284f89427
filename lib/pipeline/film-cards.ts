import sharp from 'sharp';
import { drawLayers } from '../media/draw-layer/draw-layers.ts';
import { FRAME_RATE } from '../media/encode-video.ts';
import { mixFrames } from '../media/mix-frames.ts';
import { type TextStyle, textToSvgPath } from '../media/text.ts';
import { wrapLines } from '../media/text-lines.ts';
import { createFrame, layerFromPixels, type YuvFrame } from '../media/yuv.ts';
import { CARD_SECONDS } from '../schemas/project.ts';
import type { StitchInput } from './stitch-input.ts';

const CARD_FRAMES = CARD_SECONDS * FRAME_RATE;
const FADE_FRAMES = 12;
/** The ground is the darkest colour of the film at this lightness, so that white text is easy to read. */
const GROUND_LEVEL = 26;
const TITLE_SIZES = [72, 60, 48, 38, 30];
const TITLE_LINES = 3;
const SWATCH = { width: 34, height: 5, gap: 5 };

type Size = { width: number; height: number };
export type Card = { frameCount: number; draw(number: number): YuvFrame };

const channels = (hex: string) => [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16));

/** The darkest colour of the palette, brought to one lightness. */
function groundOf(palette: string[]): string {
  const light = ([r = 0, g = 0, b = 0]: number[]) => 0.21 * r + 0.72 * g + 0.07 * b;
  const [darkest = [24, 26, 30]] = palette.map(channels).sort((a, b) => light(a) - light(b));
  const gain = GROUND_LEVEL / Math.max(1, light(darkest));
  // Half of the way to grey: a hint of the film's colour, not a coloured wall.
  const hinted = darkest.map((c) => Math.round(Math.min(70, (c * gain + GROUND_LEVEL) / 2)));
  return `rgb(${hinted.join(',')})`;
}

const text = (content: string, style: TextStyle, x: number, y: number, opacity: number) =>
  `<path transform="translate(${x} ${y})" d="${textToSvgPath(content, style).path}" fill="#fff" fill-opacity="${opacity}"/>`;

function swatches(palette: string[], x: number, y: number): string {
  return palette
    .slice(0, 5)
    .map(
      (hex, i) =>
        `<rect x="${x + i * (SWATCH.width + SWATCH.gap)}" y="${y}" width="${SWATCH.width}" height="${SWATCH.height}" rx="1" fill="${hex}"/>`,
    )
    .join('');
}

/** A card is laid out in the pixels of 720p, whatever size it is drawn in. */
const layoutOf = (size: Size): Size => {
  const scale = Math.sqrt((size.width * size.height) / (1280 * 720));
  return { width: Math.round(size.width / scale), height: Math.round(size.height / scale) };
};

async function still(size: Size, ground: string, content: string): Promise<YuvFrame> {
  const { width, height } = layoutOf(size);
  const image = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="${ground}"/>${content}</svg>`;
  const { data, info } = await sharp(Buffer.from(image))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const frame = createFrame(size.width, size.height);
  const layer = layerFromPixels({ data, ...size, channels: info.channels });
  drawLayers(frame, [{ layer, view: { left: 0, top: 0, scale: 1 } }]);
  return frame;
}

/** The still out of black at the start, or into black at the end. */
function faded(picture: YuvFrame, edge: 'in' | 'out'): Card {
  const out = createFrame(picture.width, picture.height);
  const black = createFrame(picture.width, picture.height);
  return {
    frameCount: CARD_FRAMES,
    draw(number) {
      const step = edge === 'in' ? number : CARD_FRAMES - 1 - number;
      if (step >= FADE_FRAMES) return picture;
      const share = 0.5 - 0.5 * Math.cos((Math.PI * step) / FADE_FRAMES);
      mixFrames(black, picture, share, out);
      return out;
    },
  };
}

/** "cinematic · 15 s · 4 shots" */
function factsOf({ settings, clips }: StitchInput): string {
  const seconds = clips.reduce((sum, c) => sum + c.duration, 0);
  const shots = `${clips.length} ${clips.length === 1 ? 'shot' : 'shots'}`;
  return `${settings.style} · ${Number(seconds.toFixed(1))} s · ${shots}`;
}

/** The first card: title, the film's palette, what it is. */
export async function titleCard(input: StitchInput, frame: Size): Promise<Card> {
  const size = layoutOf(frame);
  const margin = Math.round(Math.min(size.width, size.height) * 0.125);
  const room = size.width - 2 * margin;
  const shape = (px: number): TextStyle => ({ size: px, weight: 600, tracking: -0.02 });
  const title = input.settings.title;
  const px =
    TITLE_SIZES.find(
      (s) => wrapLines(title, shape(s), room, TITLE_LINES + 1).length <= (s > 48 ? 2 : TITLE_LINES),
    ) ?? 30;
  const lines = wrapLines(title, shape(px), room, TITLE_LINES);
  const leading = Math.round(px * 1.12);
  const first = Math.round(size.height / 2 - ((lines.length - 1) * leading) / 2 + px * 0.12);
  const below = first + (lines.length - 1) * leading + Math.round(px * 0.35) + 30;
  const content = [
    ...lines.map((line, i) =>
      text(line, { ...shape(px), maxWidth: room }, margin, first + i * leading, 0.96),
    ),
    swatches(input.styleGuide.palette, margin, below),
    text(factsOf(input), { size: 20, maxWidth: room, tracking: 0.01 }, margin, below + 46, 0.62),
  ].join('');
  return faded(await still(frame, groundOf(input.styleGuide.palette), content), 'in');
}

/** The last card: what the film was made with, enough to find it again. */
export async function endCard({ credits, settings, styleGuide }: StitchInput, frame: Size): Promise<Card> {
  const size = layoutOf(frame);
  const margin = Math.round(Math.min(size.width, size.height) * 0.125);
  const room = size.width - 2 * margin;
  const { manifestName, manifestVersion, digest } = credits;
  const middle = Math.round(size.height / 2);
  const name = manifestName ?? settings.title;
  const version = manifestVersion === null ? '' : `version ${manifestVersion}`;
  const content = [
    text(manifestName ? 'Made with' : 'An animatic', { size: 20 }, margin, middle - 56, 0.62),
    text(name, { size: 40, weight: 600, tracking: -0.015, maxWidth: room }, margin, middle, 0.96),
    text(version, { size: 20 }, margin, middle + 38, 0.62),
    swatches(styleGuide.palette, margin, middle + 72),
    digest
      ? text(`${digest.slice(0, 4)}…${digest.slice(-4)}`, { size: 17, mono: true }, margin, middle + 116, 0.5)
      : '',
  ].join('');
  return faded(await still(frame, groundOf(styleGuide.palette), content), 'out');
}
