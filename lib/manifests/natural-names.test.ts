import { describe, expect, it } from 'vitest';
import { testAsset } from '../engines/local/testing.ts';
import { inSentence, naturalNames } from './natural-names.ts';

const assets = [
  testAsset('CHAR_01', 'Mara'),
  testAsset('CHAR_02', 'Old Tomas'),
  testAsset('CHAR_03', 'Astronaut'),
  testAsset('CHAR_04', 'Mara, turnaround'),
  testAsset('CHAR_05', 'The Captain'),
  testAsset('ENV_01', 'Harbour at dusk'),
  testAsset('ENV_02', 'Skerry light'),
  testAsset('ENV_03', 'Lamp room'),
  testAsset('ENV_04', 'Japanese shop'),
  testAsset('ENV_05', 'Denali'),
  testAsset('ENV_06', "Mara's room"),
  testAsset('OBJ_01', 'Sloop Anneke'),
  testAsset('PROP_01', 'Brass lantern'),
  testAsset('PROP_02', 'Tower Key'),
  testAsset('PROP_03', 'R2-D2'),
];
const written = (text: string, prompt = text) => naturalNames(prompt, assets)(text);

describe('naturalNames', () => {
  it('common nouns take an article, names stay', () => {
    expect(written('She climbs to @ENV_03.')).toBe('She climbs to the lamp room.');
    expect(written('@ENV_01 empties. @CHAR_02 walks with @PROP_01.')).toBe(
      'The harbour at dusk empties. Old Tomas walks with the brass lantern.',
    );
    expect(written('@CHAR_01 gives [PROP_02] to @CHAR_03 on @OBJ_01 near @ENV_05.')).toBe(
      'Mara gives the tower key to the astronaut on Sloop Anneke near Denali.',
    );
    expect(written('In @ENV_04, @ENV_06 and @PROP_03 with @CHAR_05')).toBe(
      "In the Japanese shop, Mara's room and R2-D2 with the Captain",
    );
  });

  it('a word that the prompt writes small is no name', () => {
    expect(written('Out on the skerry @ENV_02 is dark.')).toBe('Out on the skerry the skerry light is dark.');
    expect(written('Then @ENV_02 is dark.')).toBe('Then the Skerry light is dark.');
  });

  it('does not say an article twice', () => {
    expect(written('The @ENV_03, her @PROP_01, an old @PROP_01 and Mara’s @PROP_02')).toBe(
      'The lamp room, her brass lantern, an old brass lantern and Mara’s tower key',
    );
  });

  it('keeps unknown tags, drops the @ of words and the part of a name that says which view', () => {
    expect(written('@CHAR_99 and @CHAR_04 see @mara.')).toBe('@CHAR_99 and Mara see mara.');
  });

  it('leaves names alone in other languages and scripts', () => {
    expect(written('Mara steigt in @ENV_03 und das ist gut.')).toBe(
      'Mara steigt in Lamp room und das ist gut.',
    );
    expect(written('@CHAR_03は歩く。')).toBe('Astronautは歩く。');
  });

  it('names one thing inside a sentence', () => {
    expect(assets.slice(0, 3).map((a) => inSentence(a, naturalNames('', assets)))).toEqual([
      'Mara',
      'Old Tomas',
      'the astronaut',
    ]);
  });
});
