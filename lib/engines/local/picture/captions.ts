import sharp from 'sharp';
import { type TextStyle, textToSvgPath, textWidth } from '../../../media/text.ts';
import { wrapLines } from '../../../media/text-lines.ts';
import { layerFromPixels, type YuvLayer } from '../../../media/yuv.ts';
import type { CameraMove, ShotType, StoryboardScene } from '../../../schemas/storyboard.ts';
import type { Size } from './camera.ts';
import { formatOf } from './layout.ts';

const SHOT_NAMES: Record<ShotType, string> = {
  wide: 'WIDE',
  medium: 'MEDIUM',
  close_up: 'CLOSE-UP',
  two_shot: 'TWO-SHOT',
};
const MOVE_NAMES: Record<CameraMove, string> = {
  hold: 'hold',
  push_in: 'push in',
  pull_out: 'pull out',
  pan_left: 'slow pan left',
  pan_right: 'slow pan right',
  crane_up: 'crane up',
  crane_down: 'crane down',
  parallax: 'parallax',
};
const MAX_CHIPS = 4;
const ALONE_LINES = 4;
const CHIP_GAP = 8;

type Measures = {
  margin: number;
  sentence: number;
  slug: number;
  chip: number;
  lines: number;
  /** Height of the dark ground under the text, in frame heights. */
  shade: number;
};
const MEASURES: Record<ReturnType<typeof formatOf>, Measures> = {
  landscape: { margin: 40, sentence: 24, slug: 17, chip: 14, lines: 2, shade: 0.36 },
  square: { margin: 36, sentence: 26, slug: 18, chip: 15, lines: 2, shade: 0.34 },
  portrait: { margin: 36, sentence: 30, slug: 20, chip: 16, lines: 3, shade: 0.3 },
};

/** "1 · EXT. WIDE — slow pan left" */
export function shotLabel(scene: StoryboardScene): string {
  const where = /^(INT\.|EXT\.)/.exec(scene.slug_line)?.[1];
  const shot = `${where ? `${where} ` : ''}${SHOT_NAMES[scene.shot_type]}`;
  return `${scene.index + 1} · ${shot} — ${MOVE_NAMES[scene.camera_move]}`;
}

const path = (d: string, x: number, y: number, opacity: number) =>
  `<path transform="translate(${x.toFixed(1)} ${y.toFixed(1)})" d="${d}" fill="#fff" fill-opacity="${opacity}"/>`;

function chips(
  tags: string[],
  size: number,
): { width: number; height: number; draw(x: number, y: number): string } {
  const height = Math.round(size * 1.75);
  const style: TextStyle = { size, weight: 500, mono: true, tracking: 0.02 };
  const widths = tags.map((tag) => Math.round(textWidth(tag, style) + size * 1.5));
  const width = widths.reduce((sum, w) => sum + w + CHIP_GAP, -CHIP_GAP);
  return {
    width: Math.max(0, width),
    height,
    draw(x, y) {
      let at = x;
      return tags
        .map((tag, i) => {
          const chip = widths[i] ?? 0;
          const pill = `<rect x="${at + 0.5}" y="${y + 0.5}" width="${chip - 1}" height="${height - 1}" rx="${height / 2}" fill="#000" fill-opacity=".42" stroke="#fff" stroke-opacity=".34"/>`;
          const text = path(
            textToSvgPath(tag, style).path,
            at + size * 0.75,
            y + height / 2 + size * 0.36,
            0.94,
          );
          at += chip + CHIP_GAP;
          return pill + text;
        })
        .join('');
    },
  };
}

/** The dark ground rises smoothly: stops of an eased ramp. */
const SHADE = [0, 0.05, 0.17, 0.36, 0.55, 0.68, 0.74]
  .map((opacity, i) => `<stop offset="${(i / 6).toFixed(3)}" stop-opacity="${opacity}"/>`)
  .join('');

/**
 * The text of a shot over its lower edge: shot label, sentence, the tags of what it shows. It never moves. Given as the strip of the frame
 * that it covers, and where that begins.
 */
export async function captionLayer(
  scene: StoryboardScene,
  tags: string[],
  frame: Size,
): Promise<{ layer: YuvLayer; top: number }> {
  const format = formatOf(frame);
  const m = MEASURES[format];
  if (tags.length === 0) return sentenceLayer(scene, frame);
  const row = chips(tags.slice(0, MAX_CHIPS), m.chip);
  const isBeside = format === 'landscape';
  const room = frame.width - 2 * m.margin - (isBeside && row.width > 0 ? row.width + 48 : 0);
  const style: TextStyle = { size: m.sentence, weight: 500 };
  const lines = wrapLines(scene.description, style, room, m.lines);
  const leading = Math.round(m.sentence * 1.32);
  const strip = even(Math.round(frame.height * m.shade) + (lines.length - 1) * leading);
  const base = strip - m.margin + Math.round(m.sentence * 0.28);
  const first = base - (lines.length - 1) * leading;
  const label = first - Math.round(m.sentence * 1.42);
  const drawn = [
    path(
      textToSvgPath(shotLabel(scene), { size: m.slug, tracking: 0.05, maxWidth: room }).path,
      m.margin,
      label,
      0.78,
    ),
    ...lines.map((line, i) =>
      path(textToSvgPath(line, { ...style, maxWidth: room }).path, m.margin, first + i * leading, 0.97),
    ),
    isBeside
      ? row.draw(frame.width - m.margin - row.width, base - row.height + Math.round(m.sentence * 0.22))
      : row.draw(m.margin, label - row.height - Math.round(m.slug * 1.5)),
  ];
  const ground = `<defs><linearGradient id="s" x1="0" y1="0" x2="0" y2="1">${SHADE}</linearGradient></defs><rect width="100%" height="100%" fill="url(#s)"/>`;
  return {
    layer: await textLayer(frame.width, strip, ground + drawn.join('')),
    top: frame.height - strip,
  };
}

/** A shot without any reference: its sentence is the picture. */
async function sentenceLayer(scene: StoryboardScene, frame: Size): Promise<{ layer: YuvLayer; top: number }> {
  const m = MEASURES[formatOf(frame)];
  const margin = Math.round(Math.min(frame.width, frame.height) * 0.125);
  const room = frame.width - 2 * margin;
  const style: TextStyle = { size: m.sentence * 2, weight: 500, tracking: -0.015 };
  const lines = wrapLines(scene.description, style, room, ALONE_LINES);
  const leading = Math.round(m.sentence * 2.5);
  const first = Math.round(frame.height / 2 - ((lines.length - 1) * leading) / 2 + m.sentence * 0.6);
  const drawn = lines.map((line, i) =>
    path(textToSvgPath(line, { ...style, maxWidth: room }).path, margin, first + i * leading, 0.95),
  );
  const label = textToSvgPath(shotLabel(scene), { size: m.slug, tracking: 0.05, maxWidth: room }).path;
  drawn.push(path(label, margin, first - leading - Math.round(m.slug * 0.6), 0.7));
  return { layer: await textLayer(frame.width, frame.height, drawn.join('')), top: 0 };
}

async function textLayer(width: number, height: number, content: string): Promise<YuvLayer> {
  const image = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${content}</svg>`;
  const { data, info } = await sharp(Buffer.from(image))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return layerFromPixels({ data, width: info.width, height: info.height, channels: info.channels });
}

const even = (value: number) => value + (value % 2);
