import type { Bbox } from '../../../schemas/asset.ts';
import type { Placement, ShotType } from '../../../schemas/storyboard.ts';
import type { Box, Size } from './camera.ts';
import { panelCrop } from './crop.ts';
import type { Figure } from './figure.ts';
import { figureBox, type Person } from './person.ts';

/** What the layout needs to know of a picture. A cut-out is measured without its transparent border. */
export type Shape = {
  width: number;
  height: number;
  isCutOut: boolean;
  isPerson: boolean;
  /** Of a cut-out person. */
  figure: Figure | null;
  /** What stands out in a picture that is no cut-out, as fractions. */
  focus: Bbox | null;
};
export type Subject = { shape: Shape; position: Placement['position'] };
export type Stand = {
  /** card: a framed panel; cut_out: stands in the place; fill: is the whole frame. */
  kind: 'card' | 'cut_out' | 'fill';
  box: Box;
  /** The part of the picture that is shown, in its pixels; null: all. */
  crop: Box | null;
  /** Depth for the camera. */
  rate: number;
  /** The feet are in the picture: a shadow falls on the ground. */
  isGrounded: boolean;
  /** No text lies here: a panel, a whole figure, the face of one that the frame cuts. */
  keepClear: Box;
};

export type Format = 'landscape' | 'portrait' | 'square';
export function formatOf({ width, height }: Size): Format {
  if (height > width * 1.2) return 'portrait';
  return width > height * 1.2 ? 'landscape' : 'square';
}

/** Room to the edge of the frame, which a move may use up. */
const EDGE = 0.05;
/** Depth: what stands nearer moves more. The middle one of three stands a little behind. */
export const RATES = { wide: 1.15, subject: 1.4, fill: 1 };
export function within(shape: Size, width: number, height: number): Size {
  const scale = Math.min(width / shape.width, height / shape.height);
  return { width: shape.width * scale, height: shape.height * scale };
}

/** A thing in a wide shot: its size and where it stands, in shares of the frame. */
export const WIDE_THING = {
  height: 0.36,
  width: 0.42,
  bottom: { landscape: 0.9, portrait: 0.8, square: 0.86 },
};

const clamp = (value: number, low: number, high: number) =>
  low > high ? (low + high) / 2 : Math.min(high, Math.max(low, value));

/** A middle that keeps something of this size in the frame when it fits. */
export function keptIn(middle: number, width: number): number {
  const margin = width / 2 + EDGE;
  return margin > 0.5 ? 0.5 : clamp(middle, margin, 1 - margin);
}

export type Place = { frame: Size; format: Format; shot: ShotType; clear: number };

export const personOf = ({ shape }: Subject): Person | null =>
  shape.isCutOut && shape.isPerson && shape.figure && shape.width / shape.height < 1.1
    ? { ratio: shape.width / shape.height, figure: shape.figure }
    : null;

/** A box of this size around a middle; `y` is its upper edge, all in shares of the frame. */
export const boxAt = (frame: Size, middle: number, y: number, size: Size): Box => ({
  x: middle * frame.width - size.width / 2,
  y: y * frame.height,
  ...size,
});

export function thing(size: Size, middle: number, bottom: number, { frame, clear, shot }: Place): Stand {
  const low = Math.min(bottom, clear - 0.01);
  const box = boxAt(frame, middle, low - size.height / frame.height, size);
  const rate = shot === 'wide' ? RATES.wide : RATES.subject;
  return { kind: 'cut_out', box, crop: null, rate, isGrounded: true, keepClear: box };
}

export function card(shape: Shape, room: Size, middle: number, y: number, { frame, clear }: Place): Stand {
  const crop = panelCrop(shape, room);
  const high = Math.min(room.height, (clear - 0.08) * frame.height);
  const size = within(crop, room.width, high);
  const half = size.height / frame.height / 2;
  const top = clamp(y - half, 0.05, clear - 0.03 - 2 * half);
  const box = boxAt(frame, keptIn(middle, size.width / frame.width), top, size);
  return { kind: 'card', box, crop, rate: RATES.subject, isGrounded: false, keepClear: box };
}

export function person(who: Person, middle: number, place: Place, room: number | null): Stand {
  const { frame, shot } = place;
  const { box, face } = figureBox(who, { ...place, middle, room });
  const isCut = box.y + box.height > frame.height;
  return {
    kind: 'cut_out',
    box,
    crop: null,
    rate: shot === 'wide' ? RATES.wide : RATES.subject,
    isGrounded: who.figure.isWhole && !isCut,
    keepClear: isCut ? face : box,
  };
}
