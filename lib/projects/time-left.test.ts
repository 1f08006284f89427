import { expect, it } from 'vitest';
import type { ProjectScene } from '../schemas/project.ts';
import { instantAt, type SampleScene, sampleScenes } from './sample-scenes.ts';
import { secondsLeft } from './time-left.ts';

type Times = { keyframes: [number, number]; clip: [number, number?] };

/** Scenes whose steps began and ended at these seconds of the run. */
function timed(states: SampleScene[], times: Times[]): ProjectScene[] {
  const at = (seconds: number | undefined) => (seconds === undefined ? null : instantAt(seconds));
  return sampleScenes(...states).map((scene, i) => {
    const { keyframes, clip } = times[i] ?? { keyframes: [0, 0], clip: [0] };
    const span = ([from, to]: [number, number?]) => ({ started_at: at(from), finished_at: at(to) });
    return {
      ...scene,
      keyframes: scene.keyframes.map((k) => ({ ...k, ...(k.state !== 'waiting' && span(keyframes)) })),
      clips: scene.clips.map((c) => ({ ...c, ...(c.state !== 'waiting' && span(clip)) })),
    };
  });
}

const film = (scenes: ProjectScene[], more: object = {}) => ({
  started_at: instantAt(0),
  run_through: null,
  total_duration: 12,
  clip_duration: 6,
  resolution: '720p' as const,
  stages: {
    storyboard: { state: 'done' as const, started_at: instantAt(0), finished_at: instantAt(1), note: null },
  },
  scenes,
  ...more,
});
const at = (seconds: number) => Date.parse(instantAt(seconds));

it('the clips that are left take as long as those of this run took', () => {
  const scenes = timed(
    [
      ['done', 'done', 'done'],
      ['done', 'done', 'waiting'],
    ],
    [
      { keyframes: [1, 2], clip: [4, 24] },
      { keyframes: [2, 4], clip: [0] },
    ],
  );
  const left = secondsLeft(film(scenes, { run_through: 'clips' }), at(24)) ?? 0;
  expect(left).toBeGreaterThanOrEqual(19);
  expect(left).toBeLessThanOrEqual(21);
});

it('time left shrinks with the progress of a clip', () => {
  const running = (share: number, now: number) =>
    secondsLeft(
      film(
        timed(
          [
            ['done', 'done', 'done'],
            ['done', 'done', 'running', share],
          ],
          [
            { keyframes: [1, 2], clip: [4, 14] },
            { keyframes: [2, 4], clip: [14] },
          ],
        ),
      ),
      at(now),
    ) ?? 0;
  expect(running(0.2, 16)).toBeGreaterThan(running(0.9, 23));
  expect(running(0.9, 23)).toBeGreaterThan(0);
});

it('on a slow machine, what has not begun is expected to be slow too', () => {
  const drawn = (seconds: number) =>
    secondsLeft(
      film(
        timed(
          [
            ['done', 'done', 'waiting'],
            ['done', 'waiting', 'waiting'],
          ],
          [
            { keyframes: [1, 1 + seconds], clip: [0] },
            { keyframes: [1, 1 + seconds], clip: [0] },
          ],
        ),
      ),
      at(1 + seconds),
    ) ?? 0;
  expect(drawn(8) / drawn(2)).toBeGreaterThan(3);
});

it('a run that was stopped for a night does not count the night', () => {
  const scenes = timed(
    [
      ['done', 'done', 'done'],
      ['done', 'done', 'running', 0.5],
    ],
    [
      { keyframes: [-40_000, -39_990], clip: [-39_980, -39_960] },
      { keyframes: [-40_000, -39_990], clip: [1] },
    ],
  );
  const left = secondsLeft(film(scenes), at(5)) ?? 0;
  expect(left).toBeGreaterThan(3);
  expect(left).toBeLessThan(15);
});

it('time left is not guessed before anything is made', () => {
  const nothing = sampleScenes(['waiting', 'waiting', 'waiting']);
  expect(secondsLeft(film(nothing), at(3))).toBeNull();
  expect(secondsLeft(film(nothing, { started_at: null }), at(3))).toBeNull();
});
