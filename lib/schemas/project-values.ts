/* What pages need of a film's rules without its schemas, as in `asset-values.ts`. */

export const PROJECT_LIMITS = {
  title: 120,
  prompt: 4000,
  style: 120,
  clipSeconds: { min: 2, max: 15 },
  totalSeconds: { min: 2, max: 300 },
  seed: 2_147_483_647,
  quickUploadImages: 50,
  page: 200,
} as const;

export const ASPECT_RATIOS = ['16:9', '9:16', '1:1'] as const;
export type AspectRatio = (typeof ASPECT_RATIOS)[number];

/** Seconds of the title card, and of the end card, that a film has beside its scenes. */
export const CARD_SECONDS = 1.5;

export const RESOLUTIONS = ['720p', '1080p'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

type FrameSize = { width: number; height: number };

/** All three shapes of a resolution have the same number of pixels. */
const FRAME_SIZES: Record<Resolution, Record<AspectRatio, FrameSize>> = {
  '720p': {
    '16:9': { width: 1280, height: 720 },
    '9:16': { width: 720, height: 1280 },
    '1:1': { width: 960, height: 960 },
  },
  '1080p': {
    '16:9': { width: 1920, height: 1080 },
    '9:16': { width: 1080, height: 1920 },
    '1:1': { width: 1440, height: 1440 },
  },
};

/** Pixels of a film. */
export const frameSize = (aspectRatio: AspectRatio, resolution: Resolution): FrameSize =>
  FRAME_SIZES[resolution][aspectRatio];

export const PROJECT_STATUSES = [
  'pending',
  'manifesting',
  'storyboarding',
  'keyframing',
  'video_gen',
  'stitching',
  'complete',
  'partial',
  'failed',
  'cancelled',
  'staged',
] as const;
export type ProjectStatus = (typeof PROJECT_STATUSES)[number];

export const STAGES = ['manifesting', 'storyboard', 'keyframes', 'clips', 'stitch'] as const;
export type Stage = (typeof STAGES)[number];

/** How many shots a film of these lengths has; the form, the planner and the estimate agree by calling this. */
export function sceneCount(totalSeconds: number, clipSeconds: number): number {
  return Math.max(1, Math.round(totalSeconds / clipSeconds));
}
