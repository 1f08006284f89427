import type { Asset } from '#lib/schemas/asset.ts';
import type { ManifestDetail } from '#lib/schemas/manifest.ts';
import { UNTITLED } from './use-manifest-session.ts';

const EPOCH = '1970-01-01T00:00:00.000Z';

/** What "New manifest" shows before there is a row. */
export const NEW_MANIFEST: ManifestDetail = {
  manifest_id: '',
  name: UNTITLED,
  description: '',
  thumbnail_url: null,
  category: 'CUSTOM',
  tags: [],
  status: 'DRAFT',
  asset_count: 0,
  times_used: 0,
  last_used_at: null,
  version: 1,
  revision: 0,
  created_at: EPOCH,
  updated_at: EPOCH,
  deleted_at: null,
  contact_sheet_url: null,
  type_counts: {},
  sheet: [],
  processing_progress: null,
  error_summary: null,
  total_processing_cost: 0,
  parent_manifest_id: null,
  owner_project_id: null,
  assets: [],
};

type Draft = Record<string, unknown>;

/** The asset as it is on screen: null clears a text or the tags, and a text that was edited is the user's. */
export function assetWithDraft(asset: Asset, draft: Draft): Asset {
  if (Object.keys(draft).length === 0) return asset;
  const merged = { ...asset, ...draft } as Asset;
  return {
    ...merged,
    description: merged.description ?? '',
    user_tags: merged.user_tags ?? [],
    ...('reverse_prompt' in draft && { reverse_prompt_origin: 'user' as const }),
    ...('visual_description' in draft && { visual_description_origin: 'user' as const }),
  };
}

export function manifestWithDraft(manifest: ManifestDetail, draft: Draft): ManifestDetail {
  if (Object.keys(draft).length === 0) return manifest;
  const merged = { ...manifest, ...draft } as ManifestDetail;
  return {
    ...merged,
    description: merged.description ?? '',
    tags: merged.tags ?? [],
    category: merged.category ?? 'CUSTOM',
  };
}
