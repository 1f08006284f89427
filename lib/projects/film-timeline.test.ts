import { describe, expect, it } from 'vitest';
import { filmTimeline, nextStart, partAt, previousStart, scenesAsFilmed } from './film-timeline.ts';

const scenes = [0, 1, 2].map((index) => ({
  index,
  title: `Shot ${index}`,
  starts_at: 2 + index * 5,
  duration: 5,
}));
const parts = filmTimeline(scenes, 19);

describe('the bar of a film', () => {
  it('covers the film from title to end card without a gap', () => {
    expect(parts.map((part) => [part.label, part.from, part.to])).toEqual([
      ['Title', 0, 2],
      ['1 Shot 0', 2, 7],
      ['2 Shot 1', 7, 12],
      ['3 Shot 2', 12, 17],
      ['End', 17, 19],
    ]);
  });

  it('has no card where scenes fill the film', () => {
    const bare = filmTimeline([{ index: 0, title: 'Only', starts_at: 0, duration: 6 }], 6);
    expect(bare).toEqual([{ sceneIndex: 0, label: '1 Only', from: 0, to: 6 }]);
  });

  it('is one piece when the scenes are not known', () => {
    expect(filmTimeline([], 6)).toEqual([{ sceneIndex: null, label: 'Film', from: 0, to: 6 }]);
  });

  it('finds the part of a time, the last one at the end', () => {
    expect(partAt(parts, 0)?.label).toBe('Title');
    expect(partAt(parts, 7)?.sceneIndex).toBe(1);
    expect(partAt(parts, 19)?.label).toBe('End');
    expect(partAt([], 3)).toBeUndefined();
  });
});

describe('a film whose scenes were changed since', () => {
  const now = [
    { ...scenes[1], scene_id: 'b', index: 0, starts_at: 2, duration: 5, title: 'Shot 1' },
    { ...scenes[0], scene_id: 'a', index: 1, starts_at: 7, duration: 8, title: 'Shot 0, longer' },
  ];
  const filmed = (scene_id: string, place: number) => ({
    scene_id,
    title: `Shot ${place}`,
    starts_at: 2 + place * 5,
    duration: 5,
  });

  it('is cut where it was filmed, under the numbers that the scenes have now', () => {
    const film_scenes = [filmed('a', 0), filmed('b', 1), filmed('c', 2)];
    const bar = filmTimeline(scenesAsFilmed({ scenes: now, film_scenes }), 19);
    expect(bar.map((part) => [part.label, part.sceneIndex, part.from, part.to])).toEqual([
      ['Title', null, 0, 2],
      ['2 Shot 0', 1, 2, 7],
      ['1 Shot 1', 0, 7, 12],
      ['Shot 2 (removed)', null, 12, 17],
      ['End', null, 17, 19],
    ]);
  });

  it('goes by the scenes where it is not known what was filmed', () => {
    expect(scenesAsFilmed({ scenes: now, film_scenes: null }).map((s) => s.starts_at)).toEqual([2, 7]);
  });
});

describe('jumping between scenes', () => {
  it('goes back to the start of the scene, or to the one before within its first second', () => {
    expect(previousStart(parts, 9)).toBe(7);
    expect(previousStart(parts, 7.5)).toBe(2);
    expect(previousStart(parts, 0.5)).toBe(0);
  });

  it('goes on to the next scene and at last to the end', () => {
    expect(nextStart(parts, 7)).toBe(12);
    expect(nextStart(parts, 18)).toBe(19);
  });
});
