import { describe, expect, it } from 'vitest';
import { instantAt, type SampleScene, sampleScenes } from './sample-scenes.ts';
import { stageStrip } from './stage-strip.ts';

const DONE: SampleScene = ['done', 'done', 'done'];
const done = (seconds: number) => ({
  state: 'done' as const,
  started_at: instantAt(0),
  finished_at: instantAt(seconds),
  note: null,
});
const running = { state: 'running' as const, started_at: instantAt(2), finished_at: null, note: null };

const project = (scenes: SampleScene[]) => ({
  status: 'video_gen' as const,
  run_through: null as string | null,
  total_duration: 36,
  clip_duration: 6,
  scenes: sampleScenes(...scenes),
  stages: {
    manifesting: {
      state: 'skipped' as const,
      started_at: null,
      finished_at: null,
      note: 'Skipped, manifest was ready',
    },
    storyboard: done(2),
    keyframes: running,
    clips: running,
  },
});
const NOW = Date.parse(instantAt(15));

describe('the stage strip', () => {
  const strip = stageStrip(
    project([DONE, DONE, ['done', 'done', 'running', 0.729], ['done', 'waiting', 'waiting']]),
    NOW,
  );
  const stage = (name: string) => strip.find((each) => each.stage === name);

  it('counts keyframes and clips that are done', () => {
    expect(stage('storyboard')?.counter).toBe('4/4');
    expect(stage('keyframes')?.counter).toBe('7/8');
    expect(stage('clips')?.counter).toBe('2/4');
  });

  it('has one segment per scene, filled as far as the scene is', () => {
    expect(stage('keyframes')?.segments.map((s) => s.share)).toEqual([1, 1, 1, 0.5]);
    expect(stage('clips')?.segments).toEqual([
      { state: 'done', share: 1 },
      { state: 'done', share: 1 },
      { state: 'running', share: 0.729 },
      { state: 'waiting', share: 0 },
    ]);
  });

  it('says in words how far each stage is', () => {
    expect(strip.map((each) => each.note)).toEqual([
      'Skipped, manifest was ready',
      '2 s',
      '13 s so far',
      'Scene 3, 72 %',
      'Waits for 2 clips',
    ]);
  });
});

it('before the storyboard the strip has the planned number of segments', () => {
  const strip = stageStrip({ ...project([]), stages: {} }, NOW);
  expect(strip.map((each) => each.segments.length)).toEqual([1, 6, 6, 6, 1]);
  expect(strip.map((each) => each.counter)).toEqual([null, null, null, null, null]);
});

it('a failed keyframe marks its scene and is counted in the note', () => {
  const failed = project([DONE, ['failed', 'done', 'waiting']]);
  const strip = stageStrip(
    { ...failed, stages: { ...failed.stages, keyframes: { ...done(4), state: 'partial' } } },
    NOW,
  );
  expect(strip[2]?.segments[1]).toEqual({ state: 'failed', share: 1 });
  expect(strip[2]?.note).toBe('1 failed');
});

it('stages after the one that was asked for are not waiting', () => {
  const staged = { ...project([DONE]), run_through: 'keyframes' };
  const { manifesting, storyboard, keyframes } = staged.stages;
  const strip = stageStrip({ ...staged, stages: { manifesting, storyboard, keyframes } }, NOW);
  expect(strip.slice(3).map((each) => [each.state, each.note])).toEqual([
    ['skipped', 'Not asked for'],
    ['skipped', 'Not asked for'],
  ]);
});
