import { describe, expect, it } from 'vitest';
import { splitClause, splitSentences } from './sentences.ts';

describe('splitSentences', () => {
  it('keeps abbreviations and scene headings together, and a quote with who says it', () => {
    expect(splitSentences('INT. Lamp room. Dr. Voss waits! “Now?” she asks.\nThen dark')).toEqual([
      'INT. Lamp room.',
      'Dr. Voss waits!',
      '“Now?” she asks.',
      'Then dark',
    ]);
  });

  it.each([
    ['Mr. and Mrs. Hale stop at St. Mary’s, e.g. by bus. They wait.', 2],
    ['At 6.30 a.m. the lamp, 3.5 m tall, is lit. It burns.', 2],
    ['She left at 9 p.m. The door is shut.', 2],
    ['J. K. Moss paints. No. 5 is red. No. It is blue.', 4],
    ['Wait... what? Wait! Really?! Yes…', 4],
    ['the cat wakes. it looks at the sea. then it sleeps.', 3],
  ])('%s', (text, count) => {
    expect(splitSentences(text)).toHaveLength(count);
  });

  it('drops the numbers of a list in one line, and no other numbers', () => {
    expect(splitSentences('1. Mara wakes. 2. She runs to pier 7. 3) The boat is gone.')).toEqual([
      'Mara wakes.',
      'She runs to pier 7.',
      'The boat is gone.',
    ]);
    expect(splitSentences('It is 1987. The war is over.')).toEqual(['It is 1987.', 'The war is over.']);
  });

  it('does not tear a quote, nor from its speaker, whatever the marks', () => {
    expect(
      splitSentences('“Run. Now!” Mara shouts. Tomas turns. "Only me. Do not fear." She laughs.'),
    ).toEqual(['“Run. Now!” Mara shouts.', 'Tomas turns. "Only me. Do not fear."', 'She laughs.']);
    expect(splitSentences('»Komm! Schnell!« ruft Mara. Er geht.')).toEqual([
      '»Komm! Schnell!« ruft Mara.',
      'Er geht.',
    ]);
    expect(splitSentences('« Viens. Vite ! » dit Mara. Il part.')).toEqual([
      '« Viens. Vite ! » dit Mara.',
      'Il part.',
    ]);
  });

  it('knows full stops of other scripts', () => {
    expect(splitSentences('猫がいる。雨が降る。「行こう。早く。」と言った。')).toEqual([
      '猫がいる。',
      '雨が降る。',
      '「行こう。早く。」と言った。',
    ]);
  });

  it('a wrapped line goes on, a line of verse ends', () => {
    expect(
      splitSentences(
        'The harbour empties as the light fails and everyone\ngoes home.\nGrey is the sea,\ngone are the gulls',
      ),
    ).toEqual([
      'The harbour empties as the light fails and everyone goes home.',
      'Grey is the sea,',
      'gone are the gulls',
    ]);
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

  it('does not cut what is quoted', () => {
    expect(splitClause('“We wait here, and then we go home,” says Mara.')).toBeNull();
  });
});
