import type { ShotType } from '../../../schemas/storyboard.ts';
import type { Box, Size } from './camera.ts';
import type { Figure } from './figure.ts';
import type { Format } from './stand.ts';

export type Person = { ratio: number; figure: Figure };

/** Where the eyes are in a head with neck and hat. */
const EYES = 0.6;
/** The eye line, in shares of the frame. */
const EYE_LINE: Record<Format, number> = { landscape: 0.38, portrait: 0.34, square: 0.37 };
const CLOSE_HEAD: Record<Format, number> = { landscape: 0.64, portrait: 0.46, square: 0.56 };
/** Height of a whole person who is cut at the thighs, in frames. */
const HALF: Record<Format, number> = { landscape: 1.46, portrait: 1.34, square: 1.36 };
/** Of someone who is shown from head to foot, and where the feet stand. */
const WHOLE: Record<'wide' | 'near', Record<Format, { height: number; feet: number }>> = {
  wide: {
    landscape: { height: 0.46, feet: 0.91 },
    portrait: { height: 0.36, feet: 0.85 },
    square: { height: 0.42, feet: 0.88 },
  },
  near: {
    landscape: { height: 0.84, feet: 0.95 },
    portrait: { height: 0.78, feet: 0.93 },
    square: { height: 0.82, feet: 0.94 },
  },
};
/** Shares of a person at which the lower edge of the frame may cut: chest, waist, thigh; never neck, knee or ankle. */
const CUTS = [
  [0.2, 0.28],
  [0.4, 0.5],
  [0.55, 0.66],
] as const;
/** A part of a person below this is cut nowhere that anybody would miss. */
const LOWEST_CUT = 0.66;
/** Widest head of a close-up, and how far a half figure may lap over the sides, in frames. */
const WIDEST_HEAD = 0.72;
const WIDEST_HALF = 1.2;
/** Beyond the frame's lower edge goes what a move must never show the end of. */
const BELOW = 1.22;
const HEADROOM = 0.045;

type Spot = {
  frame: Size;
  format: Format;
  shot: ShotType;
  /** Middle of the head across, in shares of the frame. */
  middle: number;
  /** Share of the frame's height that is free of text. */
  clear: number;
  /** Largest height in frames that fits its column; null: alone. */
  room: number | null;
};

/** Height and top in frames so that the frame cuts at a place that is no joint. */
function cutWell(height: number, top: number): number {
  const shown = (1 - top) / height;
  const cut = CUTS.find(([, to]) => shown <= to) ?? CUTS[2];
  const share = Math.min(cut[1], Math.max(cut[0], shown));
  return (1 - top) / share;
}

function halfFigure({ figure }: Person, format: Format, height: number): Size & { y: number } {
  const top = Math.max(HEADROOM, EYE_LINE[format] - EYES * figure.head * height);
  const good = figure.isWhole ? cutWell(height, top) : Math.max(height, BELOW - top);
  const y = Math.max(HEADROOM - 0.02, EYE_LINE[format] - EYES * figure.head * good);
  return { width: 0, height: Math.max(good, BELOW - y), y };
}

function wholeFigure({ clear, format, shot, room }: Spot): { height: number; y: number } {
  const { height, feet } = WHOLE[shot === 'wide' ? 'wide' : 'near'][format];
  const low = Math.min(feet, clear - 0.015);
  const tall = Math.min(height, room ?? height, low - HEADROOM);
  // Small people of a group stand where a group would, not at the lower edge.
  const lift = shot === 'wide' ? 0 : Math.max(0, (height - tall) * 0.3);
  return { height: tall, y: low - lift - tall };
}

function heightsOf(who: Person, spot: Spot): { height: number; y: number } {
  const { frame, format, shot, room, clear } = spot;
  const { figure, ratio } = who;
  const wide = ratio * frame.height;
  if (shot === 'wide') return wholeFigure(spot);
  if (shot === 'close_up' && room === null) {
    const widest = (WIDEST_HEAD * frame.width) / (figure.headWidth * wide);
    const height = Math.min(CLOSE_HEAD[format] / figure.head, widest);
    const y = Math.max(-0.02, EYE_LINE[format] + 0.02 - EYES * figure.head * height);
    return { height: Math.max(figure.isWhole ? height : 0, BELOW - y, height), y };
  }
  const most = room ?? (WIDEST_HALF * frame.width) / wide;
  const half = halfFigure(who, format, Math.min(HALF[format], most));
  const isBust = !figure.isWhole;
  const fits = half.height <= most * 1.02 || (isBust && room === null);
  const isWellCut = isBust || (1 - half.y) / half.height <= LOWEST_CUT + 0.01;
  const hasTextOver = clear < 1 && !(room === null && format === 'landscape');
  if (fits && isWellCut && !hasTextOver) return half;
  return wholeFigure(spot);
}

/** Where a person stands, and where the face is: eyes on the upper third, head on `middle`. */
export function figureBox(who: Person, spot: Spot): { box: Box; face: Box } {
  const { frame, middle } = spot;
  const { figure, ratio } = who;
  const { height, y } = heightsOf(who, spot);
  const size = { width: height * frame.height * ratio, height: height * frame.height };
  const isHeadLed = spot.room === null && height > 1;
  const centre = isHeadLed ? figure.headX : 0.5;
  let x = middle * frame.width - size.width * centre;
  if (size.width < frame.width * 0.92) {
    const edge = frame.width * 0.03;
    x = Math.min(frame.width - edge - size.width, Math.max(edge, x));
  }
  const box = { x, y: y * frame.height, ...size };
  const face = {
    x: x + (figure.headX - figure.headWidth / 2) * size.width,
    y: box.y,
    width: figure.headWidth * size.width,
    height: figure.head * size.height,
  };
  return { box, face };
}
