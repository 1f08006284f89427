import { z } from 'zod';
import { PROJECT_LIMITS, PROJECT_STATUSES } from './project-values.ts';
import { FITS } from './take-values.ts';
import { hashSchema, idSchema } from './text.ts';

export * from './take-values.ts';

const fitSchema = z.enum(FITS);

/** `?fit=` of an upload: `cover` crops to the frame, `contain` shows the whole picture. */
export const fitQuerySchema = z.strictObject({
  fit: fitSchema.default('cover').describe('`cover` crops it to the frame, `contain` shows all of it.'),
});

/** The JSON in `clips.operation` of an uploaded take. */
export const ownClipSchema = z.object({ original_hash: hashSchema, fit: fitSchema });

export const anotherTakeSchema = z.strictObject({
  seed: z.number().int().min(0).max(PROJECT_LIMITS.seed).optional().describe('Absent: by chance.'),
});
export type AnotherTake = z.output<typeof anotherTakeSchema>;

/** The number of a take in a path. */
export const takeNumberSchema = z.string().regex(/^[1-9][0-9]{0,3}$/);
export const positionSchema = z.enum(['start', 'end']);
export type Position = z.infer<typeof positionSchema>;

/** What changed, and where the film stands now. */
export const takeAnswerSchema = z.object({
  project_id: idSchema,
  scene_id: idSchema,
  take: z.number().int(),
  clip_id: idSchema,
  project_status: z.enum(PROJECT_STATUSES),
});
export type TakeAnswer = z.infer<typeof takeAnswerSchema>;

export const ownKeyframeAnswerSchema = z.object({
  project_id: idSchema,
  scene_id: idSchema,
  position: positionSchema,
  source: z.enum(['made', 'uploaded']),
  url: z.string().nullable(),
  warnings: z.array(z.string()),
});
export type OwnKeyframeAnswer = z.infer<typeof ownKeyframeAnswerSchema>;
