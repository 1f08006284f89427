import { z } from 'zod';
import { projectStatusSchema } from './project.ts';
import { idSchema, instantSchema } from './text.ts';

/** Films named in one answer; more are counted. */
export const USAGE_LIMITS = { films: 100, assets: 5000 } as const;

export const usageRequestSchema = z.array(idSchema).min(1).max(USAGE_LIMITS.assets);

/** A film that is not deleted and froze one of the assets asked for. */
export const usingFilmSchema = z.object({
  project_id: idSchema,
  title: z.string(),
  status: projectStatusSchema,
  manifest_version: z.number().int(),
  created_at: instantSchema,
  shots: z
    .array(z.number().int())
    .describe('Numbers, from 1, of the shots that show one of the assets; empty: the film only froze them.'),
  thumbnail_url: z
    .string()
    .nullable()
    .describe("Still of the first of those shots, else of the film's first; null: none yet."),
});

export const usageSchema = z.object({
  films: z
    .array(usingFilmSchema)
    .describe('Newest first, those that show the asset before those that only froze it.'),
  film_count: z.number().int(),
  shot_count: z.number().int(),
});
export type Usage = z.infer<typeof usageSchema>;
