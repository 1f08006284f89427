import { describe, expect, it } from 'vitest';
import { mergedTexts, type OwnTexts } from './merged-texts.ts';

const texts = (given: Partial<OwnTexts>): OwnTexts => ({
  description: '',
  userTags: [],
  reversePrompt: null,
  visualDescription: null,
  ...given,
});

describe('merging what was written about several images', () => {
  it('joins tags without case and puts texts one under the other', () => {
    const merged = mergedTexts(texts({ description: 'Lit from the left.', userTags: ['Sea'] }), [
      texts({ description: 'Oak bench.', userTags: ['sea', 'dusk'], reversePrompt: 'warm light' }),
    ]);
    expect(merged).toEqual({
      description: 'Lit from the left.\n\nOak bench.',
      userTags: ['Sea', 'dusk'],
      reversePrompt: 'warm light',
      visualDescription: null,
    });
  });

  it('says nothing twice, and merging again changes nothing', () => {
    const other = texts({ description: 'Oak bench.' });
    const once = mergedTexts(texts({ description: 'Oak bench. Lit from the left.' }), [other]);
    expect(once.description).toBe('Oak bench. Lit from the left.');
    expect(mergedTexts(once, [other])).toEqual(once);
  });

  it('refuses what would be cut off, counted in code points', () => {
    const long = texts({ description: '🌊'.repeat(2500) });
    expect(() => mergedTexts(long, [texts({ description: '⛵'.repeat(2500) })])).toThrow(/longer than 4000/);
    expect(mergedTexts(long, []).description).toHaveLength(5000);
  });

  it('refuses more tags than an image holds', () => {
    const tags = (from: number) => Array.from({ length: 30 }, (_, i) => `tag ${from + i}`);
    expect(() => mergedTexts(texts({ userTags: tags(0) }), [texts({ userTags: tags(30) })])).toThrow(
      /more than 50 tags/,
    );
  });
});
