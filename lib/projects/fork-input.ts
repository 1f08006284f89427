import type { ForkInput } from '../schemas/fork.ts';
import type { ProjectListItem } from '../schemas/project.ts';

const SETTINGS = [
  'prompt',
  'style',
  'aspect_ratio',
  'resolution',
  'clip_duration',
  'total_duration',
  'seed',
  'enable_audio',
  'burn_captions',
  'run_through',
] as const;

export type ForkValues = Pick<ProjectListItem, (typeof SETTINGS)[number] | 'title'> & {
  manifest: 'same' | 'live' | number;
};

/** What a fork is asked for: only what differs from the film it begins from. */
export function forkInput(film: ProjectListItem, values: ForkValues): ForkInput {
  const changed = SETTINGS.filter((name) => values[name] !== film[name]);
  return {
    ...Object.fromEntries(changed.map((name) => [name, values[name]])),
    manifest: values.manifest,
  };
}
