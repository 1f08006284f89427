import sharp from 'sharp';
import { FRAME_RATE } from '../../../media/encode-video.ts';
import { type TextStyle, textToSvgPath, textWidth } from '../../../media/text.ts';
import { wrapLines } from '../../../media/text-lines.ts';
import { layerFromPixels, type YuvLayer } from '../../../media/yuv.ts';
import type { CameraMove, ShotType, StoryboardScene } from '../../../schemas/storyboard.ts';
import type { SceneInput } from '../../engine.ts';
import { type SceneCue, sceneCues } from '../../scene-cues.ts';
import type { Size } from './camera.ts';
import type { TimedCaption } from './draw-picture.ts';
import { formatOf } from './stand.ts';

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
/** Pixels for a short side of `side`. */
const MEASURES: Record<ReturnType<typeof formatOf>, Measures & { side: number }> = {
  landscape: { side: 720, margin: 40, sentence: 24, slug: 17, chip: 14, lines: 2, shade: 0.36 },
  square: { side: 960, margin: 36, sentence: 26, slug: 18, chip: 15, lines: 2, shade: 0.34 },
  portrait: { side: 720, margin: 36, sentence: 30, slug: 20, chip: 16, lines: 3, shade: 0.3 },
};
/** Beside someone the column is narrow, so that it may have more lines. */
const COLUMN_LINES = 4;
/** Of the width, what text has beside the chips when they are not known yet. */
const BESIDE_CHIPS = 0.62;

function measuresOf(frame: Size): Measures {
  const { side, lines, shade, ...pixels } = MEASURES[formatOf(frame)];
  const scale = Math.min(frame.width, frame.height) / side;
  const scaled = Object.entries(pixels).map(([name, value]) => [name, Math.round(value * scale)]);
  return { ...(Object.fromEntries(scaled) as typeof pixels), lines, shade };
}

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
  const height = chipHeight(size);
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

const leadingOf = (m: Measures) => Math.round(m.sentence * 1.32);
const sentenceStyle = (m: Measures): TextStyle => ({ size: m.sentence, weight: 500 });
const chipHeight = (size: number) => Math.round(size * 1.75);

/** Base lines of a block of text at the lower edge of something `height` high, and where it begins. */
function blockOf(m: Measures, height: number, lines: number, areChipsBeside: boolean) {
  const base = height - m.margin + Math.round(m.sentence * 0.28);
  const first = base - (lines - 1) * leadingOf(m);
  const label = first - Math.round(m.sentence * 1.42);
  const chips = label - chipHeight(m.chip) - Math.round(m.slug * 1.5);
  return { base, first, label, chips, top: areChipsBeside ? label - m.slug : chips };
}

/** Everything that is read in a shot, as drawn: dialogue with who speaks. */
const wordsOf = ({ speaker, text }: SceneCue) => (speaker ? `${speaker}: ${text}` : text);

/** Where the text of a shot begins at the highest, in pixels from the top, before its chips are known. */
export function captionBlock(scene: StoryboardScene, frame: Size): { top: number } {
  const m = measuresOf(frame);
  const isBeside = formatOf(frame) === 'landscape';
  const room = (frame.width - 2 * m.margin) * (isBeside ? BESIDE_CHIPS : 1);
  const texts = [scene.description, ...sceneCues(scene, (tag) => tag).map(wordsOf)];
  const lines = texts.map((text) => wrapLines(text, sentenceStyle(m), room, m.lines).length);
  return { top: blockOf(m, frame.height, Math.max(1, ...lines), isBeside).top };
}

/** Where text stands across, in shares of the frame; null: all of it. */
export type Free = { from: number; to: number } | null;
type Timing = { frameCount: number; free: Free };

/**
 * The text of a shot over its lower edge: shot label, the tags of what it shows, and its sentence or, while somebody
 * speaks, what is said. Each layer is the strip of the frame that it covers.
 */
