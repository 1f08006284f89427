import { z } from 'zod';
import { hashSchema } from './text.ts';

/** An image in the store that assets can be given by its hash. */
export const storedImageSchema = z.object({
  sha256: hashSchema.describe('Of the bytes as sent.'),
  size: z.number().int().describe('Bytes as sent.'),
  media_type: z.string(),
  image_hash: hashSchema.describe('Of what assets, engines and films use: upright, sRGB, without metadata.'),
  width: z.number().int(),
  height: z.number().int(),
  url: z.string().describe('Of the image that is used.'),
  warnings: z
    .array(z.string())
    .describe('What was noticed while it was read; of one that was there already, nothing.'),
});
export type StoredImage = z.infer<typeof storedImageSchema>;
