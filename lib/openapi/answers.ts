import { z } from 'zod';
import { idSchema } from '../schemas/text.ts';

/** Of what starts an analysis of a manifest. */
export const startedProcessingSchema = z
  .object({
    task_id: idSchema.describe('Of this run; `run_id` of the progress.'),
    status: z.string().describe('Of the manifest: `PROCESSING`.'),
    manifest_id: idSchema,
  })
  .loose();
