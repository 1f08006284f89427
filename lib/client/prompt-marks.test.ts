import { describe, expect, it } from 'vitest';
import type { Asset } from '#lib/schemas/asset.ts';
import { promptMarks, withAtTags } from './prompt-marks.ts';
import { findMentions, mentionAt } from './prompt-mentions.ts';

const asset = (tag: string, name: string, type: string) =>
  ({
    asset_id: tag,
    manifest_tag: tag,
    name,
    asset_type: type,
    user_tags: [],
    is_primary: false,
    sort_order: 0,
    description: '',
  }) as unknown as Asset;
const ALL = [asset('CHAR_01', 'Mara', 'CHARACTER'), asset('ENV_01', 'Harbour', 'ENVIRONMENT')];

const marks = (prompt: string, caret = prompt.length) =>
  promptMarks(prompt, findMentions(prompt, ALL), mentionAt(prompt, caret))
    .filter((mark) => mark.kind !== 'plain')
    .map(({ text, kind, asset }) => [text, kind, asset?.manifest_tag ?? null]);

describe('the marks of a prompt', () => {
  it('show a tag alike, however it is written', () => {
    expect(marks('@CHAR_01, [CHAR_01], [@CHAR_01] and CHAR_01.')).toEqual(
      ['@CHAR_01', '[CHAR_01]', '[@CHAR_01]', 'CHAR_01'].map((text) => [text, 'tag', 'CHAR_01']),
    );
  });

  it('tell names, mentions in vain and the one being typed apart', () => {
    expect(marks('Mara leaves @PROP_04 and [PROP_05] at the @harbour with @nobody. @li')).toEqual([
      ['Mara', 'name', 'CHAR_01'],
      ['@PROP_04', 'unknown', null],
      ['[PROP_05]', 'unknown', null],
      ['@harbour', 'name', 'ENV_01'],
      ['@nobody', 'unknown', null],
      ['@li', 'typing', null],
    ]);
  });

  it.each(['', 'plain', '@CHAR_01', 'a\n\n@CHAR_01\n', '@CHAR_01@ENV_01 [CHAR_01', '🏮 @CHAR_01 é'])(
    'put together are the prompt again: %j',
    (prompt) => {
      const all = promptMarks(prompt, findMentions(prompt, ALL), mentionAt(prompt, prompt.length));
      expect(all.map((mark) => mark.text).join('')).toBe(prompt);
    },
  );
});

it('pasted tags in brackets become mentions, and nothing else changes', () => {
  expect(withAtTags('[CHAR_01] and [@ENV_01], [char_02]')).toBe('@CHAR_01 and @ENV_01, @char_02');
  expect(withAtTags('[CHAR_01]s, [1], CHAR_01, [see CHAR_01]')).toBe(
    '[CHAR_01]s, [1], CHAR_01, [see CHAR_01]',
  );
});