export async function sceneCaptions(
  { scene, snapshot }: SceneInput,
  tags: string[],
  frame: Size,
  { frameCount, free }: Timing,
): Promise<TimedCaption[]> {
  const nameOf = (tag: string) => snapshot?.assets.find((a) => a.manifest_tag === tag)?.name ?? null;
  const spoken = scene.audio.dialogue.length === 0 ? [] : sceneCues(scene, nameOf);
  const captions: TimedCaption[] = [];
  const plain = await strip(scene, scene.description, tags, frame, free);
  let at = 0;
  for (const cue of spoken) {
    const from = Math.min(frameCount, Math.max(at, Math.round(cue.from * FRAME_RATE)));
    const to = Math.min(frameCount, Math.round(cue.to * FRAME_RATE));
    if (to <= from) continue;
    if (from > at) captions.push({ ...plain, from: at, to: from });
    captions.push({ ...(await strip(scene, wordsOf(cue), tags, frame, free)), from, to });
    at = to;
  }
  if (at < frameCount) captions.push({ ...plain, from: at, to: frameCount });
  return captions;
}

type Strip = Omit<TimedCaption, 'from' | 'to'>;

async function strip(
  scene: StoryboardScene,
  text: string,
  tags: string[],
  frame: Size,
  free: Free,
): Promise<Strip> {
  const m = measuresOf(frame);
  const row = chips(tags.slice(0, MAX_CHIPS), m.chip);
  const isBeside = formatOf(frame) === 'landscape' && !free;
  const left = free ? Math.round(free.from * frame.width) : m.margin;
  const right = free ? Math.round(free.to * frame.width) : frame.width - m.margin;
  const room = right - left - (isBeside && row.width > 0 ? row.width + 48 : 0);
  const style = sentenceStyle(m);
  const lines = wrapLines(text, style, room, free ? COLUMN_LINES : m.lines);
  const leading = leadingOf(m);
  const height = even(Math.round(frame.height * m.shade) + (lines.length - 1) * leading);
  const block = blockOf(m, height, lines.length, isBeside);
  const chipsAt = isBeside
    ? { x: right - row.width, y: block.base - row.height + Math.round(m.sentence * 0.22) }
    : { x: left, y: block.chips };
  const label = { size: m.slug, tracking: 0.05, maxWidth: room };
  const drawn = [
    path(textToSvgPath(shotLabel(scene), label).path, left, block.label, 0.78),
    ...lines.map((line, i) =>
      path(textToSvgPath(line, { ...style, maxWidth: room }).path, left, block.first + i * leading, 0.97),
    ),
    row.draw(chipsAt.x, chipsAt.y),
  ];
  const ground = `<defs><linearGradient id="s" x1="0" y1="0" x2="0" y2="1">${SHADE}</linearGradient></defs><rect width="100%" height="100%" fill="url(#s)"/>`;
  const layer = await textLayer(frame.width, height, ground + drawn.join(''));
  return { layer, left: 0, top: frame.height - height };
}

/** A shot without any reference: its sentence is the picture, with the label of the shot where captions are on. */
export async function sentenceCaption(
  { scene, settings }: SceneInput,
  frame: Size,
  frameCount: number,
): Promise<TimedCaption[]> {
  const m = measuresOf(frame);
  const margin = Math.round(Math.min(frame.width, frame.height) * 0.125);
  const room = frame.width - 2 * margin;
  const style: TextStyle = { size: m.sentence * 2, weight: 500, tracking: -0.015 };
  const lines = wrapLines(scene.description, style, room, ALONE_LINES);
  const leading = Math.round(m.sentence * 2.5);
  const first = Math.round(frame.height / 2 - ((lines.length - 1) * leading) / 2 + m.sentence * 0.6);
  const drawn = lines.map((line, i) =>
    path(textToSvgPath(line, { ...style, maxWidth: room }).path, margin, first + i * leading, 0.95),
  );
  if (settings.burnCaptions) {
    const label = textToSvgPath(shotLabel(scene), { size: m.slug, tracking: 0.05, maxWidth: room }).path;
    drawn.push(path(label, margin, first - leading - Math.round(m.slug * 0.6), 0.7));
  }
  const layer = await textLayer(frame.width, frame.height, drawn.join(''));
  return [{ layer, left: 0, top: 0, from: 0, to: frameCount }];
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
