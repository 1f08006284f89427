import { z } from 'zod';

/* Headers of answers that several operations have. */

export const etagHeader = z.string().meta({ description: 'Counts edits; give it back as If-Match.' });
export const locationHeader = z.string().meta({ description: 'Path of what was made.' });
export const linkHeader = z
  .string()
  .optional()
  .meta({ description: 'The next page: `<…>; rel="next"`; absent on the last one.' });
