import { describe, expect, it } from 'vitest';
import { readPrompt } from './read-prompt.ts';

const read = (prompt: string) =>
  readPrompt(prompt, { isSpeaker: (name) => /^(?:mara|old tomas|tomas|@?char_01)$/i.test(name) });
const texts = (prompt: string) => read(prompt).map((u) => u.text);

const SCREENPLAY = `FADE IN:

1. EXT. HARBOUR - DUSK

Rain. MARA walks.

OLD TOMAS (O.S.)
(quietly)
The light is out.
Nobody goes there.

MARA
Then I'll go.

CUT TO:

INT./EXT. TOWER - NIGHT

She climbs.

MATCH CUT TO:
INT. LAMP ROOM - CONTINUOUS
INT. KITCHEN, MORNING

THE END`;

describe('readPrompt', () => {
  it('takes headings, transitions and the end of a screenplay for what they are', () => {
    const units = read(SCREENPLAY);
    expect(units.map((u) => u.text)).toEqual([
      'Rain.',
      'MARA walks.',
      'Old Tomas: “The light is out. Nobody goes there.”',
      "Mara: “Then I'll go.”",
      'She climbs.',
      'Lamp Room.',
      'Kitchen.',
    ]);
    expect(units.map((u) => [u.heading?.place, u.heading?.time, u.heading?.isInterior])).toEqual([
      ...Array.from({ length: 4 }, () => ['HARBOUR', 'DUSK', false]),
      ['TOWER', 'NIGHT', null],
      ['LAMP ROOM', null, true],
      ['KITCHEN', 'MORNING', true],
    ]);
    expect(units.map((u) => u.transition)).toEqual(['dissolve', null, null, null, 'cut', 'match_cut', null]);
    expect(units[2]).toMatchObject({ speaker: 'OLD TOMAS', line: 'The light is out. Nobody goes there.' });
  });

  it.each([
    ['INT. KITCHEN - NIGHT Mara cooks.', ['Mara cooks.'], 'KITCHEN'],
    ['Int. Kitchen – night. Mara cooks.', ['Mara cooks.'], 'Kitchen'],
    ['EXT. @ENV_01 - DUSK A boat sails.', ['A boat sails.'], '@ENV_01'],
    ['Mara runs. INT. KITCHEN - NIGHT. She stops.', ['Mara runs.', 'She stops.'], 'KITCHEN'],
  ])('a heading inside a line: %s', (prompt, sentences, place) => {
    expect(texts(prompt)).toEqual(sentences);
    expect(read(prompt).at(-1)?.heading?.place).toBe(place);
  });

  it('a word that only begins like a heading is none', () => {
    expect(texts('Exterior walls crumble. Internal doubt. Int is short.')).toHaveLength(3);
    expect(read('INTERNAL AFFAIRS').every((u) => u.heading === null)).toBe(true);
  });

  it('strips the marks of lists and keeps their items apart', () => {
    const units = read(
      '1. Mara wakes. She runs.\n2) The sea.\n- A boat.\n* A bell.\nScene 5: Night.\n• 3 gulls.',
    );
    expect(units.map((u) => u.text)).toEqual([
      'Mara wakes.',
      'She runs.',
      'The sea.',
      'A boat.',
      'A bell.',
      'Night.',
      '3 gulls.',
    ]);
    expect(new Set(units.map((u) => u.item)).size).toBe(6);
  });

  it('reads lines of dialogue with a name before a colon, several in a line, and goes on telling after them', () => {
    expect(
      read('MARA: Who is there? TOMAS (softly): Only me. Mara: Come in. Tomas sits down.').map((u) => [
        u.speaker,
        u.line,
      ]),
    ).toEqual([
      ['MARA', 'Who is there?'],
      ['TOMAS', 'Only me.'],
      ['Mara', 'Come in.'],
      [null, null],
    ]);
    expect(read('@CHAR_01: “Hello.”')[0]).toMatchObject({ speaker: '@CHAR_01', line: 'Hello.' });
    expect(read('STRANGER: Hello.')[0]).toMatchObject({ speaker: 'STRANGER', line: 'Hello.' });
    expect(read('Remember: the lamp is out.')[0]).toMatchObject({ speaker: null, line: null });
  });

  it('directions for sound and notes are no sentences', () => {
    const units = read(
      'Title: The Lamp\nStyle: noir\nMusic: a lone cello\nSFX: gulls, a bell\nMara walks. Music: drums. She runs. The camera pulls out.',
    );
    expect(units.map((u) => u.text)).toEqual(['Mara walks.', 'She runs. The camera pulls out.']);
    expect(units[0]).toMatchObject({ music: 'a lone cello', effects: ['gulls', 'a bell'] });
    expect(units[1]?.music).toBe('drums');
  });

  it('never comes back empty', () => {
    for (const prompt of [
      'x',
      'CUT TO:',
      '…',
      '🎬',
      'INT. KITCHEN',
      '   \n\n ',
      '1.',
      'THE END',
      '“',
      'MARA\n',
    ])
      expect(read(prompt).length, prompt).toBeGreaterThan(0);
  });
});
