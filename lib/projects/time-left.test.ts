import { expect, it } from 'vitest';
import { instantAt, type SampleScene, sampleScenes } from './sample-scenes.ts';
import { secondsLeft } from './time-left.ts';

const project = (...scenes: SampleScene[]) => ({
  status: 'video_gen' as const,
  started_at: instantAt(0),
  run_through: null,
  total_duration: 12,
  clip_duration: 6,
  resolution: '720p' as const,
  stages: {
    storyboard: { state: 'done' as const, started_at: instantAt(0), finished_at: instantAt(1), note: null },
  },
  scenes: sampleScenes(...scenes),
});
const NOW = Date.parse(instantAt(20));

it('time left shrinks as clips are done', () => {
  const early = secondsLeft(project(['done', 'done', 'done'], ['done', 'waiting', 'waiting']), NOW);
  const late = secondsLeft(project(['done', 'done', 'done'], ['done', 'done', 'running', 0.9]), NOW);
  expect(early).toBeGreaterThan(late ?? Number.POSITIVE_INFINITY);
  expect(late).toBeGreaterThan(0);
});

it('time left is not guessed from the first moments of a run', () => {
  expect(secondsLeft(project(['waiting', 'waiting', 'waiting']), NOW)).toBeNull();
  expect(secondsLeft({ ...project(['done', 'done', 'done']), started_at: null as never }, NOW)).toBeNull();
});
