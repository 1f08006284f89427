import { z } from 'zod';
import { ASSET_LIMITS, assetSchema, assetTypeSchema, manifestTagSchema } from './asset.ts';
import { MANIFEST_LIMITS } from './manifest.ts';
import { idSchema, lineSchema, tagsSchema } from './text.ts';

const assetIds = z
  .array(idSchema)
  .min(1)
  .max(ASSET_LIMITS.perManifest, { error: 'too-many' })
  .overwrite((ids) => [...new Set(ids)]);
const userTags = tagsSchema(ASSET_LIMITS.userTags, ASSET_LIMITS.userTag);
/** Tags that assets had before, by asset: what an undo gives back. */
const formerTags = z.record(idSchema, manifestTagSchema);

/** Where assets go: a manifest, or a new one of this name. */
const destinationSchema = z.union([
  z.strictObject({ manifest_id: idSchema }),
  z.strictObject({ name: lineSchema(MANIFEST_LIMITS.name) }),
]);
const destination = destinationSchema.describe('A manifest, or the name of a new one.');
export type Destination = z.output<typeof destinationSchema>;

/** `POST /api/manifests/{id}/assets/bulk`: one change of many assets of one manifest. */
export const bulkAssetsSchema = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('type'), asset_ids: assetIds, asset_type: assetTypeSchema }),
  /** Gives assets tags back that they gave up for another type, and the type with it. */
  z.strictObject({
    op: z.literal('retag'),
    former_tags: formerTags.describe(
      'By asset, the tag that it gave up in this manifest: it gets it back, and the type with it.',
    ),
  }),
  z.strictObject({
    op: z.literal('tags'),
    asset_ids: assetIds,
    add: userTags.default([]),
    remove: userTags.default([]),
  }),
  z.strictObject({ op: z.literal('delete'), asset_ids: assetIds }),
  z.strictObject({ op: z.literal('copy'), asset_ids: assetIds, to: destination }),
  z.strictObject({
    op: z.literal('move'),
    asset_ids: assetIds,
    to: destination,
    former_tags: formerTags
      .default({})
      .describe('By asset, the tag that it had in the other manifest before: it gets it back.'),
  }),
]);
export type BulkAssets = z.output<typeof bulkAssetsSchema>;
export type BulkAssetsInput = z.input<typeof bulkAssetsSchema>;
export type BulkOf<Op extends BulkAssets['op']> = Extract<BulkAssets, { op: Op }>;

/** `POST /api/manifests/{id}/assets/merge`: what `asset_ids` say goes to `into`, and they go. */
export const mergeAssetsSchema = z.strictObject({
  into: idSchema.describe('The asset that stays.'),
  asset_ids: assetIds.describe('The assets that go; `into` may be among them.'),
});
export type MergeAssets = z.output<typeof mergeAssetsSchema>;

export const bulkAnswerSchema = z.object({
  assets: z.array(assetSchema).describe('The assets that changed, as they are now; of a copy, the new ones.'),
  removed: z.array(idSchema).describe('Ids that are no longer in the manifest.'),
  missing: z.array(idSchema).describe('Ids that were not there: somebody else deleted or moved them.'),
  to: z
    .object({ manifest_id: idSchema, name: z.string(), is_new: z.boolean() })
    .nullable()
    .describe('Where moved and copied assets are.'),
});
export type BulkAnswer = z.infer<typeof bulkAnswerSchema>;
