import { describe, expect, it } from 'vitest';
import { splitClause, splitSentences } from './sentences.ts';

describe('splitSentences', () => {
  it('keeps abbreviations and scene headings together', () => {
    expect(splitSentences('INT. Lamp room. Dr. Voss waits! “Now?” she asks.\nThen dark')).toEqual([
      'INT. Lamp room.',
      'Dr. Voss waits!',
      '“Now?”',
      'she asks.',
      'Then dark',
    ]);
  });

  it('knows full stops of other scripts', () => {
    expect(splitSentences('猫がいる。雨が降る。')).toEqual(['猫がいる。', '雨が降る。']);
  });
});

describe('splitClause', () => {
  it('cuts at a joint when both parts can stand alone', () => {
    expect(splitClause('The lamp is lit, and the sloop finds its way home.')).toEqual([
      'The lamp is lit.',
      'The sloop finds its way home.',
    ]);
    expect(splitClause('She takes the key and then leaves the room in silence.')).toEqual([
      'She takes the key.',
      'Leaves the room in silence.',
    ]);
    expect(splitClause('Red, and blue.')).toBeNull();
  });
});
