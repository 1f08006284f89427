import { z } from 'zod';
import { ASSET_LIMITS, assetTypeSchema } from './asset.ts';
import { PROJECT_LIMITS } from './project-values.ts';
import { lineSchema } from './text.ts';

/** What a person calls the images of a quick upload, beside `images[]` and in its order; null: not said. */
export const imageNamesSchema = z
  .array(lineSchema(ASSET_LIMITS.name).nullable())
  .max(PROJECT_LIMITS.quickUploadImages, { error: 'too-many' });

/** What they are taken for, likewise. */
export const imageTypesSchema = z
  .array(assetTypeSchema.nullable())
  .max(PROJECT_LIMITS.quickUploadImages, { error: 'too-many' });
