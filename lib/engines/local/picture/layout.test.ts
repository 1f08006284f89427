import { describe, expect, it } from 'vitest';
import { ASPECT_RATIOS, FRAME_SIZES } from '../../../schemas/project.ts';
import { CAMERA_MOVES, type Placement, SHOT_TYPES } from '../../../schemas/storyboard.ts';
import { testScene } from '../testing.ts';
import { type Box, type Camera, cameraAt, MIDDLE, seen } from './camera.ts';
import { captionBlock } from './captions.ts';
import { freeThird } from './clear-text.ts';
import { fitToMove, sweptBy } from './fit-move.ts';
import { standsOf } from './layout.ts';
import type { Shape, Stand } from './stand.ts';
import { PLAIN, variationOf } from './variation.ts';

const figure = { head: 0.2, headX: 0.48, headWidth: 0.4, isWhole: true };
const SHAPES: Record<string, Shape> = {
  person: { width: 500, height: 1100, isCutOut: true, isPerson: true, figure, focus: null },
  child: {
    width: 520,
    height: 1000,
    isCutOut: true,
    isPerson: true,
    figure: { ...figure, head: 0.3, headWidth: 0.5 },
    focus: null,
  },
  bust: {
    width: 800,
    height: 1000,
    isCutOut: true,
    isPerson: true,
    figure: { head: 0.5, headX: 0.5, headWidth: 0.5, isWhole: false },
    focus: null,
  },
  photo: {
    width: 1000,
    height: 1000,
    isCutOut: false,
    isPerson: true,
    figure: null,
    focus: { x: 0.2, y: 0.1, width: 0.6, height: 0.8 },
  },
  wide: { width: 1600, height: 900, isCutOut: false, isPerson: false, figure: null, focus: null },
  key: { width: 800, height: 300, isCutOut: true, isPerson: false, figure: null, focus: null },
  lantern: { width: 300, height: 500, isCutOut: true, isPerson: false, figure: null, focus: null },
};
const GROUPS = [
  ['person'],
  ['bust'],
  ['photo'],
  ['wide'],
  ['key'],
  ['person', 'child'],
  ['person', 'lantern'],
  ['photo', 'wide'],
  ['photo', 'person'],
  ['person', 'child', 'key'],
  ['person', 'child', 'person'],
  ['photo', 'wide', 'photo'],
  ['lantern', 'key', 'photo'],
];
const POSITIONS: Placement['position'][] = ['left', 'right', 'centre'];
const text =
  'Inside the lamp room the storm beats on the windows while she waits for the boat that does not come.';

const overlaps = (a: Box, b: Box) =>
  Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 1 &&
  Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 1;

/** Where the text begins: the same for every shot with this sentence. */
const TEXT_TOP = Object.fromEntries(
  ASPECT_RATIOS.map((ratio) => {
    const frame = FRAME_SIZES[ratio];
    return [ratio, captionBlock(testScene({ description: text }), frame).top / frame.height];
  }),
);

const cases = ASPECT_RATIOS.flatMap((ratio) =>
  SHOT_TYPES.flatMap((shot) => GROUPS.map((group) => ({ ratio, shot, group }))),
);

describe.each(cases)('$group in a $shot at $ratio', ({ ratio, shot, group }) => {
  const frame = FRAME_SIZES[ratio];
  const subjects = group.map((name, i) => ({
    shape: SHAPES[name] as Shape,
    position: POSITIONS[i] ?? ('left' as const),
  }));
  const laidOut = (clear: number) => standsOf(subjects, shot, frame, clear);
  const shown = (stands: (Stand | null)[]) => stands.filter((s) => s !== null);

  it('overlaps nobody and warps nothing', () => {
    const stands = laidOut(1);
    for (const [i, stand] of stands.entries()) {
      const shape = SHAPES[group[i] ?? ''];
      if (!stand || !shape) continue;
      const part = stand.crop ?? shape;
      expect(stand.box.width / stand.box.height).toBeCloseTo(part.width / part.height, 1);
      for (const other of shown(stands).filter((s) => s !== stand))
        expect(overlaps(stand.box, other.box)).toBe(false);
    }
    expect(shown(stands).length > 0 || shot === 'wide').toBe(true);
  });

  it('keeps panels and whole figures in the frame, and off the text, in every move and take', () => {
    for (const move of CAMERA_MOVES) {
      for (const seed of [null, 1, 2, 3]) {
        const top = TEXT_TOP[ratio] ?? 0;
        const variation = variationOf(seed);
        const filmed = { move, seconds: 6, variation, centre: MIDDLE, frame };
        for (const bottom of [0.985, top - 0.012]) {
          const stands = fitToMove(laidOut(bottom > 0.98 ? 1 : bottom), filmed, {
            top: 0.02,
            bottom,
            side: 0.02,
          });
          const free = freeThird(shown(stands), frame);
          for (const stand of shown(stands)) {
            if (stand.kind === 'fill') continue;
            const swept = sweptBy(stand.keepClear, stand.rate, filmed);
            const isBeside = free && (free.from >= swept.right || free.to <= swept.left);
            if (!isBeside) expect(swept.bottom).toBeLessThan(bottom + 0.005);
            if (stand.keepClear !== stand.box) continue;
            expect(swept.top).toBeGreaterThan(0.01);
            expect(Math.min(swept.left, 1 - swept.right)).toBeGreaterThan(0.01);
          }
        }
      }
    }
  });
});

