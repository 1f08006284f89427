import { z } from 'zod';
import { manifestTagSchema } from './asset.ts';
import { SCENE_LIMITS, wholeFrames } from './scene-edit-values.ts';
import { cameraMoveSchema, placementSchema, SCENE_TRANSITIONS, shotTypeSchema } from './storyboard.ts';
import { idSchema, lineSchema, proseSchema } from './text.ts';

export * from './scene-edit-values.ts';

/** One line that may be empty. */
const noteSchema = (max: number) => proseSchema(max).transform((text) => text.replace(/\s+/g, ' '));

const isUnique = (tags: string[]) => new Set(tags).size === tags.length;

/** What stands in a shot; type and name come from the snapshot. */
const placementEditSchema = z.strictObject({
  tag: manifestTagSchema,
  role: placementSchema.shape.role,
  position: placementSchema.shape.position,
  action: noteSchema(SCENE_LIMITS.action).default(''),
});
export type PlacementEdit = z.output<typeof placementEditSchema>;

const audioEditSchema = z.strictObject({
  dialogue: z
    .array(
      z.strictObject({
        speaker: manifestTagSchema.nullable(),
        text: lineSchema(SCENE_LIMITS.dialogueText),
        starts_at: z.number().min(0).max(SCENE_LIMITS.duration.max),
      }),
    )
    .max(SCENE_LIMITS.dialogueLines, { error: 'too-many' }),
  effects: z.array(lineSchema(SCENE_LIMITS.effect)).max(SCENE_LIMITS.effects, { error: 'too-many' }),
  ambience: noteSchema(SCENE_LIMITS.ambience),
  music: noteSchema(SCENE_LIMITS.music),
});

const sceneEditFields = {
  title: lineSchema(SCENE_LIMITS.title).optional(),
  slug_line: noteSchema(SCENE_LIMITS.slugLine).optional(),
  description: proseSchema(SCENE_LIMITS.description).optional(),
  shot_type: shotTypeSchema.optional(),
  camera_move: cameraMoveSchema.optional(),
  duration: z
    .number()
    .min(SCENE_LIMITS.duration.min)
    .max(SCENE_LIMITS.duration.max)
    .transform(wholeFrames)
    .optional()
    .describe('Seconds, moved to the nearest whole number of frames at 30 fps.'),
  placements: z
    .array(placementEditSchema)
    .max(SCENE_LIMITS.placements, { error: 'too-many' })
    .refine((all) => isUnique(all.map((p) => p.tag)), { error: 'repeated' })
    .optional(),
  references: z
    .array(z.strictObject({ tag: manifestTagSchema, for: manifestTagSchema }))
    .max(SCENE_LIMITS.references, { error: 'too-many' })
    .refine((all) => isUnique(all.map((r) => `${r.tag} ${r.for}`)), { error: 'repeated' })
    .optional()
    .describe(
      'Best first. Absent while placements change: what is placed anew gets its own image, what left loses its.',
    ),
  transition: z.enum(SCENE_TRANSITIONS).optional(),
  continuity: z
    .array(lineSchema(SCENE_LIMITS.continuityNote))
    .max(SCENE_LIMITS.continuityNotes, { error: 'too-many' })
    .optional(),
  motion_prompt: proseSchema(SCENE_LIMITS.motionPrompt).optional(),
  audio: audioEditSchema.optional(),
};

/** `PATCH /api/projects/{id}/scenes/{scene_id}`: an absent field stays. */
export const updateSceneSchema = z.strictObject(sceneEditFields);
export type UpdateSceneInput = z.input<typeof updateSceneSchema>;
export type UpdateScene = z.output<typeof updateSceneSchema>;

/** `POST /api/projects/{id}/scenes`: `after` null is the beginning, absent the end. */
export const addSceneSchema = z.strictObject({
  after: idSchema.nullish().describe('A scene of the film; null: the beginning; absent: the end.'),
  ...sceneEditFields,
});
export type AddSceneInput = z.input<typeof addSceneSchema>;
export type AddScene = z.output<typeof addSceneSchema>;

/** Every scene of the film once, in its new order. */
export const orderScenesSchema = z.strictObject({
  scene_ids: z.array(idSchema).min(1).max(SCENE_LIMITS.perFilm, { error: 'too-many' }),
});
