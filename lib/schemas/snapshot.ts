import { z } from 'zod';
import {
  assetSourceSchema,
  assetTypeSchema,
  assetViewSchema,
  bboxSchema,
  manifestTagSchema,
  paletteSchema,
} from './asset.ts';
import { manifestCategorySchema } from './manifest.ts';
import { hashSchema, idSchema } from './text.ts';

/** An asset as a film froze it: everything a stage may read, images by hash. */
export const snapshotAssetSchema = z.object({
  asset_id: idSchema,
  asset_type: assetTypeSchema,
  name: z.string(),
  manifest_tag: manifestTagSchema,
  user_tags: z.array(z.string()),
  description: z.string(),
  source: assetSourceSchema,
  sort_order: z.number().int(),
  is_primary: z.boolean(),
  // Absent where it is none, so that older snapshots keep their digest.
  view: assetViewSchema.optional().describe('Which side of its subject it shows.'),
  view_of: manifestTagSchema.optional().describe('Tag of the asset whose subject it shows too.'),
  cropped_from: manifestTagSchema.optional().describe('Tag of the asset it was cropped from.'),
  original_hash: hashSchema.nullable(),
  image_hash: hashSchema
    .nullable()
    .describe('The image: upright sRGB PNG, JPEG or WebP. null: an asset without an image.'),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  has_alpha: z.boolean(),
  reverse_prompt: z.string().nullable(),
  visual_description: z.string().nullable(),
  quality_score: z.number().nullable(),
  crop_bbox: bboxSchema.nullable(),
  palette: paletteSchema.nullable(),
  perceptual_hash: z.string().nullable(),
});
export type SnapshotAsset = z.infer<typeof snapshotAssetSchema>;

/** The frozen manifest: what every stage of a film reads instead of the live one. */
export const snapshotDataSchema = z.object({
  format: z.literal(1),
  manifest: z.object({
    manifest_id: idSchema,
    name: z.string(),
    description: z.string(),
    category: manifestCategorySchema,
    tags: z.array(z.string()),
    version: z.number().int(),
  }),
  assets: z.array(snapshotAssetSchema),
});
export type SnapshotData = z.infer<typeof snapshotDataSchema>;
