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
  role: z
    .enum(['plate', 'subject', 'style'])
    .describe(
      '`plate`: the ground of the picture; `subject`: stands in it; `style`: sets palette and grade.',
    ),
  position: z.enum(['left', 'centre', 'right', 'full']),
  action: z.string().default('').describe('What it does in this shot: "walks the pier".'),
});
export type Placement = z.infer<typeof placementSchema>;

/** An image that a shot is made with, and why. */
export const sceneReferenceSchema = z.object({
  tag: manifestTagSchema.describe(
    'Of the asset whose image is taken: the placed one, or another view or crop of its subject.',
  ),
  for: manifestTagSchema.describe('Of the placement that it serves.'),
  reason: z.string().describe('For people: "close-up, so the face crop".'),
  chosen_by: z.enum(['rule', 'person']),
});
export type SceneReference = z.infer<typeof sceneReferenceSchema>;

/** What is heard in a shot. */
export const sceneAudioSchema = z.object({
  dialogue: z.array(
    z.object({
      speaker: manifestTagSchema
        .nullable()
        .describe('Tag of who speaks; null: a voice that is no reference.'),
      text: z.string(),
      starts_at: z.number().min(0).describe('Seconds from the start of the shot.'),
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
  title: z.string().describe('For the cards: "Harbour, last light".'),
  slug_line: z.string().describe('As on a screenplay: "EXT. HARBOUR AT DUSK".'),
  description: z
    .string()
    .describe('The sentence of the prompt that this shot shows, mentions written as names.'),
  shot_type: shotTypeSchema,
  camera_move: cameraMoveSchema,
  duration: z.number().positive().describe('Seconds, a whole number of frames at 30 fps.'),
  placements: z.array(placementSchema),
  transition: z
    .enum(SCENE_TRANSITIONS)
    .describe('How this shot begins. The first shot begins from the title card.'),
  references: z
    .array(sceneReferenceSchema)
    .default([])
    .describe('The images it is made with, best first; at most as many as the engine takes.'),
  continuity: z
    .array(z.string())
    .default([])
    .describe('What must stay as it was in the shot before: "Mara still carries the lantern".'),
  motion_prompt: z.string().default('').describe('For video models: what moves and how.'),
  audio: sceneAudioSchema.default({ dialogue: [], effects: [], ambience: '', music: '' }),
  repairs: z
    .array(z.object({ said: z.string(), did: z.string() }))
    .default([])
    .describe("What of the engine's answer did not fit the snapshot, and what was made of it."),
});
export type StoryboardScene = z.infer<typeof sceneSchema>;

/** What the storyboard decides for the whole film. Colours are #rrggbb. */
export const styleGuideSchema = z.object({
  style: z.string(),
  look: z.string().default('').describe('One sentence on light, lens and colour, for people and models.'),
  style_tags: z.array(manifestTagSchema),
  palette: z.array(z.string()),
  grade: z.object({
    warmth: z.number().describe('-1 cool to 1 warm.'),
    saturation: z.number().describe('0 to 2.'),
    contrast: z.number().describe('0 to 2.'),
    vignette: z.number().describe('0 to 0.5.'),
  }),
});
export type StyleGuide = z.infer<typeof styleGuideSchema>;

export const storyboardSchema = z.object({
  style_guide: styleGuideSchema,
  scenes: z.array(sceneSchema).min(1),
});
export type Storyboard = z.infer<typeof storyboardSchema>;
