import type { Bbox } from '../../../schemas/asset.ts';
import type { Box, Size } from './camera.ts';

/** How far a crop leaves the middle for what is salient: the picture's own composition keeps a say. */
const FOCUS_PULL = 0.7;
/** A close-up goes this near: frame pixels for a pixel of the picture at most. */
const MAX_ENLARGED = 1.9;
/** Air round what is salient in a close-up. */
const CLOSE_AIR = 1.3;
/** Of a person a close-up needs head and shoulders: this share of what stands out, from its top. */
const HEAD_AND_SHOULDERS = 0.62;
/** Air above a head, in heights of the frame: what stands out begins a little below the hair. */
const HEADROOM = 0.13;
/** A close-up that would show less of what matters becomes a panel. */
const KEPT_FROM = 0.78;
/** Narrowest panel of a person, as width to height. */
const PERSON_PANEL = 0.74;
const PANEL_AIR = 1.12;

type Seen = Size & { isPerson: boolean; focus: Bbox | null };

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/** A crop of this size round a middle, in whole pixels inside the picture. */
function cropAt(image: Size, size: Size, x: number, y: number): Box {
  const width = clamp(Math.round(size.width), 1, image.width);
  const height = clamp(Math.round(size.height), 1, image.height);
  return {
    x: Math.round(clamp(x - width / 2, 0, image.width - width)),
    y: Math.round(clamp(y - height / 2, 0, image.height - height)),
    width,
    height,
  };
}

/** The part of a picture to show when it must fill another shape: as large as fits, around what matters. */
export function coverCrop(image: Size, target: Size, focus: Bbox | null): Box {
  const scale = Math.min(image.width / target.width, image.height / target.height);
  const middle = (at: number, length: number) => FOCUS_PULL * (at + length / 2) + (1 - FOCUS_PULL) / 2;
  const x = focus ? middle(focus.x, focus.width) : 0.5;
  const y = focus ? middle(focus.y, focus.height) : 0.5;
  const size = { width: target.width * scale, height: target.height * scale };
  return cropAt(image, size, x * image.width, y * image.height);
}

/**
 * The part of a picture that fills the frame of a close-up: what stands out with some air, of a person head and
 * shoulders. null: the frame's shape would cut it to pieces, so it needs a panel.
 */
export function closeCrop(shape: Seen, frame: Size): Box | null {
  const focus = shape.focus ?? { x: 0, y: 0, width: 1, height: 1 };
  const share = shape.isPerson && focus.height > focus.width * 0.6 ? HEAD_AND_SHOULDERS : 1;
  const wanted = { width: focus.width * shape.width, height: focus.height * share * shape.height };
  const ratio = frame.width / frame.height;
  const covered = coverCrop(shape, frame, null);
  const smallest = Math.min(covered.width, frame.width / MAX_ENLARGED);
  const width = clamp(Math.max(wanted.width, wanted.height * ratio) * CLOSE_AIR, smallest, covered.width);
  const height = width / ratio;
  if (wanted.width > width && width / wanted.width < KEPT_FROM) return null;
  const top = focus.y * shape.height;
  const x = (focus.x + focus.width / 2) * shape.width;
  // A head has little air above it; a thing lies in the middle.
  const y = shape.isPerson ? top - height * HEADROOM + height / 2 : top + wanted.height / 2;
  return cropAt(shape, { width, height }, x, y);
}

/** The part of a picture that a panel shows: of a person a portrait as narrow as what stands out allows. */
export function panelCrop(shape: Seen, room: Size): Box {
  const { focus, isPerson, width, height } = shape;
  if (!focus) return { x: 0, y: 0, width, height };
  const salient = { width: focus.width * width * PANEL_AIR, height: focus.height * height * PANEL_AIR };
  const middle = { x: (focus.x + focus.width / 2) * width, y: (focus.y + focus.height / 2) * height };
  if (isPerson) {
    // A room that is wider than high gains nothing from a narrow panel.
    const narrowest = Math.max(PERSON_PANEL * height, salient.width);
    const wide = room.width > room.height * 2 ? width : narrowest;
    return cropAt(shape, { width: wide, height }, middle.x, middle.y);
  }
  const least = Math.min(width, height) * 0.55;
  const size = { width: Math.max(salient.width, least), height: Math.max(salient.height, least) };
  return cropAt(shape, size, middle.x, middle.y);
}
