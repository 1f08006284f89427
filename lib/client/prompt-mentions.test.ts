import { describe, expect, it } from 'vitest';
import type { Asset, AssetType } from '#lib/schemas/asset.ts';
import { findMentions, mentionAt, replaceMention, suggestFix, suggestMentions } from './prompt-mentions.ts';

const asset = (tag: string, name: string, type: AssetType, userTags: string[] = []) =>
  ({
    manifest_tag: tag,
    name,
    asset_type: type,
    user_tags: userTags,
    is_primary: false,
    sort_order: 0,
    description: name === 'Lamp room' ? 'The great lens at its heart.' : '',
  }) as unknown as Asset;

const MARA = asset('CHAR_01', 'Mara', 'CHARACTER', ['keeper']);
const HARBOUR = asset('ENV_01', 'Harbour at dusk', 'ENVIRONMENT');
const LAMP_ROOM = asset('ENV_03', 'Lamp room', 'ENVIRONMENT');
const LANTERN = asset('PROP_01', 'Brass lantern', 'PROP');
const STYLE = asset('STYLE_01', 'Gouache', 'STYLE');
const ALL = [MARA, HARBOUR, LAMP_ROOM, LANTERN, STYLE];
const tags = (list: readonly Asset[]) => list.map((each) => each.manifest_tag);

describe('the mentions of a prompt', () => {
  it('are found by tag, by name in any case and by user tag, in order of mention', () => {
    const { found } = findMentions('@PROP_01 glows. mara runs to the LAMP ROOM with a lantern.', ALL);
    expect(tags(found)).toEqual(['PROP_01', 'CHAR_01', 'ENV_03']);
  });

  it('are whole words only', () => {
    expect(tags(findMentions('Marathon in CHAR_011, xCHAR_01.', ALL).found)).toEqual([]);
    expect(tags(findMentions('The keeper waits.', ALL).found)).toEqual(['CHAR_01']);
  });

  it('are found beside punctuation and in other scripts', () => {
    const cafe = asset('ENV_02', 'Café Ölsund', 'ENVIRONMENT');
    expect(tags(findMentions('“café ölsund”, (Mara)', [cafe, MARA]).found)).toEqual(['ENV_02', 'CHAR_01']);
  });

  it('treat pattern characters in a name as characters', () => {
    const odd = asset('OBJ_01', 'Box (v1.0) [a]', 'OBJECT');
    expect(tags(findMentions('A box (v1.0) [a] falls', [odd]).found)).toEqual(['OBJ_01']);
    expect(tags(findMentions('A box v1x0 a falls', [odd]).found)).toEqual([]);
  });

  it('point out tags and @words that the manifest does not have, once each', () => {
    const { unknown } = findMentions('@PROP_04 and PROP_04, @lamplight, @Lamp room, @mara.', ALL);
    expect(unknown).toEqual(['PROP_04', 'lamplight']);
  });

  it('leave a word alone that is still being typed', () => {
    expect(findMentions('She climbs to @lam', ALL).unknown).toEqual([]);
    expect(findMentions('She climbs to @lam.', ALL).unknown).toEqual(['lam']);
  });

  it('do not take an e-mail address for a mention', () => {
    expect(findMentions('Write to a@b.example', ALL).unknown).toEqual([]);
  });

  it('leave styles out of what is not mentioned', () => {
    const mentions = findMentions('Mara waits.', ALL);
    expect(tags(mentions.unmentioned)).toEqual(['ENV_01', 'ENV_03', 'PROP_01']);
    expect(tags(mentions.styles)).toEqual(['STYLE_01']);
  });
});

describe('completing a mention', () => {
  it('begins at an @ before the caret and ends at a space', () => {
    expect(mentionAt('climbs to @lam and', 14)).toEqual({ from: 10, text: 'lam' });
    expect(mentionAt('climbs to @lam and', 15)).toBeNull();
    expect(mentionAt('a@lam', 5)).toBeNull();
  });

  it('puts names that begin with the text before descriptions that hold it', () => {
    expect(tags(suggestMentions('la', ALL))).toEqual(['ENV_03', 'PROP_01']);
    expect(tags(suggestMentions('lens', ALL))).toEqual(['ENV_03']);
    expect(tags(suggestMentions('char', ALL))).toEqual(['CHAR_01']);
    expect(suggestMentions('zzz', ALL)).toEqual([]);
  });
});

describe('mending a mention in vain', () => {
  it('offers an asset of the same series or of a similar name', () => {
    const mentions = findMentions('@PROP_04 in the @lampp', ALL);
    expect(suggestFix('PROP_04', mentions)?.manifest_tag).toBe('PROP_01');
    expect(suggestFix('lampp', mentions)?.manifest_tag).toBe('ENV_03');
    expect(suggestFix('OTHER_09', mentions)).toBeNull();
  });

  it('replaces every place of it and nothing that only begins alike', () => {
    expect(replaceMention('@PROP_04, PROP_04 and PROP_041', 'PROP_04', 'PROP_01')).toBe(
      '@PROP_01, @PROP_01 and PROP_041',
    );
  });
});
