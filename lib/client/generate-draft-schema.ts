import { z } from 'zod';
import type { GenerateInput } from '#lib/schemas/project.ts';

/** Drafts are this browser's own storage, still parsed as if foreign: a half-typed form is no valid film yet. */
export const generateDraftSchema = z.object({
  prompt: z.string(),
  title: z.string().nullish(),
  style: z.string().optional(),
  aspect_ratio: z.enum(['16:9', '9:16', '1:1']).optional(),
  resolution: z.enum(['720p', '1080p']).optional(),
  clip_duration: z.number().optional(),
  total_duration: z.number().optional(),
  enable_audio: z.boolean().optional(),
  burn_captions: z.boolean().optional(),
  seed: z.number().nullish(),
  run_through: z.enum(['storyboard', 'keyframes', 'clips']).nullish(),
  manifest_id: z.string().nullish(),
}) satisfies z.ZodType<Partial<GenerateInput>>;
export type GenerateDraft = z.infer<typeof generateDraftSchema>;
