import { z } from 'zod';
import {
  analysisStateSchema,
  assetTypeSchema,
  detectionSchema,
  manifestTagSchema,
  qualityReasonSchema,
} from './asset.ts';
import { cursorParameter, manifestStatusSchema, wholeNumberParameter } from './manifest.ts';
import { type SnapshotData, snapshotAssetSchema, snapshotDataSchema } from './snapshot.ts';
import { hashSchema, idSchema, instantSchema } from './text.ts';

export const VERSION_LIMITS = { page: 100, defaultPage: 30, version: 2_147_483_647 } as const;

const versionNumber = z.number().int().min(1).max(VERSION_LIMITS.version);

/** A version as a part of an address: `3`. */
export const versionParameter = z.string().regex(/^[1-9][0-9]{0,8}$/, { error: 'not-a-number' });

export const listVersionsQuerySchema = z.strictObject({
  limit: wholeNumberParameter(1, VERSION_LIMITS.page).default(VERSION_LIMITS.defaultPage),
  cursor: cursorParameter,
});
export type ListVersionsQuery = z.output<typeof listVersionsQuerySchema>;

export const compareVersionsQuerySchema = z.strictObject({
  from: wholeNumberParameter(1, VERSION_LIMITS.version).describe('Number of a version.'),
  to: wholeNumberParameter(1, VERSION_LIMITS.version).describe('Number of a version.'),
});

export const restoreVersionSchema = z.strictObject({
  version: versionNumber,
  if_revision: z.number().int().positive().optional(),
});

export const CHANGED_FIELDS = [
  'image',
  'type',
  'name',
  'description',
  'tags',
  'reverse prompt',
  'visual description',
  'primary',
  'view',
  'analysis',
] as const;
export type ChangedField = (typeof CHANGED_FIELDS)[number];

export const MANIFEST_FIELDS = ['name', 'description', 'category', 'tags'] as const;

/** What a version changed against another one. An asset is the same one by its id, also under another tag. */
export const versionChangesSchema = z.object({
  against: versionNumber
    .nullable()
    .describe(
      'The version it is compared with; null: there was none before, and every asset counts as added.',
    ),
  manifest: z.array(z.enum(MANIFEST_FIELDS)),
  added: z.array(manifestTagSchema),
  removed: z.array(manifestTagSchema),
  changed: z.array(
    z.object({
      manifest_tag: manifestTagSchema,
      former_tag: manifestTagSchema.optional().describe('Its tag before its type changed.'),
      fields: z.array(z.enum(CHANGED_FIELDS)),
    }),
  ),
  reordered: z.boolean().describe('What both hold stands in another order.'),
});
export type VersionChanges = z.infer<typeof versionChangesSchema>;

/** What the frozen form leaves out of an asset, so that films of equal content have equal digests. */
const assetExtrasSchema = z.object({
  file_name: z.string().nullable(),
  placeholder: z.string().nullable(),
  analysis_state: analysisStateSchema,
  analysis_error: z.string().nullable(),
  reverse_prompt_by_user: z.boolean(),
  visual_by_user: z.boolean(),
  detection_class: z.string().nullable(),
  detection_confidence: z.number().nullable(),
  is_face_crop: z.boolean(),
  detections: z.array(detectionSchema).nullable(),
  quality_reasons: z.array(qualityReasonSchema).nullable(),
  created_at: instantSchema,
});
export type AssetExtras = z.infer<typeof assetExtrasSchema>;

/** The JSON in `manifest_versions.extras`: assets by id. */
export const versionExtrasSchema = z.object({
  status: manifestStatusSchema,
  assets: z.record(idSchema, assetExtrasSchema),
});
export type VersionExtras = z.infer<typeof versionExtrasSchema>;

/** A version in the list, newest first. */
export const manifestVersionSchema = z.object({
  version: versionNumber,
  is_current: z.boolean(),
  began_at: instantSchema,
  digest: hashSchema.describe('Digest of the snapshots of this version.'),
  restored_from_version: versionNumber.nullable(),
  changes: versionChangesSchema,
  summary: z.string().describe('For people: "2 replaced: PROP_01, ENV_02".'),
  films: z
    .object({
      count: z.number().int(),
      newest: z.object({ project_id: idSchema, title: z.string() }).nullable(),
    })
    .describe('Films that are not deleted.'),
});
export type ManifestVersion = z.infer<typeof manifestVersionSchema>;

export const versionContentSchema = z.object({
  manifest_id: idSchema,
  version: versionNumber,
  is_current: z.boolean(),
  began_at: instantSchema,
  digest: hashSchema,
  restored_from_version: versionNumber.nullable(),
  snapshot: snapshotDataSchema,
});
export type VersionContent = z.infer<typeof versionContentSchema>;

/** Two versions side by side. Only what differs comes whole. */
export const versionComparisonSchema = z.object({
  manifest_id: idSchema,
  from: versionNumber,
  to: versionNumber,
  changes: versionChangesSchema,
  manifest: z.object({
    from: snapshotDataSchema.shape.manifest,
    to: snapshotDataSchema.shape.manifest,
  }),
  assets: z.array(
    z.object({
      kind: z.enum(['added', 'removed', 'changed']),
      fields: z.array(z.enum(CHANGED_FIELDS)),
      from: snapshotAssetSchema.nullable().describe('null: not in that version.'),
      to: snapshotAssetSchema.nullable(),
    }),
  ),
  unchanged: z.array(
    z.object({
      asset_id: idSchema,
      manifest_tag: manifestTagSchema,
      asset_type: assetTypeSchema,
      name: z.string(),
    }),
  ),
});
export type VersionComparison = z.infer<typeof versionComparisonSchema>;

/** A numbered content. */
export type NumberedContent = { version: number; data: SnapshotData };
