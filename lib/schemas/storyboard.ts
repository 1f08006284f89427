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
  /** What it does in this shot: "walks the pier". */
  action: z.string().default(''),
});
export type Placement = z.infer<typeof placementSchema>;

/** An image that a shot is made with, and why. */
export const sceneReferenceSchema = z.object({
  /** Of the asset whose image is taken: the placed one, or another view or crop of its subject. */
  tag: manifestTagSchema,
  /** Of the placement that it serves. */
  for: manifestTagSchema,
  /** For people: "close-up, so the face crop". */
  reason: z.string(),
  chosen_by: z.enum(['rule', 'person']),
});
export type SceneReference = z.infer<typeof sceneReferenceSchema>;

/** What is heard in a shot. */
export const sceneAudioSchema = z.object({
  dialogue: z.array(
    z.object({
      /** Tag of who speaks; null: a voice that is no reference. */
      speaker: manifestTagSchema.nullable(),
      text: z.string(),
      /** Seconds from the start of the shot. */
      starts_at: z.number().min(0),
    }),
  ),
  effects: z.array(z.string()),
  ambience: z.string(),
  music: z.string(),
});
export type SceneAudio = z.infer<typeof sceneAudioSchema>;

/** How a shot begins. */
export const SCENE_TRANSITIONS = ['cut', 'dissolve', 'match_cut'] as const;
export type SceneTransition = (typeof SCENE_TRANSITIONS)[number];

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
  transition: z.enum(SCENE_TRANSITIONS),
  /** The images it is made with, best first; at most as many as the engine takes. */
  references: z.array(sceneReferenceSchema).default([]),
  /** What must stay as it was in the shot before: "Mara still carries the lantern". */
  continuity: z.array(z.string()).default([]),
  /** For video models: what moves and how. */
  motion_prompt: z.string().default(''),
  audio: sceneAudioSchema.default({ dialogue: [], effects: [], ambience: '', music: '' }),
  /** What of the engine's answer did not fit the snapshot, and what was made of it. */
  repairs: z.array(z.object({ said: z.string(), did: z.string() })).default([]),
});
export type StoryboardScene = z.infer<typeof sceneSchema>;

/** What the storyboard decides for the whole film. Colours are #rrggbb. */
export const styleGuideSchema = z.object({
  style: z.string(),
  /** One sentence on light, lens and colour, for people and models. */
  look: z.string().default(''),
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
