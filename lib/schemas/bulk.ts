import { z } from 'zod';
import { BULK_LIMITS } from './bulk-values.ts';
import { MANIFEST_LIMITS, manifestCategorySchema, manifestStatusSchema } from './manifest.ts';
import { idSchema, tagsSchema } from './text.ts';

export * from './bulk-values.ts';

const tags = tagsSchema(MANIFEST_LIMITS.tags, MANIFEST_LIMITS.tag);
const flag = z.literal(true).optional();
/** What one edit may do. Adding and removing tags count as one. */
const ACTS = ['tags', 'category', 'delete', 'restore', 'duplicate', 'purge'] as const;

const actsOf = ({ add_tags, remove_tags, ...edit }: Record<string, unknown>) =>
  ACTS.filter((act) =>
    act === 'tags' ? add_tags !== undefined || remove_tags !== undefined : edit[act] !== undefined,
  );

/** One act on many manifests. */
export const bulkEditSchema = z
  .strictObject({
    manifest_ids: z
      .array(idSchema)
      .min(1)
      .max(BULK_LIMITS.manifests, { error: 'too-many' })
      .refine((ids) => new Set(ids).size === ids.length, { error: 'repeated' }),
    add_tags: tags.optional().describe('May stand beside `remove_tags`: both are one act.'),
    remove_tags: tags.optional(),
    category: manifestCategorySchema.optional(),
    delete: flag.describe('To the trash.'),
    restore: flag.describe('Out of the trash.'),
    duplicate: flag.describe('50 manifests at most.'),
    purge: flag.describe('Out of the trash, for ever.'),
  })
  .refine((edit) => actsOf(edit).length === 1, { error: 'one-act' })
  .refine(({ duplicate, manifest_ids }) => !duplicate || manifest_ids.length <= BULK_LIMITS.duplicates, {
    error: 'too-many',
    path: ['manifest_ids'],
  });
export type BulkEdit = z.output<typeof bulkEditSchema>;

const filmSchema = z.object({ project_id: idSchema, title: z.string() });

export const bulkResultSchema = z.object({
  changed: z
    .array(idSchema)
    .describe('What is different now; one that was as asked already is in neither list.'),
  made: z.array(idSchema).describe('Ids of the copies, of `duplicate`.'),
  refused: z.array(
    z.object({
      manifest_id: idSchema,
      name: z.string().nullable().describe('null: there is no such manifest.'),
      code: z.string(),
      detail: z.string(),
      projects: z.array(filmSchema).optional().describe('The newest films that hold it, when it is in use.'),
    }),
  ),
  undo: z
    .array(bulkEditSchema)
    .describe('Edits that, sent in this order, take this one back; none when nothing can.'),
});
export type BulkResult = z.output<typeof bulkResultSchema>;
export type BulkRefusal = BulkResult['refused'][number];

/** What a selection must know of a manifest that may not be on the screen. */
export const manifestBriefSchema = z.object({
  manifest_id: idSchema,
  name: z.string(),
  category: manifestCategorySchema,
  status: manifestStatusSchema,
  tags: z.array(z.string()),
  asset_count: z.number().int(),
});
export type ManifestBrief = z.output<typeof manifestBriefSchema>;
