/* What the editor of scenes needs of its rules without the schemas, as in `asset-values.ts`. */

export const SCENE_LIMITS = {
  title: 120,
  slugLine: 160,
  description: 4000,
  motionPrompt: 1000,
  action: 200,
  placements: 12,
  references: 24,
  continuityNotes: 12,
  continuityNote: 200,
  dialogueLines: 40,
  dialogueText: 300,
  effects: 12,
  effect: 120,
  ambience: 200,
  music: 200,
  /** Seconds. */
  duration: { min: 0.5, max: 30 },
  perFilm: 300,
} as const;

export const SCENE_FRAMES_PER_SECOND = 30;

/** The nearest length that is a whole number of frames. Seconds. */
export const wholeFrames = (seconds: number): number =>
  Math.round(seconds * SCENE_FRAMES_PER_SECOND) / SCENE_FRAMES_PER_SECOND;
