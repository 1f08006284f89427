import { expect, it } from 'vitest';
import type { ProjectListItem } from '../schemas/project.ts';
import { type ForkValues, forkInput } from './fork-input.ts';

const settings = {
  title: 'Rain',
  prompt: 'Rain.',
  style: 'noir',
  aspect_ratio: '16:9' as const,
  resolution: '720p' as const,
  clip_duration: 2,
  total_duration: 4,
  seed: 7,
  enable_audio: false,
  burn_captions: false,
  run_through: null,
};
const film = settings as ProjectListItem;
const values: ForkValues = { ...settings, manifest: 'same' };

it('a fork is asked only for what differs', () => {
  expect(forkInput(film, values)).toEqual({ manifest: 'same' });
  expect(
    forkInput(film, { ...values, aspect_ratio: '9:16', run_through: 'clips', manifest: 'live' }),
  ).toEqual({
    aspect_ratio: '9:16',
    run_through: 'clips',
    manifest: 'live',
  });
});
