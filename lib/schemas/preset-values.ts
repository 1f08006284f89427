/* As in `asset-values.ts`. */

export const PRESET_LIMITS = { name: 60, count: 200 } as const;

/** The settings of a film that a preset keeps: neither what it shows nor what it is made from. */
export const PRESET_FIELDS = [
  'style',
  'aspect_ratio',
  'resolution',
  'clip_duration',
  'total_duration',
  'engine',
  'enable_audio',
  'burn_captions',
  'seed',
  'run_through',
] as const;