describe('framing of people', () => {
  const frame = FRAME_SIZES['16:9'];
  const one = (name: string, shot: (typeof SHOT_TYPES)[number]) =>
    standsOf([{ shape: SHAPES[name] as Shape, position: 'left' }], shot, frame)[0] as Stand;

  it.each(['person', 'child'])('puts the eyes of a %s on the upper third and cuts at no joint', (name) => {
    for (const shot of ['medium', 'close_up'] as const) {
      const { box, keepClear } = one(name, shot);
      const eyes = (keepClear.y + keepClear.height * 0.6) / frame.height;
      expect(eyes).toBeGreaterThan(0.2);
      expect(eyes).toBeLessThan(0.46);
      const cut = (frame.height - box.y) / box.height;
      // Neck 0.13 to 0.19 of a grown person, knees 0.7 to 0.77, ankles 0.93.
      expect(cut > 0.2 && cut < 0.68).toBe(true);
    }
    expect(one(name, 'close_up').keepClear.height).toBeGreaterThan(
      one(name, 'medium').keepClear.height * 1.25,
    );
  });

  it('levels the eyes of two', () => {
    const pair = standsOf(
      [
        { shape: SHAPES.person as Shape, position: 'left' },
        { shape: SHAPES.child as Shape, position: 'right' },
      ],
      'two_shot',
      frame,
    );
    const eyes = pair.map((s) => ((s?.keepClear.y ?? 0) + (s?.keepClear.height ?? 0) * 0.6) / frame.height);
    expect(Math.abs((eyes[0] ?? 0) - (eyes[1] ?? 1))).toBeLessThan(0.03);
  });

  it('never shows where a bust ends', () => {
    const { box } = one('bust', 'medium');
    expect(box.y + box.height).toBeGreaterThan(frame.height * 1.15);
  });
});

describe('the camera', () => {
  const speeds = (variation = PLAIN) => {
    const at = (n: number): Camera => cameraAt('pan_right', n / 149, 5, variation);
    return Array.from({ length: 149 }, (_, n) => at(n + 1).x - at(n).x);
  };

  it('starts and stops without a jerk and is never fast', () => {
    for (const variation of [PLAIN, variationOf(3)]) {
      const steps = speeds(variation).map(Math.abs);
      const fastest = Math.max(...steps);
      expect(Math.max(steps[0] ?? 1, steps.at(-1) ?? 1)).toBeLessThan(fastest / 50);
      for (let n = 1; n < steps.length; n += 1)
        expect(Math.abs((steps[n] ?? 0) - (steps[n - 1] ?? 0))).toBeLessThan(fastest / 12);
      // A frame width in no less than 15 seconds.
      expect(fastest * 30).toBeLessThan(1 / 15);
    }
  });

  it('is another in each take, and the same again for its seed', () => {
    expect(variationOf(null)).toBe(PLAIN);
    expect(variationOf(5)).toEqual(variationOf(5));
    const frame = { width: 1280, height: 720 };
    const box = { x: 300, y: 200, width: 200, height: 200 };
    const ends = [null, 1, 2, 3, 4].map((seed) => {
      const variation = variationOf(seed);
      return seen(box, 1.4, cameraAt('push_in', 1, 5, variation), frame, {
        x: 0.5 + variation.focus.x,
        y: 0.5,
      });
    });
    for (const [i, a] of ends.entries())
      for (const b of ends.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.width - b.width)).toBeGreaterThan(3);
  });
});
