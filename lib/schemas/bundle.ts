import { z } from 'zod';
import { cleanFileName } from '../assets/file-name.ts';
import {
  ASSET_LIMITS,
  assetSourceSchema,
  assetTypeSchema,
  assetViewSchema,
  bboxSchema,
  detectionSchema,
  manifestTagSchema,
  paletteSchema,
  qualityReasonSchema,
  TAG_PREFIX,
} from './asset.ts';
import { MANIFEST_LIMITS, manifestCategorySchema } from './manifest.ts';
import { hashSchema, idSchema, lineSchema, proseSchema, tagsSchema } from './text.ts';

/** What a bundle may hold, going out and coming in. */
export const BUNDLE_LIMITS = {
  /** The whole file. */
  bytes: 2 * 1024 * 1024 * 1024,
  /** `manifest.json`. */
  jsonBytes: 16 * 1024 * 1024,
  /** Values in it; an asset has about a hundred. */
  jsonValues: 2_000_000,
  manifests: 100,
  /** Of all manifests together; images are no more than assets. */
  assets: 10_000,
  /** Bytes out for each byte in; images hardly compress and JSON rarely beyond 30. */
  ratio: 100,
} as const;

export const BUNDLE_FORMAT = 'vidpipe-manifest-bundle';
export const BUNDLE_VERSION = 1;
/** Where the JSON Schema of this version is published; `$schema` of every bundle. */
export const BUNDLE_SCHEMA_PATH = '/schemas/manifest-bundle-1.json';

export const BUNDLE_EXTENSIONS = ['png', 'jpg', 'webp'] as const;

const TAG_NUMBER_MAX = 2_000_000_000;
const LABEL_MAX = 200;
const FILE_NAME_MAX = 255 * 4;

const counters = Object.fromEntries(
  Object.values(TAG_PREFIX).map((prefix) => [prefix, z.number().int().min(1).max(TAG_NUMBER_MAX).optional()]),
) as Record<(typeof TAG_PREFIX)[keyof typeof TAG_PREFIX], z.ZodOptional<z.ZodNumber>>;

const bundleBboxSchema = z.strictObject(bboxSchema.shape);
const label = lineSchema(LABEL_MAX);

/** A text and who wrote it: `user` by hand, `analysis` from measurements. */
const writtenTextSchema = z.strictObject({
  text: proseSchema(ASSET_LIMITS.description),
  by: z.enum(['user', 'analysis']),
});

/** What analysis found; null: it did not say. */
const bundleAnalysisSchema = z.strictObject({
  quality_score: z.number().min(0).max(10).nullable(),
  quality_reasons: z
    .array(
      z.strictObject({
        ...qualityReasonSchema.shape,
        label,
        detail: proseSchema(LABEL_MAX),
        advice: proseSchema(LABEL_MAX).nullable(),
      }),
    )
    .max(50, { error: 'too-many' })
    .nullable(),
  palette: z.array(z.strictObject(paletteSchema.element.shape)).max(100, { error: 'too-many' }).nullable(),
  crop: bundleBboxSchema.nullable(),
  detections: z
    .array(z.strictObject({ ...detectionSchema.shape, bbox: bundleBboxSchema, label }))
    .max(1000, { error: 'too-many' })
    .nullable(),
  perceptual_hash: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .nullable(),
  detection_class: label.nullable(),
  detection_confidence: z.number().min(0).max(1).nullable(),
  is_face_crop: z.boolean(),
});

export const bundleAssetSchema = z.strictObject({
  tag: manifestTagSchema.max(20, { error: 'too-long' }),
  type: assetTypeSchema,
  name: lineSchema(ASSET_LIMITS.name),
  description: proseSchema(ASSET_LIMITS.description),
  user_tags: tagsSchema(ASSET_LIMITS.userTags, ASSET_LIMITS.userTag),
  source: assetSourceSchema,
  primary: z.boolean().describe('What a model is sent first of its group of references.'),
  view: assetViewSchema.nullable(),
  view_of: manifestTagSchema.nullable().describe('Tag of the asset whose subject it shows too.'),
  cropped_from: manifestTagSchema.nullable().describe('Tag of the asset it was cropped from.'),
  file_name: z
    .string()
    .max(FILE_NAME_MAX, { error: 'too-long' })
    .transform((name) => cleanFileName(name))
    .nullable(),
  image: hashSchema.nullable().describe('SHA-256 of an image in `images`; null: an asset without an image.'),
  analysed: z.boolean(),
  analysis: bundleAnalysisSchema,
  reverse_prompt: writtenTextSchema.nullable(),
  visual_description: writtenTextSchema.nullable(),
});
export type BundleAsset = z.output<typeof bundleAssetSchema>;

export const bundleManifestSchema = z.strictObject({
  name: lineSchema(MANIFEST_LIMITS.name),
  description: proseSchema(MANIFEST_LIMITS.description),
  category: manifestCategorySchema,
  tags: tagsSchema(MANIFEST_LIMITS.tags, MANIFEST_LIMITS.tag),
  tag_counters: z
    .strictObject(counters)
    .describe(
      'The last number given in each tag series, those of deleted assets included: a tag is never given twice.',
    ),
  assets: z
    .array(bundleAssetSchema)
    .max(ASSET_LIMITS.perManifest, { error: 'too-many' })
    .describe('In their order.'),
});
export type BundleManifest = z.output<typeof bundleManifestSchema>;

