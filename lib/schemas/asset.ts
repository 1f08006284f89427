import { z } from 'zod';
import { ASSET_LIMITS, ASSET_TYPES, ASSET_VIEWS, MANIFEST_TAG } from './asset-values.ts';
import { hashSchema, idSchema, instantSchema, lineSchema, proseSchema, tagsSchema } from './text.ts';

export * from './asset-values.ts';

export const assetTypeSchema = z.enum(ASSET_TYPES);

export const manifestTagSchema = z.string().regex(new RegExp(`^${MANIFEST_TAG}$`));

export const assetViewSchema = z.enum(ASSET_VIEWS);

export const assetSourceSchema = z.enum(['uploaded', 'detected', 'extracted']);
export const analysisStateSchema = z.enum(['none', 'queued', 'running', 'done', 'failed']);

/** Fractions of the master, 0…1. */
export const bboxSchema = z.object({
  x: z.number().min(0).max(1),
  y: z.number().min(0).max(1),
  width: z.number().min(0).max(1),
  height: z.number().min(0).max(1),
});
export type Bbox = z.infer<typeof bboxSchema>;

/** Something found in an image. `confidence` is 0…1. */
export const detectionSchema = z.object({
  bbox: bboxSchema,
  label: z.string(),
  confidence: z.number().min(0).max(1),
});
export type Detection = z.infer<typeof detectionSchema>;

/**
 * One part of the quality score. `label` and `detail` are for people ("Sharp", "blur 0.08"); `score` is 0…1;
 * `advice` says what would mend it ("narrow: 512 px"), null when nothing needs mending.
 */
export const qualityReasonSchema = z.object({
  code: z.enum(['sharpness', 'resolution', 'exposure', 'subject', 'contrast']),
  label: z.string(),
  detail: z.string(),
  score: z.number().min(0).max(1),
  advice: z.string().nullable(),
});
export type QualityReason = z.infer<typeof qualityReasonSchema>;

