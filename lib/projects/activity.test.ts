import { expect, it } from 'vitest';
import { activityOf } from './activity.ts';
import { instantAt, sampleScenes } from './sample-scenes.ts';

const project = {
  status: 'video_gen' as const,
  created_at: instantAt(-5),
  started_at: instantAt(0),
  finished_at: null,
  film_seconds: null,
  film_bytes: null,
  stages: {
    storyboard: {
      state: 'done' as const,
      started_at: instantAt(0),
      finished_at: instantAt(0.5),
      note: null,
    },
  },
  scenes: sampleScenes(['done', 'done', 'done'], ['done', 'failed', 'running', 0.72]),
};
const lines = (source: Parameters<typeof activityOf>[0]) =>
  activityOf(source, 12, Date.parse(instantAt(34))).map((e) => `${e.at} ${e.title} · ${e.detail}`);

it('activity lists what happened, newest first, with the running clip on top', () => {
  expect(lines(project)).toEqual([
    '34 Clip 2 · 72 %, push in',
    '12 Keyframe failed · scene 2, end: No room on the disk.',
    '11 Keyframe 3 of 4 · scene 2, start',
    '5 Clip 1 done · 6.0 s, 180 frames',
    '2 Keyframe 2 of 4 · scene 1, end',
    '1 Keyframe 1 of 4 · scene 1, start',
    '0.5 Storyboard done · 2 scenes, 0 placements',
    '0 Snapshot taken · 12 assets pinned',
  ]);
});

it('activity ends with the film and its size', () => {
  const stitch = { ...project.stages.storyboard, finished_at: instantAt(40) };
  const done = {
    ...project,
    stages: { ...project.stages, stitch },
    film_seconds: 36,
    film_bytes: 18_400_000,
  };
  expect(lines(done)[0]).toBe('40 Film done · 36.0 s, 18.4 MB');
});

it('a film without a manifest has no snapshot to tell of', () => {
  expect(activityOf(project, null, 0).some((entry) => entry.key === 'snapshot')).toBe(false);
});

it('activity of a film that was resumed begins with what was kept, not with when it was made', () => {
  const resumed = {
    ...project,
    started_at: instantAt(9),
    scenes: sampleScenes(['done', 'done', 'done'], ['done', 'waiting', 'waiting']),
  };
  expect(lines(resumed)).toEqual([
    '2 Keyframe 3 of 4 · scene 2, start',
    '0 Kept from before · 2 keyframes, 1 clip',
  ]);
});