/** One image file: the bytes as they were uploaded, and the upright sRGB master that vidpipe made of them. */
export const bundleImageSchema = z.strictObject({
  sha256: hashSchema,
  extension: z.enum(BUNDLE_EXTENSIONS),
  size: z.number().int().min(1).describe('Bytes.'),
  master: z
    .strictObject({
      sha256: hashSchema,
      width: z.number().int().min(1),
      height: z.number().int().min(1),
      has_alpha: z.boolean(),
    })
    .describe('For readers that do not decode; an importer goes by what it decodes itself. Pixels.'),
});
export type BundleImage = z.output<typeof bundleImageSchema>;

/** `manifest.json` of a `.manifest.zip`. Beside it stands `images/<sha256>.<extension>` for each of `images`. */
export const bundleSchema = z.strictObject({
  $schema: z.literal(BUNDLE_SCHEMA_PATH),
  format: z.literal(BUNDLE_FORMAT),
  version: z.literal(BUNDLE_VERSION),
  manifests: z.array(bundleManifestSchema).min(1).max(BUNDLE_LIMITS.manifests, { error: 'too-many' }),
  images: z.array(bundleImageSchema).max(BUNDLE_LIMITS.assets, { error: 'too-many' }),
});
export type Bundle = z.output<typeof bundleSchema>;

export const imageFileName = ({ sha256, extension }: Pick<BundleImage, 'sha256' | 'extension'>) =>
  `images/${sha256}.${extension}`;

export const exportQuerySchema = z.strictObject({
  ids: z
    .string()
    .max(BUNDLE_LIMITS.manifests * 37, { error: 'too-long' })
    .transform((ids) => [...new Set(ids.split(','))])
    .pipe(z.array(idSchema).min(1).max(BUNDLE_LIMITS.manifests, { error: 'too-many' }))
    .describe('Ids of manifests between commas, 100 at most.'),
});

export const IMPORT_CHOICES = ['skip', 'rename', 'merge'] as const;
export const importChoiceSchema = z.enum(IMPORT_CHOICES);
export type ImportChoice = z.infer<typeof importChoiceSchema>;

export const importQuerySchema = z.strictObject({
  dry_run: z
    .enum(['true', 'false'])
    .default('false')
    .transform((value) => value === 'true')
    .describe('`true`: nothing is changed; the answer says what an import would do.'),
  on_clash: importChoiceSchema
    .default('rename')
    .describe('What happens to a manifest whose name a live one has already.'),
  choices: z
    .string()
    .regex(/^(\d{1,2}:(skip|rename|merge)(,(?=\d)|$)){1,100}$/)
    .transform((text) => new Map(text.split(',').map(choiceOf)))
    .optional()
    .describe('The same for single manifests by their place in the bundle, from 0: `0:merge,2:skip`.'),
});
export type ImportQuery = z.output<typeof importQuerySchema>;

function choiceOf(pair: string): [number, ImportChoice] {
  const [place, choice] = pair.split(':');
  return [Number(place), importChoiceSchema.parse(choice)];
}

/** What an import would do with one manifest of the bundle. */
export const importPreviewItemSchema = z.object({
  index: z.number().int().describe('Place in the bundle, from 0.'),
  name: z.string(),
  asset_count: z.number().int(),
  known_image_count: z.number().int().describe('Assets whose image the library holds already.'),
  clash: z
    .object({ manifest_id: idSchema, name: z.string(), asset_count: z.number().int() })
    .nullable()
    .describe('The live manifest of the same name, the one changed last; null: the manifest is made anew.'),
  choices: z
    .object({
      rename: z.object({ name: z.string(), added: z.number().int() }),
      merge: z.object({ added: z.number().int(), left_alone: z.number().int() }),
    })
    .nullable()
    .describe('What each choice would do; null: there is nothing to choose.'),
  assets: z.array(
    z.object({
      tag: z.string(),
      type: assetTypeSchema,
      name: z.string(),
      state: z
        .enum(['new', 'same'])
        .describe(
          '`same`: the clashing manifest has this image under this name and type; merging leaves it alone.',
        ),
      is_image_known: z
        .boolean()
        .nullable()
        .describe('Whether the library holds its image already; null: it has none.'),
    }),
  ),
});
export type ImportPreviewItem = z.infer<typeof importPreviewItemSchema>;

export const importPreviewSchema = z.object({
  dry_run: z.literal(true),
  manifests: z.array(importPreviewItemSchema),
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

/** What an import did with one manifest of the bundle. */
export const importedItemSchema = z.object({
  index: z.number().int(),
  outcome: z.enum(['created', 'merged', 'skipped']),
  manifest_id: idSchema.describe(
    'The manifest that was made or merged into; of a skipped one, the one that was there.',
  ),
  name: z.string(),
  added_asset_ids: z.array(idSchema),
  tags: z.record(z.string(), z.string()).describe('Tag in the bundle → tag in the manifest.'),
});
export type ImportedItem = z.infer<typeof importedItemSchema>;

export const importResultSchema = z.object({
  dry_run: z.literal(false),
  manifests: z.array(importedItemSchema),
});
export type ImportResult = z.infer<typeof importResultSchema>;

/** Takes an import back: what it made goes to the trash, what it added to others is removed. */
export const undoImportSchema = z.strictObject({
  manifest_ids: z.array(idSchema).max(BUNDLE_LIMITS.manifests),
  asset_ids: z.array(idSchema).max(BUNDLE_LIMITS.assets),
});
export type UndoImport = z.output<typeof undoImportSchema>;
