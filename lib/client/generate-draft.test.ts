import { expect, it } from 'vitest';
import { readDraft, writeDraft } from './generate-draft.ts';

const storing = (text: string | null) => ({ getItem: () => text });

it('a draft comes back as it was kept', async () => {
  let kept = '';
  const draft = { prompt: 'A lamp', title: null, total_duration: 36, manifest_id: null };
  const setItem = (_: string, text: string) => {
    kept = text;
  };
  expect(writeDraft(draft, { setItem })).toBe(true);
  expect(await readDraft(storing(kept))).toEqual(draft);
});

it.each([
  ['nothing', null],
  ['no JSON', '{'],
  ['another shape', '{"prompt":7}'],
  ['a value the form does not know', '{"prompt":"a","aspect_ratio":"4:3"}'],
])('%s is no draft', async (_, text) => {
  expect(await readDraft(storing(text))).toBeNull();
});

it('a storage that refuses does not break the form', async () => {
  const refuse = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  expect(writeDraft({ prompt: 'a' }, { setItem: refuse })).toBe(false);
  expect(await readDraft({ getItem: refuse })).toBeNull();
  expect(await readDraft(null)).toBeNull();
});

it('a draft that gave way stands beside the one that is written', async () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  };
  writeDraft({ prompt: 'mine' }, storage, 'earlier');
  writeDraft({ prompt: 'of another film' }, storage);
  expect((await readDraft(storage, 'earlier'))?.prompt).toBe('mine');
  expect((await readDraft(storage))?.prompt).toBe('of another film');
});
