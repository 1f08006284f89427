import { describe, expect, it } from 'vitest';
import { isSceneStale, outOfDate, outOfDateWords } from './out-of-date.ts';
import { sampleScenes } from './sample-scenes.ts';

const FILM = { film_url: '/film', is_film_stale: false };
const made = (n: number) =>
  sampleScenes(
    ...Array.from({ length: n }, () => ['done', 'done', 'done'] as const).map(
      (s) => [...s] as ['done', 'done', 'done'],
    ),
  );

describe('what is out of date', () => {
  it('is nothing in a film that was not edited', () => {
    const found = outOfDate({ scenes: made(2), ...FILM });
    expect(found).toEqual({ pictures: 0, clips: 0, newScenes: 0, film: false });
    expect(outOfDateWords(found)).toBeNull();
  });

  it('counts pictures, chosen clips and the film of them', () => {
    const scenes = made(3);
    for (const step of scenes[0]?.keyframes ?? []) step.is_stale = true;
    for (const step of [scenes[1]?.keyframes[0], scenes[1]?.clips[0]]) if (step) step.is_stale = true;
    const found = outOfDate({ scenes, ...FILM });
    expect(found).toEqual({ pictures: 3, clips: 1, newScenes: 0, film: true });
    expect(outOfDateWords(found)).toBe('3 pictures, 1 clip and the film are out of date.');
    expect(scenes.map(isSceneStale)).toEqual([true, true, false]);
  });

  it('leaves out a take that is not chosen', () => {
    const scenes = made(1);
    const [take] = scenes[0]?.clips ?? [];
    if (take) scenes[0]?.clips.unshift({ ...take, take: 2, is_chosen: false, is_stale: true });
    expect(outOfDate({ scenes, ...FILM }).clips).toBe(0);
    expect(scenes.map(isSceneStale)).toEqual([false]);
  });

  it('names scenes that were added', () => {
    const found = outOfDate({
      scenes: [...made(1), ...sampleScenes(['waiting', 'waiting', 'waiting'])],
      ...FILM,
    });
    expect(outOfDateWords(found)).toBe('1 scene is new. The film is out of date.');
  });

  it('says nothing of a film that only waits to be made', () => {
    const scenes = sampleScenes(['waiting', 'waiting', 'waiting'], ['done', 'done', 'waiting']);
    const found = outOfDate({ scenes, film_url: null, is_film_stale: false });
    expect(outOfDateWords(found)).toBeNull();
  });

  it.each([
    [{ pictures: 1, clips: 0, newScenes: 0, film: false }, '1 picture is out of date.'],
    [{ pictures: 2, clips: 0, newScenes: 0, film: false }, '2 pictures are out of date.'],
    [{ pictures: 0, clips: 0, newScenes: 0, film: true }, 'The film is out of date.'],
    [
      { pictures: 0, clips: 1, newScenes: 2, film: true },
      '2 scenes are new. 1 clip and the film are out of date.',
    ],
  ])('reads %o as a sentence', (found, words) => {
    expect(outOfDateWords(found)).toBe(words);
  });
});
