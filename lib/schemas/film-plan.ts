import { z } from 'zod';
import { assetTypeSchema, IMAGE_LIMITS, manifestTagSchema } from './asset.ts';
import { generateSchema } from './project.ts';
import { PROJECT_LIMITS } from './project-values.ts';
import { placementSchema, sceneSchema, shotTypeSchema } from './storyboard.ts';
import { proseSchema } from './text.ts';

const side = z.number().int().min(IMAGE_LIMITS.minSide).max(IMAGE_LIMITS.maxSide);

/** The body of `POST /api/generate/plan`: a film as far as it is written. */
export const planFilmSchema = generateSchema
  .pick({
    style: true,
    aspect_ratio: true,
    clip_duration: true,
    total_duration: true,
    enable_audio: true,
    seed: true,
    manifest_id: true,
  })
  .extend({
    prompt: proseSchema(PROJECT_LIMITS.prompt),
    /** The images of a quick upload, which are not sent yet, under the tags that they will get. */
    images: z
      .array(
        z.strictObject({
          manifest_tag: manifestTagSchema,
          name: z.string().max(PROJECT_LIMITS.title * 4),
          asset_type: assetTypeSchema,
          width: side,
          height: side,
        }),
      )
      .max(PROJECT_LIMITS.quickUploadImages, { error: 'too-many' })
      .default([]),
  });
export type PlanFilmInput = z.input<typeof planFilmSchema>;
export type PlanFilm = z.output<typeof planFilmSchema>;

export const plannedReferenceSchema = z.object({
  tag: manifestTagSchema,
  role: placementSchema.shape.role,
  /** The engine composes the shot with it. */
  is_taken: z.boolean(),
  /** For people; empty: it is simply named. */
  reason: z.string(),
});

/** What the storyboard would decide now, in brief. */
export const filmPlanSchema = z.object({
  scenes: z.array(
    z.object({
      index: z.number().int(),
      title: z.string(),
      slug_line: z.string(),
      shot_type: shotTypeSchema,
      /** Seconds. */
      duration: z.number(),
      references: z.array(plannedReferenceSchema),
      /** What of the prompt was read otherwise than it is written, or in vain. */
      repairs: sceneSchema.shape.repairs.unwrap(),
    }),
  ),
  /** Tags of the prompt that the manifest once gave and no longer has. */
  retired: z.array(
    z.object({
      manifest_tag: manifestTagSchema,
      /** The version without it; null: no kept version knows it. */
      version: z.number().int().nullable(),
      /** The tag that its asset has now; null: the asset is gone. */
      now: manifestTagSchema.nullable(),
    }),
  ),
});
export type FilmPlan = z.infer<typeof filmPlanSchema>;
export type PlannedScene = FilmPlan['scenes'][number];
export type RetiredTag = FilmPlan['retired'][number];
