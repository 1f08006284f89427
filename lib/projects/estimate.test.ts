import { expect, it } from 'vitest';
import { estimateFilm } from './estimate.ts';

const FILM = { clipDuration: 6, totalDuration: 36, runThrough: null, resolution: '720p' } as const;

it('an estimate names what every stage makes', () => {
  const { scenes, stages } = estimateFilm(FILM);
  expect(scenes).toBe(6);
  expect(stages.map((each) => `${each.stage} ${each.amount}`)).toEqual([
    'storyboard 6 scenes',
    'keyframes 12 stills',
    'clips 6 × 6 s',
    'stitch 720p, 30 fps',
  ]);
});

it('an estimate adds up and grows with the film', () => {
  const short = estimateFilm(FILM);
  const long = estimateFilm({ ...FILM, totalDuration: 120 });
  expect(short.seconds).toBe(short.stages.reduce((sum, each) => sum + each.seconds, 0));
  expect(long.seconds).toBeGreaterThan(short.seconds);
});

it('an estimate of the example film lies near what the bench measures', () => {
  const { seconds } = estimateFilm({ ...FILM, clipDuration: 2.5, totalDuration: 15 });
  expect(seconds).toBeGreaterThanOrEqual(12);
  expect(seconds).toBeLessThanOrEqual(18);
});

it('an estimate of a larger picture is longer by its pixels', () => {
  const secondsOf = (resolution: '720p' | '1080p') =>
    estimateFilm({ ...FILM, resolution }).stages.find((each) => each.stage === 'clips')?.seconds ?? 0;
  expect(secondsOf('1080p') / secondsOf('720p')).toBeCloseTo(2.25, 1);
});

it('an estimate ends with the last stage that will run', () => {
  const stages = estimateFilm({ ...FILM, runThrough: 'keyframes' }).stages;
  expect(stages.map((each) => each.stage)).toEqual(['storyboard', 'keyframes']);
});

it('clips share the whole length of the film', () => {
  const clips = estimateFilm({ ...FILM, totalDuration: 15 }).stages.find((each) => each.stage === 'clips');
  expect(clips?.amount).toBe('3 × 5 s');
});

it('the images of a quick upload are analysed first', () => {
  const [first, ...rest] = estimateFilm({ ...FILM, images: 10 }).stages;
  expect(first).toEqual({ stage: 'manifesting', amount: '10 images', seconds: 6 });
  expect(rest).toEqual(estimateFilm(FILM).stages);
});
