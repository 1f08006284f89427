import { z } from 'zod';
import { ASSET_LIMITS, assetSchema, createAssetSchema } from './asset.ts';
import { bulkAssetsSchema } from './asset-bulk.ts';
import { hashSchema, idSchema, instantSchema, proseSchema } from './text.ts';

export const ASSET_LIST_LIMITS = { assets: 500, url: 2048 } as const;

/** Where an asset's image is: at an address, or in the store already. */
const imageSourceSchema = z
  .strictObject({
    url: z
      .string()
      .max(ASSET_LIST_LIMITS.url, { error: 'too-long' })
      .optional()
      .describe('http or https, a public host. The image is fetched after the answer.'),
    sha256: hashSchema
      .optional()
      .describe("Of the bytes that were put or uploaded, or an asset's `image_hash`."),
  })
  .refine(({ url, sha256 }) => (url === undefined) !== (sha256 === undefined), { error: 'one-of-two' })
  .meta({ minProperties: 1, maxProperties: 1 });

const listedAssetSchema = createAssetSchema.extend({
  reverse_prompt: proseSchema(ASSET_LIMITS.description).nullish(),
  image: imageSourceSchema.nullish(),
});
export type ListedAsset = z.output<typeof listedAssetSchema>;

/** New assets of a manifest, in their order. */
export const assetListSchema = z.strictObject({
  op: z.literal('create').optional(),
  assets: z.array(listedAssetSchema).min(1).max(ASSET_LIST_LIMITS.assets, { error: 'too-many' }),
});

/** `POST /api/manifests/{id}/assets/bulk`: new assets, or one change of many. */
export const bulkBodySchema = z.discriminatedUnion('op', [assetListSchema, ...bulkAssetsSchema.options]);

export const imageImportSchema = z.object({
  asset_id: idSchema,
  url: z.string(),
  state: z
    .enum(['waiting', 'running', 'done', 'failed'])
    .describe('`waiting`: not begun, or to be tried again.'),
  tries: z.number().int().describe('How often it was begun.'),
  error: z.string().nullable().describe('Why it failed, or why the last try did; null: nothing went wrong.'),
  created_at: instantSchema,
  finished_at: instantSchema.nullable(),
});
export type ImageImport = z.infer<typeof imageImportSchema>;

export const createdAssetsSchema = z.object({
  manifest_id: idSchema,
  assets: z.array(assetSchema).describe('As they were given; those with an address have no image yet.'),
  imports: z.array(imageImportSchema).describe('One for each asset whose image is fetched.'),
});
export type CreatedAssets = z.infer<typeof createdAssetsSchema>;

export const imageImportsSchema = z.object({
  manifest_id: idSchema,
  waiting: z.number().int(),
  running: z.number().int(),
  done: z.number().int(),
  failed: z.number().int(),
  imports: z.array(imageImportSchema).describe('In the order of their assets.'),
});
export type ImageImports = z.infer<typeof imageImportsSchema>;
