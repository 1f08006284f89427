import { describe, expect, it } from 'vitest';
import { testAsset, testScene } from '../engines/local/testing.ts';
import type { StoryboardScene } from '../schemas/storyboard.ts';
import { pictureChoice, whyLeftOut } from './scene-references.ts';

const MARA = testAsset('CHAR_01', 'Mara');
const HARBOUR = testAsset('ENV_01', 'Harbour');
const GHOST = testAsset('CHAR_09', 'Ghost', { image_hash: null });

const placed = (tags: string[]): StoryboardScene['placements'] =>
  tags.map((tag) => ({
    tag,
    asset_type: 'OTHER',
    name: tag,
    role: 'subject',
    position: 'left',
    action: '',
  }));
const scene = (tags: string[], sent: string[]) =>
  testScene({
    placements: placed(tags),
    references: sent.map((tag) => ({ tag, for: tag, reason: 'medium', chosen_by: 'rule' })),
  });

describe('why a reference goes without an image', () => {
  const film = scene(['ENV_01', 'CHAR_01', 'CHAR_09'], ['ENV_01']);
  it('says that the engine takes no more', () => {
    expect(whyLeftOut(film, MARA, 1)).toMatch(/^the engine takes 1 image;/);
  });
  it('says that it has none, and that a person left it out', () => {
    expect(whyLeftOut(film, GHOST, 1)).toBe('it has no image');
    expect(whyLeftOut(film, MARA, 6)).toBe('it was left out by hand');
  });
  it('is silent about what is sent, not placed, or from before references were chosen', () => {
    expect(whyLeftOut(film, HARBOUR, 1)).toBeNull();
    expect(whyLeftOut(scene(['ENV_01'], ['ENV_01']), MARA, 6)).toBeNull();
    expect(whyLeftOut(scene(['CHAR_01'], []), MARA, 6)).toBeNull();
  });
});

describe('another picture for a reference', () => {
  it('takes the place of the present one', () => {
    expect(pictureChoice(scene(['ENV_01', 'CHAR_01'], ['ENV_01', 'CHAR_01']), 'ENV_01', 'ENV_02', 2)).toEqual(
      [
        { tag: 'ENV_02', for: 'ENV_01' },
        { tag: 'CHAR_01', for: 'CHAR_01' },
      ],
    );
  });
  it('is added for one that goes without, if the engine takes one more', () => {
    const film = scene(['ENV_01', 'CHAR_01'], ['ENV_01']);
    expect(pictureChoice(film, 'CHAR_01', 'CHAR_02', 2)?.at(-1)).toEqual({ tag: 'CHAR_02', for: 'CHAR_01' });
    expect(pictureChoice(film, 'CHAR_01', 'CHAR_02', 1)).toBeNull();
  });
  it('leaves the others with their own where nothing was chosen yet', () => {
    expect(pictureChoice(scene(['ENV_01', 'CHAR_01'], []), 'CHAR_01', 'CHAR_02', 6)).toEqual([
      { tag: 'ENV_01', for: 'ENV_01' },
      { tag: 'CHAR_02', for: 'CHAR_01' },
    ]);
  });
});
