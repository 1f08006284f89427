import type { Placement, ShotType } from '../../../schemas/storyboard.ts';
import type { Box, Size } from './camera.ts';

/** What the layout needs to know of a picture. A cut-out is measured without its transparent border. */
export type Shape = { width: number; height: number; isCutOut: boolean; isPerson: boolean };
export type Stand = {
  /** card: a framed panel; cut_out: stands in the place; fill: is the whole frame. */
  kind: 'card' | 'cut_out' | 'fill';
  box: Box;
  /** Depth for the camera. */
  rate: number;
  /** The feet are in the picture: a shadow falls on the ground. */
  isGrounded: boolean;
};

type Format = 'landscape' | 'portrait' | 'square';
export function formatOf({ width, height }: Size): Format {
  if (height > width * 1.2) return 'portrait';
  return width > height * 1.2 ? 'landscape' : 'square';
}

/** Shares of the frame: the largest size, and where the middle lies. `bottom`: where a cut-out stands. */
type Room = { width: number; height: number; y: number; bottom: number };
type Shot = Exclude<ShotType, 'wide'>;
const ROOM: Record<Shot, Record<Format, Room>> = {
  medium: {
    landscape: { width: 0.46, height: 0.72, y: 0.455, bottom: 0.845 },
    portrait: { width: 0.82, height: 0.54, y: 0.4, bottom: 0.74 },
    square: { width: 0.66, height: 0.62, y: 0.42, bottom: 0.78 },
  },
  two_shot: {
    landscape: { width: 0.36, height: 0.6, y: 0.44, bottom: 0.845 },
    portrait: { width: 0.7, height: 0.285, y: 0.42, bottom: 0.74 },
    square: { width: 0.38, height: 0.52, y: 0.42, bottom: 0.78 },
  },
  close_up: {
    landscape: { width: 0.62, height: 0.74, y: 0.46, bottom: 0.87 },
    portrait: { width: 0.9, height: 0.56, y: 0.42, bottom: 0.74 },
    square: { width: 0.8, height: 0.68, y: 0.42, bottom: 0.8 },
  },
};

/** A standing person: height and top as shares of the frame's height. Taller than the frame is cut by its edge. */
const FIGURE: Record<ShotType, Record<Format, { height: number; top: number }>> = {
  wide: {
    landscape: { height: 0.4, top: 0.455 },
    portrait: { height: 0.34, top: 0.42 },
    square: { height: 0.38, top: 0.42 },
  },
  medium: {
    landscape: { height: 1.28, top: 0.1 },
    portrait: { height: 0.92, top: 0.14 },
    square: { height: 1.14, top: 0.11 },
  },
  two_shot: {
    landscape: { height: 1.06, top: 0.14 },
    portrait: { height: 0.57, top: 0.22 },
    square: { height: 0.92, top: 0.16 },
  },
  close_up: {
    landscape: { height: 2.25, top: 0.07 },
    portrait: { height: 1.5, top: 0.15 },
    square: { height: 1.95, top: 0.09 },
  },
};

const WIDE_OBJECT = { height: 0.34, width: 0.4, bottom: { landscape: 0.85, portrait: 0.76, square: 0.8 } };
const THIRDS = { left: 0.32, centre: 0.5, right: 0.68, full: 0.5 };
/** Two panels side by side need more air between them than two people. */
const APART = { left: 0.285, centre: 0.5, right: 0.715, full: 0.5 };
/** In a tall frame panels stand one above the other: their middles. */
const STACKED = { left: 0.235, centre: 0.69, right: 0.55, full: 0.4 };
/** Room to the edge of the frame, which a move may use up. */
const EDGE = 0.06;
/** A thing beside a standing person, in frame heights. */
const BESIDE = { landscape: 0.42, portrait: 0.24, square: 0.36 };
const FIGURE_RATIO = 0.75;
/** The third of a group is smaller and lower, between the other two. */
const THIRD = { size: 0.68, drop: 0.1 };
const RATES = { wide: 1.12, subject: 1.4, third: 1.6, fill: 1 };

function within(shape: Shape, width: number, height: number): Size {
  const scale = Math.min(width / shape.width, height / shape.height);
  return { width: shape.width * scale, height: shape.height * scale };
}

const isFigure = (shape: Shape) => shape.isPerson && shape.width / shape.height < FIGURE_RATIO;

/** The middle of a subject across the frame; what is alone in a tall frame stands in the middle. */
function middleOf(position: Placement['position'], format: Format, count: number, size: Size, frame: Size) {
  if (count === 1 && format !== 'landscape') return 0.5;
  const spread = format === 'landscape' && count < 2 ? THIRDS : APART;
  const half = size.width / frame.width / 2;
  const margin = Math.min(0.5, half + EDGE);
  return Math.min(1 - margin, Math.max(margin, spread[position]));
}

function figure(shape: Shape, shot: ShotType, format: Format, frame: Size, shrink: number) {
  const { height, top } = FIGURE[shot][format];
  const size = {
    width: height * shrink * frame.height * (shape.width / shape.height),
    height: height * shrink * frame.height,
  };
  return { size, y: (top + height * (1 - shrink)) * frame.height };
}

/** Where a subject stands in the neutral picture. Wide shots take cut-outs only: cards would hide the place. */
export function standOf(
  shape: Shape,
  placement: Pick<Placement, 'position'>,
  shot: ShotType,
  frame: Size,
  count: number,
): Stand | null {
  const format = formatOf(frame);
  const isThird = count > 2 && placement.position === 'centre';
  const shrink = isThird ? THIRD.size : 1;
  const rate = isThird ? RATES.third : shot === 'wide' ? RATES.wide : RATES.subject;
  const at = (size: Size, y: number, kind: Stand['kind'], isGrounded: boolean): Stand => ({
    kind,
    rate,
    isGrounded,
    box: {
      ...size,
      x: middleOf(placement.position, format, count, size, frame) * frame.width - size.width / 2,
      y,
    },
  });
  if (shape.isCutOut && isFigure(shape)) {
    const { size, y } = figure(shape, shot, format, frame, shrink);
    return at(size, y, 'cut_out', y + size.height < frame.height * 0.97);
  }
  if (shot === 'wide') {
    if (!shape.isCutOut) return null;
    const size = within(shape, WIDE_OBJECT.width * frame.width, WIDE_OBJECT.height * frame.height);
    return at(size, WIDE_OBJECT.bottom[format] * frame.height - size.height, 'cut_out', true);
  }
  if (shot === 'close_up' && !shape.isCutOut) {
    return { kind: 'fill', rate: RATES.fill, isGrounded: false, box: { x: 0, y: 0, ...frame } };
  }
  const room = ROOM[shot][format];
  const size = within(shape, room.width * frame.width * shrink, room.height * frame.height * shrink);
  if (shape.isCutOut) {
    const beside = within(shape, room.width * frame.width * shrink, BESIDE[format] * frame.height * shrink);
    const scaled = count > 1 ? beside : size;
    return at(scaled, room.bottom * frame.height - scaled.height, 'cut_out', true);
  }
  let y = room.y + (isThird ? THIRD.drop : 0);
  if (format === 'portrait' && count > 1) y = STACKED[placement.position];
  return at(size, y * frame.height - size.height / 2, 'card', false);
}
