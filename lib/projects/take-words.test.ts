import { expect, it } from 'vitest';
import { sampleScenes } from './sample-scenes.ts';
import { isTouchedUp, playable, type Take, takeNote, takeOrigin } from './take-words.ts';

const [scene] = sampleScenes(['done', 'done', 'done']);
const take = (more: Partial<Take>): Take => ({ ...(scene?.clips[0] as Take), url: '/clip', ...more });

it('a take says only what is particular about it', () => {
  expect(takeNote(take({}), false)).toBeNull();
  expect(takeNote(take({ is_older: true }), false)).toBe('Older text');
  expect(takeNote(take({ source: 'uploaded', is_older: false }), false)).toBe('Own clip');
  expect(takeNote(take({ state: 'failed' }), true)).toBe('Failed');
  expect(takeNote(take({ state: 'running', progress: 0.417 }), true)).toBe('41 %');
  expect(takeNote(take({ state: 'running', progress: 0.417 }), false)).toBe('Waiting');
});

it('a take names its seed, or the one of the film', () => {
  expect(takeOrigin(take({ seed: 5 }), 7)).toBe('seed 5');
  expect(takeOrigin(take({ seed: null }), 7)).toBe('seed 7');
  expect(takeOrigin(take({ source: 'uploaded' }), 7)).toBe('uploaded');
});

it('only takes with a picture can be played', () => {
  const clips = [take({}), take({ url: null }), take({ state: 'running' })];
  expect(scene && playable({ ...scene, clips })).toEqual([clips[0]]);
});

it('a film is only touched up while each scene keeps a chosen clip', () => {
  const film_url = '/film';
  const retake = take({ is_chosen: false, is_wanted: true, state: 'waiting', url: null });
  const of = (...clips: Take[]) => (scene ? [{ ...scene, clips }] : []);
  expect(isTouchedUp({ film_url, scenes: of(take({}), retake) })).toBe(true);
  expect(isTouchedUp({ film_url: null, scenes: of(take({}), retake) })).toBe(false);
  expect(isTouchedUp({ film_url, scenes: of(take({ state: 'waiting' })) })).toBe(false);
});
