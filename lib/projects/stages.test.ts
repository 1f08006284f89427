import { expect, it } from 'vitest';
import { beginStage, endRunning, endStage, reopenStages } from './stages.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 20, 12, 0, seconds));

it('a stage keeps the time of its first start, also over a stop', () => {
  const begun = beginStage({}, 'clips', at(1));
  const stopped = endRunning(begun, 'stopped', at(2));
  expect(stopped.clips).toMatchObject({ state: 'stopped', finished_at: at(2).toISOString() });
  expect(beginStage(stopped, 'clips', at(9)).clips).toEqual({
    state: 'running',
    started_at: at(1).toISOString(),
    finished_at: null,
    note: null,
  });
});

it('a stage that is done or was skipped is not begun or ended again', () => {
  const done = endStage(beginStage({}, 'storyboard', at(1)), 'storyboard', 'done', at(2));
  const skipped = endStage(done, 'manifesting', 'skipped', at(2), 'Nothing to prepare');
  expect(beginStage(skipped, 'storyboard', at(5))).toEqual(skipped);
  expect(endStage(skipped, 'manifesting', 'done', at(5))).toEqual(skipped);
  expect(skipped.manifesting?.started_at).toBeNull();
});

it('a run that begins again keeps what succeeded, and stitches anew', () => {
  let stages = endStage(beginStage({}, 'storyboard', at(1)), 'storyboard', 'done', at(2));
  stages = endStage(beginStage(stages, 'keyframes', at(2)), 'keyframes', 'partial', at(3));
  stages = endStage(beginStage(stages, 'stitch', at(3)), 'stitch', 'done', at(4));
  expect(Object.keys(reopenStages(stages))).toEqual(['storyboard']);
});
