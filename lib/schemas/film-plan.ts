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
    prompt: proseSchema(PROJECT_LIMITS.prompt).describe('As far as it is written; it may be empty.'),
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
      .default([])
      .describe('The images of a quick upload, which are not sent yet, under the tags that they will get.'),
  });
export type PlanFilmInput = z.input<typeof planFilmSchema>;
export type PlanFilm = z.output<typeof planFilmSchema>;

export const plannedReferenceSchema = z.object({
  tag: manifestTagSchema,
  role: placementSchema.shape.role,
  is_taken: z.boolean().describe('The engine composes the shot with it.'),
  reason: z.string().describe('For people; empty: it is simply named.'),
});

/** What the storyboard would decide now, in brief. */
export const filmPlanSchema = z.object({
  scenes: z.array(
    z.object({
      index: z.number().int(),
      title: z.string(),
      slug_line: z.string(),
      shot_type: shotTypeSchema,
      duration: z.number().describe('Seconds.'),
      references: z.array(plannedReferenceSchema),
      repairs: sceneSchema.shape.repairs
        .unwrap()
        .describe('What of the prompt was read otherwise than it is written, or in vain.'),
    }),
  ),
  retired: z
    .array(
      z.object({
        manifest_tag: manifestTagSchema,
        version: z
          .number()
          .int()
          .nullable()
          .describe('The version without it; null: no kept version knows it.'),
        now: manifestTagSchema
          .nullable()
          .describe('The tag that its asset has now; null: the asset is gone.'),
      }),
    )
    .describe('Tags of the prompt that the manifest once gave and no longer has.'),
});
export type FilmPlan = z.infer<typeof filmPlanSchema>;
export type PlannedScene = FilmPlan['scenes'][number];
export type RetiredTag = FilmPlan['retired'][number];