export const paletteSchema = z.array(
  z.object({ hex: z.string().regex(/^#[0-9a-f]{6}$/), share: z.number() }),
);
export type Palette = z.infer<typeof paletteSchema>;

const assetFields = {
  name: lineSchema(ASSET_LIMITS.name),
  asset_type: assetTypeSchema,
  description: proseSchema(ASSET_LIMITS.description),
  user_tags: tagsSchema(ASSET_LIMITS.userTags, ASSET_LIMITS.userTag),
};

export const createAssetSchema = z.strictObject({
  name: assetFields.name,
  asset_type: assetFields.asset_type,
  description: assetFields.description.nullish(),
  user_tags: assetFields.user_tags.nullish(),
});
export type CreateAsset = z.output<typeof createAssetSchema>;

/** Absent: unchanged. null: cleared (name, type and order cannot be cleared). */
export const updateAssetSchema = z.strictObject({
  name: assetFields.name.optional(),
  asset_type: assetFields.asset_type.optional(),
  description: assetFields.description.nullish(),
  user_tags: assetFields.user_tags.nullish(),
  sort_order: z
    .number()
    .int()
    .min(0)
    .max(ASSET_LIMITS.sortOrder)
    .optional()
    .describe('Its place; equal ones stand by age.'),
  reverse_prompt: proseSchema(ASSET_LIMITS.description)
    .nullish()
    .describe('What one would ask a model for to get this image. null: the next analysis writes it.'),
  visual_description: proseSchema(ASSET_LIMITS.description)
    .nullish()
    .describe('What the image shows. null: the next analysis writes it.'),
  is_primary: z.boolean().optional().describe('True takes it from the other references of the group.'),
  view: assetViewSchema.nullish().describe('Which side of the subject it shows; a group has one of each.'),
  view_of_asset_id: idSchema
    .nullish()
    .describe(
      'The asset whose subject it shows too, or another one of that group; null: it leads a group of its own.',
    ),
});
export type UpdateAsset = z.output<typeof updateAssetSchema>;

export const orderAssetsSchema = z.strictObject({
  asset_ids: z
    .array(idSchema)
    .max(ASSET_LIMITS.perManifest, { error: 'too-many' })
    .describe('Every asset of the manifest, once.'),
});
/** What rounding may add to a box that ends with the image. */
const BOX_ROUNDING = 1e-6;

/** A part of an asset's image that becomes an asset of its own. */
export const cropAssetSchema = z.strictObject({
  bbox: bboxSchema.refine(
    ({ x, y, width, height }) => x + width <= 1 + BOX_ROUNDING && y + height <= 1 + BOX_ROUNDING,
    { error: 'must lie inside the image' },
  ),
  name: assetFields.name,
  asset_type: assetFields.asset_type,
});
export type CropAsset = z.output<typeof cropAssetSchema>;

/** Which asset shows which side of a subject. Absent: unchanged. null: none. */
export const arrangeViewsSchema = z.strictObject({
  front: idSchema.nullish(),
  three_quarter: idSchema.nullish(),
  side: idSchema.nullish(),
  full_body: idSchema.nullish(),
});
export type ArrangeViews = z.output<typeof arrangeViewsSchema>;

/** An asset as it leaves the server. URLs are paths of this server. */
export const assetSchema = z.object({
  asset_id: idSchema,
  manifest_id: idSchema,
  asset_type: assetTypeSchema,
  name: z.string(),
  manifest_tag: manifestTagSchema.describe('What prompts call it: `@CHAR_01`. Never given to another asset.'),
  user_tags: z.array(z.string()),
  reference_image_url: z.string().nullable().describe('`/api/blobs/<master>`; null: no image.'),
  thumbnail_url: z.string().nullable().describe('`/api/blobs/<master>?w=320`; other widths: 640, 1280.'),
  image_hash: hashSchema.nullable().describe('SHA-256 of the image that is used: upright, sRGB.'),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  has_alpha: z.boolean(),
  placeholder: z.string().nullable().describe('ThumbHash of the image, base64; shown until it is there.'),
  file_name: z.string().nullable(),
  description: z.string(),
  source: assetSourceSchema,
  sort_order: z.number().int(),
  is_primary: z.boolean(),
  source_asset_id: idSchema.nullable().describe('The asset it was cropped from.'),
  view_of_asset_id: idSchema
    .nullable()
    .describe('The asset whose subject it shows too; null: it leads its own group of references.'),
  view: assetViewSchema.nullable(),
  analysis_state: analysisStateSchema,
  analysis_error: z.string().nullable(),
  reverse_prompt: z.string().nullable(),
  reverse_prompt_origin: z
    .enum(['user', 'analysis'])
    .nullable()
    .describe('`user`: written by hand; `analysis`: composed from measurements.'),
  visual_description: z.string().nullable(),
  visual_description_origin: z.enum(['user', 'analysis']).nullable(),
  detection_class: z.string().nullable().describe('Of a crop: what was detected in it.'),
  detection_confidence: z.number().nullable(),
  is_face_crop: z.boolean(),
  crop_bbox: bboxSchema.nullable(),
  detections: z.array(detectionSchema).nullable(),
  quality_score: z.number().nullable().describe('0 to 1; null: not analysed.'),
  quality_reasons: z.array(qualityReasonSchema).nullable(),
  palette: paletteSchema.nullable(),
  perceptual_hash: z.string().nullable(),
  revision: z.number().int().describe('Counts edits of this asset; its ETag.'),
  created_at: instantSchema,
  updated_at: instantSchema,
});
export type Asset = z.infer<typeof assetSchema>;

/** What manifesting measures and composes for one image. */
export type AssetAnalysis = {
  reversePrompt: string;
  visualDescription: string;
  qualityScore: number;
  qualityReasons: QualityReason[];
  palette: Palette;
  /** 16 hex digits. */
  perceptualHash: string;
  /** The salient crop. */
  cropBbox: Bbox;
  detections: Detection[];
};
