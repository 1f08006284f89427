import { z } from 'zod';

const fieldErrorSchema = z.object({
  /** JSON pointer into the body, or the name of the parameter or header. */
  pointer: z.string().optional(),
  parameter: z.string().optional(),
  header: z.string().optional(),
  code: z.string(),
  detail: z.string(),
});

/** A refusal or failure as RFC 9457 has it. Further members depend on the code. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    /** One sentence: what, why, what next. */
    detail: z.string().optional(),
    /** Id of the request, for the log. */
    instance: z.string(),
    errors: z.array(fieldErrorSchema).optional(),
  })
  .loose();
