import type { ManifestCategory } from '#lib/schemas/manifest.ts';
import { CATEGORY_OPTIONS } from './creator/category-options.ts';

/** The words for a category. */
export const categoryLabel = (category: ManifestCategory): string =>
  CATEGORY_OPTIONS.find(({ value }) => value === category)?.label ?? category;
