import { z } from 'zod';
import { ASSET_TYPES, analysisStateSchema, assetSchema } from './asset.ts';
import {
  MANIFEST_CATEGORIES,
  MANIFEST_LIMITS,
  MANIFEST_SORTS,
  MANIFEST_STATUSES,
  PROCESSING_STEPS,
} from './manifest-values.ts';
import { searchMatchSchema } from './search-match.ts';
import { hashSchema, idSchema, instantSchema, lineSchema, proseSchema, tagsSchema } from './text.ts';

export * from './manifest-values.ts';

export const manifestCategorySchema = z.enum(MANIFEST_CATEGORIES);

export const manifestStatusSchema = z.enum(MANIFEST_STATUSES);

const manifestFields = {
  name: lineSchema(MANIFEST_LIMITS.name),
  description: proseSchema(MANIFEST_LIMITS.description),
  category: manifestCategorySchema,
  tags: tagsSchema(MANIFEST_LIMITS.tags, MANIFEST_LIMITS.tag),
};

export const createManifestSchema = z.strictObject({
  name: manifestFields.name,
  description: manifestFields.description.nullish(),
  category: manifestFields.category.default('CUSTOM'),
  tags: manifestFields.tags.nullish(),
});
export type CreateManifest = z.output<typeof createManifestSchema>;

/** Absent: unchanged. null: cleared (name cannot be; category goes back to CUSTOM). */
export const updateManifestSchema = z.strictObject({
  name: manifestFields.name.optional(),
  description: manifestFields.description.nullish(),
  category: manifestFields.category.nullish(),
  tags: manifestFields.tags.nullish(),
});
export type UpdateManifest = z.output<typeof updateManifestSchema>;

/** A query parameter that is a whole number written in plain decimal digits. */
export const wholeNumberParameter = (min: number, max: number) =>
  z
    .string()
    .regex(/^[0-9]{1,10}$/, { error: 'not-a-number' })
    .transform(Number)
    .pipe(z.number().int().min(min).max(max));

const flagParameter = z
  .enum(['true', 'false'])
  .default('false')
  .transform((v) => v === 'true');

/** A query parameter that is a list: parts between commas; a comma that belongs to a part is written `%2C`. */
const listParameter = () =>
  z.string().transform((text) => text.split(',').map((part) => part.replace(/%2C/gi, ',')));

export const listManifestsQuerySchema = z.strictObject({
  category: manifestCategorySchema.optional(),
  status: manifestStatusSchema.optional(),
  tag: lineSchema(MANIFEST_LIMITS.tag).optional(),
  /** All of them. */
  tags: listParameter().pipe(tagsSchema(MANIFEST_LIMITS.tags, MANIFEST_LIMITS.tag)).optional(),
  /** Only these. */
  ids: listParameter()
    .pipe(z.array(idSchema).max(MANIFEST_LIMITS.page, { error: 'too-many' }))
    .optional(),
  q: lineSchema(MANIFEST_LIMITS.search).optional(),
  sort_by: z.enum(MANIFEST_SORTS).default('updated_at'),
  sort_order: z.enum(['asc', 'desc']).default('desc'),
  limit: wholeNumberParameter(1, MANIFEST_LIMITS.page).default(MANIFEST_LIMITS.defaultPage),
  cursor: z.string().optional(),
  trashed: flagParameter,
});
export type ListManifestsQuery = z.output<typeof listManifestsQuerySchema>;

/** `permanent`: a manifest that is in the trash is deleted for ever. */
export const deleteManifestQuerySchema = z.strictObject({ permanent: flagParameter });

export const duplicateManifestQuerySchema = z.strictObject({ name: manifestFields.name.optional() });

export const processManifestSchema = z.strictObject({
  /** `missing`: what has an image and was never analysed or failed. */
  scope: z
    .union([
      z.enum(['missing', 'all']),
      z
        .array(idSchema)
        .min(1)
        .max(5000)
        .refine((ids) => new Set(ids).size === ids.length, { error: 'repeated' }),
    ])
    .default('missing'),
});
export type ProcessScope = z.output<typeof processManifestSchema>['scope'];

