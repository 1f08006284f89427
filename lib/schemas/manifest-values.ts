/* What pages need of a manifest's rules without its schemas, as in `asset-values.ts`. */

export const MANIFEST_LIMITS = {
  name: 120,
  description: 4000,
  tags: 50,
  tag: 60,
  search: 200,
  page: 200,
  defaultPage: 100,
} as const;

export const MANIFEST_CATEGORIES = [
  'CHARACTERS',
  'ENVIRONMENT',
  'FULL_PRODUCTION',
  'STYLE_KIT',
  'BRAND_KIT',
  'CUSTOM',
] as const;
export type ManifestCategory = (typeof MANIFEST_CATEGORIES)[number];

export const MANIFEST_STATUSES = ['DRAFT', 'PROCESSING', 'READY', 'ERROR'] as const;
export type ManifestStatus = (typeof MANIFEST_STATUSES)[number];

export const MANIFEST_SORTS = ['updated_at', 'created_at', 'name', 'times_used', 'asset_count'] as const;

export const PROCESSING_STEPS = ['measure', 'contact_sheet'] as const;
