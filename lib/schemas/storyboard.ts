import { z } from 'zod';
import { assetTypeSchema, manifestTagSchema } from './asset.ts';

export const SHOT_TYPES = ['wide', 'medium', 'close_up', 'two_shot'] as const;
export const shotTypeSchema = z.enum(SHOT_TYPES);
export type ShotType = z.infer<typeof shotTypeSchema>;

export const CAMERA_MOVES = [
  'hold',
  'push_in',
  'pull_out',
  'pan_left',
  'pan_right',
  'crane_up',
  'crane_down',
  'parallax',
] as const;
export const cameraMoveSchema = z.enum(CAMERA_MOVES);
export type CameraMove = z.infer<typeof cameraMoveSchema>;

/** One reference in one shot. A tag that is not in the snapshot cannot appear. */
export const placementSchema = z.object({
  tag: manifestTagSchema,
  asset_type: assetTypeSchema,
  name: z.string(),
  /** plate: the ground of the picture; subject: stands in it; style: sets palette and grade. */
  role: z.enum(['plate', 'subject', 'style']),
  position: z.enum(['left', 'centre', 'right', 'full']),
});
export type Placement = z.infer<typeof placementSchema>;

/** One shot. The order in the array is the order in the film. */
export const sceneSchema = z.object({
  index: z.number().int().min(0),
  /** For the cards: "Harbour, last light". */
  title: z.string(),
  /** As on a screenplay: "EXT. HARBOUR AT DUSK". */
  slug_line: z.string(),
  /** The sentence of the prompt that this shot shows, mentions written as names. */
  description: z.string(),
  shot_type: shotTypeSchema,
  camera_move: cameraMoveSchema,
  /** Seconds, a whole number of frames at 30 fps. */
  duration: z.number().positive(),
  placements: z.array(placementSchema),
  /** How this shot begins. The first shot begins from the title card. */
  transition: z.enum(['cut', 'dissolve']),
});
export type StoryboardScene = z.infer<typeof sceneSchema>;

/** What the storyboard decides for the whole film. Colours are #rrggbb. */
export const styleGuideSchema = z.object({
  style: z.string(),
  style_tags: z.array(manifestTagSchema),
  palette: z.array(z.string()),
  grade: z.object({
    /** -1…1 cool to warm; 0…2 saturation; 0…2 contrast; 0…0.5 vignette. */
    warmth: z.number(),
    saturation: z.number(),
    contrast: z.number(),
    vignette: z.number(),
  }),
});
export type StyleGuide = z.infer<typeof styleGuideSchema>;

export const storyboardSchema = z.object({
  style_guide: styleGuideSchema,
  scenes: z.array(sceneSchema).min(1),
});
export type Storyboard = z.infer<typeof storyboardSchema>;
