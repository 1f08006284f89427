import { z } from 'zod';
import type { Asset as AssetRow } from '../generated/prisma/client.ts';
import {
  type Asset,
  bboxSchema,
  detectionSchema,
  paletteSchema,
  qualityReasonSchema,
} from '../schemas/asset.ts';

/** The JSON columns. Made once: to make a schema costs more than to parse a row with it. */
const stored = {
  bbox: bboxSchema.nullable(),
  detections: z.array(detectionSchema).nullable(),
  reasons: z.array(qualityReasonSchema).nullable(),
  palette: paletteSchema.nullable(),
};

/** Where a stored picture is served; with a width, its thumbnail. */
export function blobUrl(hash: string, width?: 320 | 640 | 1280): string {
  return `/api/blobs/${hash}${width ? `?w=${width}` : ''}`;
}

/** An asset row as it leaves the server. JSON columns are parsed as if foreign. */
export function toAsset(row: AssetRow): Asset {
  return {
    asset_id: row.id,
    manifest_id: row.manifestId,
    asset_type: row.assetType,
    name: row.name,
    manifest_tag: row.manifestTag,
    user_tags: row.userTags,
    reference_image_url: row.masterHash && blobUrl(row.masterHash),
    thumbnail_url: row.masterHash && blobUrl(row.masterHash, 320),
    image_hash: row.masterHash,
    width: row.width,
    height: row.height,
    has_alpha: row.hasAlpha,
    placeholder: row.placeholder,
    file_name: row.fileName,
    description: row.description,
    source: row.source,
    sort_order: row.sortOrder,
    is_primary: row.isPrimary,
    source_asset_id: row.sourceAssetId,
    view_of_asset_id: row.viewOfId,
    view: row.view,
    analysis_state: row.analysisState,
    analysis_error: row.analysisError,
    reverse_prompt: row.reversePrompt,
    reverse_prompt_origin: origin(row.reversePrompt, row.reversePromptByUser),
    visual_description: row.visualDescription,
    visual_description_origin: origin(row.visualDescription, row.visualByUser),
    detection_class: row.detectionClass,
    detection_confidence: row.detectionConfidence,
    is_face_crop: row.isFaceCrop,
    crop_bbox: stored.bbox.parse(row.cropBbox),
    detections: stored.detections.parse(row.detections),
    quality_score: row.qualityScore,
    quality_reasons: stored.reasons.parse(row.qualityReasons),
    palette: stored.palette.parse(row.palette),
    perceptual_hash: row.perceptualHash,
    revision: row.revision,
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
  };
}

const origin = (text: string | null, byUser: boolean) =>
  text === null ? null : byUser ? 'user' : 'analysis';
