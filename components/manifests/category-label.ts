import type { ManifestCategory } from '#lib/schemas/manifest.ts';

const LABELS: Record<ManifestCategory, string> = {
  CHARACTERS: 'Characters',
  ENVIRONMENT: 'Environment',
  FULL_PRODUCTION: 'Full production',
  STYLE_KIT: 'Style kit',
  BRAND_KIT: 'Brand kit',
  CUSTOM: 'Custom',
};

export const CATEGORY_OPTIONS = Object.entries(LABELS).map(([value, label]) => ({ value, label }));

/** The words for a category. */
export const categoryLabel = (category: ManifestCategory): string => LABELS[category];
