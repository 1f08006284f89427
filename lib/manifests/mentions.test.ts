import { describe, expect, it } from 'vitest';
import { testAsset } from '../engines/local/testing.ts';
import { findMentions, withNames } from './mentions.ts';

const assets = [
  testAsset('CHAR_01', 'Mara', { user_tags: ['lead'] }),
  testAsset('CHAR_03', 'Mara, turnaround', { user_tags: ['lead'], sort_order: 1 }),
  testAsset('CHAR_02', 'Old Tomas', { sort_order: 2 }),
  testAsset('ENV_03', 'Lamp room', { sort_order: 3 }),
  testAsset('PROP_01', 'Brass lantern', { sort_order: 4 }),
  testAsset('PROP_02', 'Tower key', { user_tags: ['iron thing'], sort_order: 5 }),
];
const tags = (text: string) => findMentions(text, assets).map((m) => m.asset.manifest_tag);

describe('findMentions', () => {
  it('finds tags, names and user tags in the order of the text, in any case', () => {
    expect(tags('The iron thing lies by [PROP_01]; @CHAR_02 and MARA wait.')).toEqual([
      'PROP_02',
      'PROP_01',
      'CHAR_02',
      'CHAR_01',
    ]);
  });

  it('finds plurals and possessives, but only whole words', () => {
    expect(tags("Two lanterns. Tomas's hat.")).toEqual(['PROP_01', 'CHAR_02']);
    expect(tags('A marathon. Marathons.')).toEqual([]);
  });

  it('takes the last word of a thing for it, never an adjective', () => {
    expect(tags('The brass door of the tower.')).toEqual([]);
    expect(tags('The key turns.')).toEqual(['PROP_02']);
  });

  describe('of a subject with several views', () => {
    const mara = testAsset('CHAR_01', 'Mara', { user_tags: ['the girl'], view: 'front' });
    const side = testAsset('CHAR_02', 'Mara, side', {
      view: 'side',
      view_of: 'CHAR_01',
      user_tags: ['the girl'],
    });
    const group = (primary: string) =>
      [mara, side].map((a) => ({ ...a, is_primary: a.manifest_tag === primary }));
    const meant = (text: string, primary = '') =>
      findMentions(text, group(primary)).map((m) => m.asset.manifest_tag);

    it('its name, a part, a label and the tag of its leader mean it once, as its primary reference', () => {
      for (const text of ['Mara waits.', 'The girl waits.', '@CHAR_01 waits.']) {
        expect(meant(text)).toEqual(['CHAR_01']);
        expect(meant(text, 'CHAR_02')).toEqual(['CHAR_02']);
      }
    });

    it('the tag or name of a view means that view, whichever is primary', () => {
      expect(meant('@CHAR_02 turns. Mara, side.', 'CHAR_01')).toEqual(['CHAR_02', 'CHAR_02']);
    });
  });

  it('does not guess between two assets with the same part', () => {
    const twins = [testAsset('PROP_01', 'Red key'), testAsset('PROP_02', 'Blue key')];
    expect(findMentions('The key turns.', twins)).toEqual([]);
  });
});

describe('withNames', () => {
  it('writes known tags as names and leaves unknown ones', () => {
    expect(withNames('@CHAR_01 gives [PROP_02] to @CHAR_77.', assets)).toBe(
      'Mara gives Tower key to @CHAR_77.',
    );
  });
});

describe('names of every kind', () => {
  const named = (name: string, text: string) =>
    findMentions(text, [testAsset('OBJ_01', name)]).map((m) => text.slice(m.start, m.end));

  it('any character may stand in a name', () => {
    expect(named('R2-D2', 'The R2-D2 rolls.')).toEqual(['R2-D2']);
    const punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';
    expect(named(`a${punctuation}b`, `One a${punctuation}b here.`)).toEqual([`a${punctuation}b`]);
  });
  it('a script without spaces needs none around a name', () => {
    expect(named('猫', '東京の猫が歩く。')).toEqual(['猫']);
    expect(named('Кот', 'Скот идёт')).toEqual([]);
  });
  it('an e-mail address names nobody', () => {
    expect(named('Harbour', 'Write to mara@harbour.org, or harbour@example.org.')).toEqual([]);
    expect(named('Harbour', 'Mail @harbour.')).toEqual(['@harbour']);
  });
});

describe('names that are everyday words', () => {
  const meant = (text: string, ...named: [tag: string, name: string][]) =>
    findMentions(
      text,
      named.map(([tag, name]) => testAsset(tag, name)),
    ).map((m) => text.slice(m.start, m.end));

  it('a person called Will or May is not every such word', () => {
    const will = ['CHAR_01', 'Will'] as [string, string];
    expect(meant('They will go, and will she? Will they come? The will is read.', will)).toEqual([]);
    expect(meant('Will walks in. Then Will and Will’s dog sit. Will, of course. WILL: Hello.', will)).toEqual(
      ['Will', 'Will', 'Will’s', 'WILL'],
    );
    const may = ['CHAR_01', 'May'] as [string, string];
    expect(meant('It may rain in May. May the best win. Here comes May, and May smiles.', may)).toHaveLength(
      2,
    );
  });

  it('a thing or place called Light is meant with an @ or a capital inside a sentence', () => {
    const light = ['OBJ_01', 'Light'] as [string, string];
    expect(meant('Light fills the room as the light fails, light as air.', light)).toEqual([]);
    expect(meant('She lifts the Light and @light and @OBJ_01.', light)).toEqual([
      'Light',
      '@light',
      '@OBJ_01',
    ]);
  });

  it('a thing whose word is a verb is meant where no verb can stand', () => {
    const watch = ['PROP_01', 'Watch'] as [string, string];
    expect(meant('They watch. She wants to watch. A gold watch and his watch.', watch)).toEqual([
      'watch',
      'watch',
    ]);
  });

  it('other one-word names are found in any case', () => {
    expect(meant('The cat and a coffee.', ['CHAR_01', 'Cat'], ['PROP_01', 'Coffee'])).toEqual([
      'cat',
      'coffee',
    ]);
  });
});
