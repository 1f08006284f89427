import { z } from 'zod';
import { hashSchema } from './text.ts';

/** An image in the store that assets can be given by its hash. */
export const storedImageSchema = z.object({
  /** Of the bytes as sent. */
  sha256: hashSchema,
  /** Bytes as sent. */
  size: z.number().int(),
  media_type: z.string(),
  /** Of what assets, engines and films use: upright, sRGB, without metadata. */
  image_hash: hashSchema,
  width: z.number().int(),
  height: z.number().int(),
  /** Of the image that is used. */
  url: z.string(),
  /** What was noticed while it was read; of one that was there already, nothing. */
  warnings: z.array(z.string()),
});
export type StoredImage = z.infer<typeof storedImageSchema>;
