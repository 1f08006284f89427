import { z } from 'zod';
import { assetTypeSchema } from './asset.ts';
import { MANIFEST_LIMITS, manifestStatusSchema, wholeNumberParameter } from './manifest.ts';
import { projectStatusSchema } from './project.ts';
import { rangeSchema, searchMatchSchema } from './search-match.ts';
import { idSchema, lineSchema } from './text.ts';

export const SEARCH_LIMITS = { hits: 20, defaultHits: 5 } as const;

/** Without `q`: what was changed last. */
export const searchQuerySchema = z.strictObject({
  q: lineSchema(MANIFEST_LIMITS.search).optional().describe('Absent: what was changed last.'),
  limit: wholeNumberParameter(1, SEARCH_LIMITS.hits)
    .default(SEARCH_LIMITS.defaultHits)
    .describe('Hits of each kind.'),
});
export type SearchQuery = z.output<typeof searchQuerySchema>;

export const manifestHitSchema = z.object({
  manifest_id: idSchema,
  name: z.string(),
  version: z.number().int(),
  asset_count: z.number().int(),
  status: manifestStatusSchema,
  thumbnail_url: z.string().nullable(),
  matches: z.array(searchMatchSchema),
});
export type ManifestHit = z.infer<typeof manifestHitSchema>;

export const assetHitSchema = z.object({
  asset_id: idSchema,
  manifest_id: idSchema,
  manifest_name: z.string(),
  manifest_tag: z.string(),
  asset_type: assetTypeSchema,
  name: z.string(),
  thumbnail_url: z.string().nullable(),
  matches: z.array(searchMatchSchema),
});
export type AssetHit = z.infer<typeof assetHitSchema>;

export const projectHitSchema = z.object({
  project_id: idSchema,
  title: z.string(),
  status: projectStatusSchema,
  stop_requested: z.boolean(),
  total_duration: z.number(),
  thumbnail_url: z.string().nullable(),
  prompt: z
    .object({ text: z.string(), ranges: z.array(rangeSchema) })
    .nullable()
    .describe('The prompt around the first mark in it; null: the title matched, or nothing was looked for.'),
  ranges: z.array(rangeSchema),
});
export type ProjectHit = z.infer<typeof projectHitSchema>;

/** `GET /api/search`: the best few of each kind. */
export const searchAnswerSchema = z.object({
  manifests: z.array(manifestHitSchema),
  assets: z.array(assetHitSchema),
  projects: z.array(projectHitSchema),
});
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;
