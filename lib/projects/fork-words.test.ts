import { describe, expect, it } from 'vitest';
import type { ForkPreview } from '../schemas/fork.ts';
import { forkTitle } from './fork-title.ts';
import { lossWords, shareWords, touchWords } from './fork-words.ts';

const preview = (scenes_shared: number, rest: Partial<ForkPreview> = {}): ForkPreview => ({
  keeps_storyboard: true,
  anew_because: [],
  scenes_total: 6,
  scenes_shared,
  scenes: [],
  removed_tags: [],
  own_left: 0,
  ...rest,
});

describe('what a fork shares', () => {
  it('is told in one sentence', () => {
    expect(shareWords(preview(6))).toBe('All 6 scenes are shared. Only the film is stitched anew.');
    expect(shareWords(preview(5))).toBe('5 of 6 scenes are shared, 1 is made anew.');
    expect(shareWords(preview(1))).toBe('1 of 6 scenes is shared, 5 are made anew.');
    expect(shareWords(preview(0))).toBe('All 6 scenes are made anew, on the same storyboard.');
  });

  it('names why a storyboard is another one', () => {
    const anew = { keeps_storyboard: false };
    expect(shareWords(preview(0, { ...anew, anew_because: ['prompt', 'seed'] }))).toBe(
      'The storyboard is planned anew, for another prompt and seed: 6 scenes are made.',
    );
    expect(shareWords(preview(0, { ...anew, anew_because: ['no-storyboard'], scenes_total: 1 }))).toBe(
      'There is no storyboard to share yet: 1 scene is made.',
    );
  });

  it('says what does not come along', () => {
    expect(lossWords(preview(6))).toEqual([]);
    expect(lossWords(preview(6, { removed_tags: ['CHAR_02', 'PROP_01'], own_left: 1 }))).toEqual([
      'CHAR_02 and PROP_01 are taken out: the manifest has them no more.',
      '1 own picture stays behind, in the other size.',
    ]);
  });
});

it('scenes that an asset touches are counted from one', () => {
  expect(touchWords({ scenes: [1, 2, 4], redone: [1, 2, 4] })).toBe('Scenes 2, 3 and 5, made anew.');
  expect(touchWords({ scenes: [1], redone: [] })).toBe('Scene 2, whose pictures stay.');
  expect(touchWords({ scenes: [0, 1], redone: [1] })).toBe('Scenes 1 and 2, of which 1 is made anew.');
  expect(touchWords({ scenes: [], redone: [0, 1] })).toBe('Scenes 1 and 2, made anew.');
  expect(touchWords({ scenes: [], redone: [] })).toBe('In no scene of this film.');
});

it('forks are numbered and keep to the length of a title', () => {
  expect(forkTitle('The last lamp')).toBe('The last lamp (Fork)');
  expect(forkTitle('The last lamp (Fork)')).toBe('The last lamp (Fork 2)');
  expect(forkTitle('The last lamp (Fork 9)')).toBe('The last lamp (Fork 10)');
  expect([...forkTitle('𝄞'.repeat(120))]).toHaveLength(120);
});
