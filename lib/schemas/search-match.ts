import { z } from 'zod';
import { assetTypeSchema } from './asset.ts';
import { idSchema } from './text.ts';

/** From, to (exclusive), in UTF-16 code units. */
export const rangeSchema = z.tuple([z.number().int(), z.number().int()]);

/** One text that a search found, and what to mark in it. A long text is cut down to what surrounds the first mark. */
export const searchMatchSchema = z.object({
  field: z.enum(['name', 'description', 'tag', 'asset']),
  text: z.string(),
  ranges: z.array(rangeSchema),
  asset: z
    .object({ asset_id: idSchema, manifest_tag: z.string(), name: z.string(), asset_type: assetTypeSchema })
    .nullable()
    .describe('With `asset`: whose name, tag or user tag `text` is.'),
});
export type SearchMatch = z.infer<typeof searchMatchSchema>;
