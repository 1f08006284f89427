import { toAsset } from '../assets/asset-dto.ts';
import type { Asset as AssetRow, Manifest as ManifestRow } from '../generated/prisma/client.ts';
import { ASSET_LIMITS, type Asset } from '../schemas/asset.ts';
import type { BundleAsset, BundleManifest } from '../schemas/bundle.ts';
import { firstCodePoints } from '../schemas/text-rules.ts';

type TagCounter = { prefix: string; lastNumber: number };

/**
 * The content of a manifest as a bundle has it: no ids, times, use, version or revision, references by tag. Assets are
 * given in their order.
 */
export function toBundleManifest(
  { name, description, category, tags }: ManifestRow,
  counters: TagCounter[],
  assets: AssetRow[],
): BundleManifest {
  const tagOf = new Map(assets.map((asset) => [asset.id, asset.manifestTag]));
  return {
    name,
    description,
    category,
    tags,
    tag_counters: Object.fromEntries(
      counters.filter((c) => c.lastNumber > 0).map((c) => [c.prefix, c.lastNumber]),
    ),
    assets: assets.map((asset) => toBundleAsset(asset, tagOf)),
  };
}

function toBundleAsset(row: AssetRow, tagOf: ReadonlyMap<string, string>): BundleAsset {
  const asset = toAsset(row);
  return {
    tag: asset.manifest_tag,
    type: asset.asset_type,
    name: asset.name,
    description: asset.description,
    user_tags: asset.user_tags,
    source: asset.source,
    primary: asset.is_primary,
    view: asset.view,
    view_of: (row.viewOfId && tagOf.get(row.viewOfId)) ?? null,
    cropped_from: (row.sourceAssetId && tagOf.get(row.sourceAssetId)) ?? null,
    file_name: asset.file_name,
    image: row.originalHash,
    analysed: asset.analysis_state === 'done',
    analysis: {
      quality_score: asset.quality_score,
      quality_reasons: asset.quality_reasons,
      palette: asset.palette,
      crop: asset.crop_bbox,
      detections: asset.detections,
      perceptual_hash: asset.perceptual_hash,
      detection_class: asset.detection_class,
      detection_confidence: asset.detection_confidence,
      is_face_crop: asset.is_face_crop,
    },
    reverse_prompt: written(asset.reverse_prompt, asset.reverse_prompt_origin),
    visual_description: written(asset.visual_description, asset.visual_description_origin),
  };
}

/** Analyses have written longer texts than an asset may have. */
const written = (text: string | null, by: Asset['reverse_prompt_origin']) =>
  text === null || by === null ? null : { text: firstCodePoints(text, ASSET_LIMITS.description), by };
