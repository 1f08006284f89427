import { expect, it } from 'vitest';
import { lineSchema } from '../schemas/text.ts';
import { titleFromPrompt } from './film-title.ts';

it('a film is called by the first sentence of its prompt', () => {
  expect(titleFromPrompt('Mara lights the lamp. Then she leaves.')).toBe('Mara lights the lamp');
  const mara = { manifest_tag: 'CHAR_01', name: 'Mara' };
  expect(titleFromPrompt('@CHAR_01 waits\nat the  harbour', [mara])).toBe('Mara waits at the harbour');
  expect(titleFromPrompt('[char_01] meets @CHAR_02.', [mara])).toBe('Mara meets CHAR_02');
});

it('a long sentence is cut between words', () => {
  expect(titleFromPrompt('The valley below the mountain, early light over all of it')).toBe(
    'The valley below the mountain, early light over…',
  );
});

it('whatever the prompt, the title is a line that a film may have', () => {
  for (const prompt of ['…', '...', '😀'.repeat(4000), 'x'.repeat(4000), '@', '—', 'a\tb\nc'])
    expect(lineSchema(120).safeParse(titleFromPrompt(prompt)).success, prompt.slice(0, 20)).toBe(true);
});
