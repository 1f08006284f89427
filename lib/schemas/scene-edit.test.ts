import { describe, expect, it } from 'vitest';
import { SCENE_LIMITS, updateSceneSchema, wholeFrames } from './scene-edit.ts';

describe('an edit of a scene', () => {
  it.each([
    [0.5, 0.5],
    [1.01, 1],
    [2.02, 61 / 30],
    [30, 30],
  ])('a length of %d s is %d s of whole frames', (given, kept) => {
    expect(updateSceneSchema.parse({ duration: given })).toEqual({ duration: kept });
    expect((wholeFrames(given) * 30) % 1).toBeCloseTo(0, 9);
  });

  it('leaves out what it does not name', () => {
    expect(updateSceneSchema.parse({})).toEqual({});
    expect(updateSceneSchema.parse({ slug_line: '' })).toEqual({ slug_line: '' });
  });

  it('keeps a slug line on one line', () => {
    expect(updateSceneSchema.parse({ slug_line: 'EXT. QUAY\nNIGHT' })).toEqual({
      slug_line: 'EXT. QUAY NIGHT',
    });
  });

  it.each([
    [{ title: '' }],
    [{ revision: 3 }],
    [{ duration: Number.NaN }],
    [{ duration: 30.01 }],
    [{ description: 'x'.repeat(SCENE_LIMITS.description + 1) }],
    [{ continuity: Array.from({ length: SCENE_LIMITS.continuityNotes + 1 }, () => 'Rain.') }],
    [{ placements: [{ tag: 'mara', role: 'subject', position: 'left' }] }],
    [{ references: [{ tag: 'CHAR_01', for: 'CHAR_01', reason: 'mine' }] }],
    [{ audio: { dialogue: [] } }],
    [{ transition: 'wipe' }],
  ])('refuses %o', (edit) => {
    expect(updateSceneSchema.safeParse(edit).success).toBe(false);
  });
});