/** The JSON in `manifests.processing_progress`: the running or last analysis. Its counts follow from the assets. */
export const processingRunSchema = z.object({
  run_id: idSchema,
  /** Where the manifest rested before: one that was READY stays so with images it has not analysed yet. */
  from_status: manifestStatusSchema,
  step: z.enum(PROCESSING_STEPS).nullable(),
  started_at: instantSchema,
  finished_at: instantSchema.nullable(),
  cancelled: z.boolean().default(false),
});
export type ProcessingRun = z.infer<typeof processingRunSchema>;

export const processingProgressSchema = processingRunSchema.extend({
  total: z.number().int(),
  done: z.number().int(),
  failed: z.number().int(),
});
export type ProcessingProgress = z.infer<typeof processingProgressSchema>;

/** One tile of a card's contact sheet, in order, primary first. */
export const sheetTileSchema = z.object({
  asset_id: idSchema,
  manifest_tag: z.string(),
  name: z.string(),
  thumbnail_url: z.string().nullable(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  has_alpha: z.boolean(),
  placeholder: z.string().nullable(),
  analysed: z.boolean(),
});
export type SheetTile = z.infer<typeof sheetTileSchema>;

export const manifestListItemSchema = z.object({
  manifest_id: idSchema,
  name: z.string(),
  description: z.string(),
  thumbnail_url: z.string().nullable(),
  category: manifestCategorySchema,
  tags: z.array(z.string()),
  status: manifestStatusSchema,
  asset_count: z.number().int(),
  times_used: z.number().int(),
  last_used_at: instantSchema.nullable(),
  version: z.number().int(),
  revision: z.number().int(),
  created_at: instantSchema,
  updated_at: instantSchema,
  deleted_at: instantSchema.nullable(),
  contact_sheet_url: z.string().nullable(),
  type_counts: z.partialRecord(z.enum(ASSET_TYPES), z.number().int()),
  /** The first 24 assets with an image. */
  sheet: z.array(sheetTileSchema),
  processing_progress: processingProgressSchema.nullable(),
  /** First failure, for the card of an ERROR manifest. */
  error_summary: z.string().nullable(),
  /** Only in the answer to a search: why it was found. */
  matches: z.array(searchMatchSchema).optional(),
});
export type ManifestListItem = z.infer<typeof manifestListItemSchema>;

/** What a person edits of a manifest, as a 412 tells it. */
export const manifestFieldsSchema = manifestListItemSchema.pick({
  revision: true,
  name: true,
  description: true,
  category: true,
  tags: true,
});

export const manifestDetailSchema = manifestListItemSchema.extend({
  total_processing_cost: z.number(),
  parent_manifest_id: idSchema.nullable(),
  owner_project_id: idSchema.nullable(),
  assets: z.array(assetSchema),
});
export type ManifestDetail = z.infer<typeof manifestDetailSchema>;

/** `GET /api/manifests/{id}/progress`, and the data of its server-sent events. */
export const manifestProgressSchema = z.object({
  manifest_id: idSchema,
  status: manifestStatusSchema,
  revision: z.number().int(),
  progress: processingProgressSchema.nullable(),
  /** Seconds, measured on this run; null: not known yet. */
  seconds_left: z.number().nullable(),
  contact_sheet_hash: hashSchema.nullable(),
  assets: z.array(
    z.object({
      asset_id: idSchema,
      analysis_state: analysisStateSchema,
      analysis_error: z.string().nullable(),
      quality_score: z.number().nullable(),
    }),
  ),
});
export type ManifestProgress = z.infer<typeof manifestProgressSchema>;

/** The `X-Counts` header of a list: how many rows of each status and category there are. */
export const manifestCountsSchema = z.object({
  status: z.partialRecord(manifestStatusSchema, z.number()),
  category: z.partialRecord(manifestCategorySchema, z.number()),
});

/** `GET /api/tags` */
export const tagCountsSchema = z.array(z.object({ tag: z.string(), count: z.number() }));
