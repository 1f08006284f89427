import { describe, expect, it } from 'vitest';
import { findMentions } from '../../../manifests/mentions.ts';
import { testAsset } from '../testing.ts';
import { findLines } from './dialogue.ts';

const assets = [
  testAsset('CHAR_01', 'Mara'),
  testAsset('CHAR_02', 'Old Tomas', { sort_order: 1 }),
  testAsset('PROP_01', 'Key'),
];
const lines = (text: string, she = assets[0]) =>
  findLines(text, {
    mentions: findMentions(text, assets),
    meantBy: (p) => (/^she$/i.test(p) ? she : undefined),
  }).map(({ speaker, text: said }) => [speaker?.manifest_tag ?? null, said]);

describe('findLines', () => {
  it.each([
    ['“Who is there?” asks Mara.', 'CHAR_01', 'Who is there?'],
    ['Mara says to Old Tomas, "We must go."', 'CHAR_01', 'We must go.'],
    ['Mara looks at Tomas. ‘Don’t go,’ she whispers.', 'CHAR_01', 'Don’t go.'],
    ['« Il pleut encore », dit Mara.', 'CHAR_01', 'Il pleut encore'],
    ['»Komm herunter!«, ruft Old Tomas.', 'CHAR_02', 'Komm herunter!'],
    ['„Ich komme“, antwortet Mara.', 'CHAR_01', 'Ich komme'],
    ['「行こう。」とMaraが言った。', 'CHAR_01', '行こう。'],
    ["Tomas nods: 'She is gone.'", 'CHAR_02', 'She is gone.'],
    ['Mara takes the key. “Now.”', 'CHAR_01', 'Now.'],
    ['Mara says: we wait', 'CHAR_01', 'We wait'],
    ['Mara says we should go.', 'CHAR_01', 'We should go.'],
    ['Old Tomas whispers goodbye.', 'CHAR_02', 'Goodbye.'],
  ])('%s', (text, speaker, said) => {
    expect(lines(text)).toEqual([[speaker, said]]);
  });

  it('a line that is broken by who says it is one line, two speakers are two', () => {
    expect(lines('“We wait,” says Mara, “and then we go.”')).toEqual([
      ['CHAR_01', 'We wait, and then we go.'],
    ]);
    expect(lines('“Go!” shouts Mara. “No!” shouts Tomas.')).toEqual([
      ['CHAR_01', 'Go!'],
      ['CHAR_02', 'No!'],
    ]);
  });

  it('a voice that nobody is named for has no speaker', () => {
    expect(lines('“Is anybody there?”')).toEqual([[null, 'Is anybody there?']]);
  });

  it.each([
    'The sign says “Closed”.',
    'A boat called “Anneke” sails.',
    'Title: “Good morning, Earth.”',
    'Mara asks Tomas to wait.',
    'Mara says that it is late.',
    'The dogs’ bowls and Mara’s key.',
  ])('says nothing: %s', (text) => {
    expect(lines(text)).toEqual([]);
  });
});
