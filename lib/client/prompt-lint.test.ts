import { describe, expect, it } from 'vitest';
import type { Asset } from '#lib/schemas/asset.ts';
import type { RetiredTag } from '#lib/schemas/film-plan.ts';
import { lintPrompt, nameToTag } from './prompt-lint.ts';
import { findMentions } from './prompt-mentions.ts';

const asset = (tag: string, name: string, type: string, extra: object = {}) =>
  ({
    asset_id: tag,
    manifest_tag: tag,
    name,
    asset_type: type,
    user_tags: [],
    is_primary: false,
    sort_order: 0,
    description: '',
    view_of_asset_id: null,
    thumbnail_url: '/api/blobs/x?w=320',
    ...extra,
  }) as unknown as Asset;

const MARA = asset('CHAR_01', 'Mara', 'CHARACTER');
const TOWER_KEY = asset('PROP_02', 'Tower key', 'PROP');
const OIL_CAN = asset('PROP_03', 'Oil can', 'PROP', { thumbnail_url: null });
const STYLE = asset('STYLE_01', 'Gouache', 'STYLE');
const ALL = [MARA, TOWER_KEY, OIL_CAN, STYLE];

const lint = (prompt: string, assets = ALL, retired: RetiredTag[] = []) =>
  lintPrompt({ mentions: findMentions(prompt, assets), assets, retired });
const EVERYTHING = '@CHAR_01 with @PROP_02 and @PROP_03.';

describe('the notes on a prompt', () => {
  it('name a tag that no asset has, with the likeliest one', () => {
    expect(lint('@CHAR_01 looks for @PROP_09.')[0]).toEqual({
      code: 'unknown-tag',
      word: 'PROP_09',
      fix: TOWER_KEY,
    });
  });

  it('tell a retired tag from one that never was, and what its asset is called now', () => {
    const retired = [{ manifest_tag: 'OBJ_01', version: 3, now: 'PROP_03' }];
    expect(lint('@CHAR_01 with @OBJ_01 and @OBJ_07.', ALL, retired).slice(0, 2)).toEqual([
      { code: 'retired-tag', word: 'OBJ_01', version: 3, fix: OIL_CAN },
      { code: 'unknown-tag', word: 'OBJ_07', fix: null },
    ]);
  });

  it('offer another of the series for a retired tag whose asset is gone', () => {
    const retired = [{ manifest_tag: 'PROP_01', version: null, now: null }];
    expect(lint('@PROP_01 is lost.', ALL, retired)[0]).toMatchObject({ code: 'retired-tag', fix: TOWER_KEY });
  });

  it('name what is mentioned and has no image, styles too, and nothing that is not mentioned', () => {
    const bare = [MARA, OIL_CAN, { ...STYLE, thumbnail_url: null } as Asset];
    const without = (prompt: string) =>
      lint(prompt, bare).flatMap((note) => (note.code === 'no-image' ? [note.asset.manifest_tag] : []));
    expect(without('The oil can.')).toEqual(['PROP_03', 'STYLE_01']);
    expect(without('Mara.')).toEqual(['STYLE_01']);
  });

  it('ask which one is meant when a written name has two owners', () => {
    const twin = asset('CHAR_02', 'mara', 'CHARACTER');
    const assets = [MARA, twin];
    expect(lint('Mara waits.', assets)).toContainEqual({
      code: 'same-name',
      name: 'Mara',
      meant: MARA,
      others: [twin],
    });
    expect(lint('@CHAR_01 meets @CHAR_02.', assets).map((note) => note.code)).not.toContain('same-name');
    const view = asset('CHAR_03', 'Mara', 'CHARACTER', { view_of_asset_id: 'CHAR_01' });
    expect(lint('Mara waits.', [MARA, view]).map((note) => note.code)).not.toContain('same-name');
  });

  it('end with what the prompt leaves out', () => {
    expect(lint('Mara waits.').at(-1)).toEqual({
      code: 'not-mentioned',
      assets: [TOWER_KEY, OIL_CAN],
      styles: [STYLE],
    });
    const noStyle = [MARA, TOWER_KEY];
    expect(lint('@CHAR_01 with @PROP_02.', noStyle)).toEqual([]);
    expect(lint(EVERYTHING).at(-1)).toMatchObject({ code: 'not-mentioned', assets: [] });
  });
});

it('a name that two have becomes the tag that is meant, everywhere and nowhere else', () => {
  const prompt = 'Mara waits. “Mara”, says @CHAR_01.';
  expect(nameToTag(prompt, findMentions(prompt, ALL), MARA, 'CHAR_02')).toBe(
    '@CHAR_02 waits. “@CHAR_02”, says @CHAR_01.',
  );
});
