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
  sort_order: z.number().int().min(0).max(ASSET_LIMITS.sortOrder).optional(),
  reverse_prompt: proseSchema(ASSET_LIMITS.description).nullish(),
  visual_description: proseSchema(ASSET_LIMITS.description).nullish(),
  /** True takes it from the other references of the group. */
  is_primary: z.boolean().optional(),
  view: assetViewSchema.nullish(),
  /** A view of that asset stands for the asset itself. */
  view_of_asset_id: idSchema.nullish(),
});
export type UpdateAsset = z.output<typeof updateAssetSchema>;

export const orderAssetsSchema = z.strictObject({
  asset_ids: z.array(idSchema).max(ASSET_LIMITS.perManifest, { error: 'too-many' }),
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
  manifest_tag: manifestTagSchema,
  user_tags: z.array(z.string()),
  /** `/api/blobs/<master>`; null: no image. */
  reference_image_url: z.string().nullable(),
  /** `/api/blobs/<master>?w=320`; other widths: 640, 1280. */
  thumbnail_url: z.string().nullable(),
  image_hash: hashSchema.nullable(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  has_alpha: z.boolean(),
  /** ThumbHash of the image, base64; shown until it is there. */
  placeholder: z.string().nullable(),
  file_name: z.string().nullable(),
  description: z.string(),
  source: assetSourceSchema,
  sort_order: z.number().int(),
  is_primary: z.boolean(),
  /** The asset it was cropped from. */
  source_asset_id: idSchema.nullable(),
  /** The asset whose subject it shows too; null: it leads its own group of references. */
  view_of_asset_id: idSchema.nullable(),
  view: assetViewSchema.nullable(),
  analysis_state: analysisStateSchema,
  analysis_error: z.string().nullable(),
  reverse_prompt: z.string().nullable(),
  /** `user`: written by hand; `analysis`: composed from measurements. */
  reverse_prompt_origin: z.enum(['user', 'analysis']).nullable(),
  visual_description: z.string().nullable(),
  visual_description_origin: z.enum(['user', 'analysis']).nullable(),
  detection_class: z.string().nullable(),
  detection_confidence: z.number().nullable(),
  is_face_crop: z.boolean(),
  crop_bbox: bboxSchema.nullable(),
  detections: z.array(detectionSchema).nullable(),
  quality_score: z.number().nullable(),
  quality_reasons: z.array(qualityReasonSchema).nullable(),
  palette: paletteSchema.nullable(),
  perceptual_hash: z.string().nullable(),
  /** Counts edits of this asset; its ETag. */
  revision: z.number().int(),
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
