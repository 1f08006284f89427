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

/** A place in a list; opaque. */
export const cursorParameter = z
  .string()
  .optional()
  .describe('From the `Link` of the page before, with the same filters and order.');

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
  tag: lineSchema(MANIFEST_LIMITS.tag).optional().describe('A manifest must have this tag.'),
  tags: listParameter()
    .pipe(tagsSchema(MANIFEST_LIMITS.tags, MANIFEST_LIMITS.tag))
    .optional()
    .describe('Between commas; a manifest must have all of them. A comma in a tag is written `%2C`.'),
  ids: listParameter()
    .pipe(z.array(idSchema).max(MANIFEST_LIMITS.page, { error: 'too-many' }))
    .optional()
    .describe('Only these manifests; ids between commas.'),
  q: lineSchema(MANIFEST_LIMITS.search)
    .optional()
    .describe('Words of names, descriptions, tags and asset names; a typo is forgiven.'),
  sort_by: z.enum(MANIFEST_SORTS).default('updated_at'),
  sort_order: z.enum(['asc', 'desc']).default('desc'),
  limit: wholeNumberParameter(1, MANIFEST_LIMITS.page).default(MANIFEST_LIMITS.defaultPage),
  cursor: cursorParameter,
  trashed: flagParameter.describe('`true`: the trash instead of the library.'),
});
export type ListManifestsQuery = z.output<typeof listManifestsQuerySchema>;

export const deleteManifestQuerySchema = z.strictObject({
  permanent: flagParameter.describe('`true`: out of the trash, for ever.'),
});

export const duplicateManifestQuerySchema = z.strictObject({
  name: manifestFields.name.optional().describe('Of the copy. Absent: the name with “(Copy)” after it.'),
});

export const processManifestSchema = z.strictObject({
  scope: z
    .union([
      z.enum(['missing', 'all']),
      z
        .array(idSchema)
        .min(1)
        .max(5000)
        .refine((ids) => new Set(ids).size === ids.length, { error: 'repeated' }),
    ])
    .default('missing')
    .describe(
      '`missing`: images that were not analysed yet, or whose analysis failed; `all`; or the ids of assets with an image.',
    ),
});
export type ProcessScope = z.output<typeof processManifestSchema>['scope'];

/** The JSON in `manifests.processing_progress`: the running or last analysis. Its counts follow from the assets. */
export const processingRunSchema = z.object({
  run_id: idSchema,
  from_status: manifestStatusSchema.describe(
    'Where the manifest rested before: one that was READY stays so with images it has not analysed yet.',
  ),
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
  times_used: z.number().int().describe('How many films were started with it.'),
  last_used_at: instantSchema.nullable(),
  version: z
    .number()
    .int()
    .describe('Counts contents that films were made with: an edit after a film begins the next one.'),
  revision: z.number().int().describe('Counts edits of the manifest and its assets; its ETag.'),
  created_at: instantSchema,
  updated_at: instantSchema,
  deleted_at: instantSchema.nullable().describe('null: not in the trash.'),
  contact_sheet_url: z.string().nullable(),
  type_counts: z.partialRecord(z.enum(ASSET_TYPES), z.number().int()),
  sheet: z.array(sheetTileSchema).describe('The first 24 assets with an image.'),
  processing_progress: processingProgressSchema.nullable(),
  error_summary: z.string().nullable().describe('First failure, for the card of an ERROR manifest.'),
  matches: z
    .array(searchMatchSchema)
    .optional()
    .describe('Only in the answer to a search: why it was found.'),
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
  parent_manifest_id: idSchema.nullable().describe('What it is a copy of; null: no copy.'),
  owner_project_id: idSchema
    .nullable()
    .describe('The film whose quick upload it is; null: it is in the library.'),
  assets: z.array(assetSchema),
});
export type ManifestDetail = z.infer<typeof manifestDetailSchema>;

/** `GET /api/manifests/{id}/progress`, and the data of its server-sent events. */
export const manifestProgressSchema = z.object({
  manifest_id: idSchema,
  status: manifestStatusSchema,
  revision: z.number().int(),
  progress: processingProgressSchema.nullable(),
  seconds_left: z.number().nullable().describe('Seconds, measured on this run; null: not known yet.'),
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
