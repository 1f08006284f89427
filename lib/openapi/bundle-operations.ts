import { z } from 'zod';
import { IMPORT_LIMITS } from '../bundles/import-service.ts';
import { PAPERS } from '../manifests/sheet-pages.ts';
import {
  exportQuerySchema,
  importPreviewSchema,
  importQuerySchema,
  importResultSchema,
} from '../schemas/bundle.ts';
import { idSchema } from '../schemas/text.ts';
import { operation } from './operation.ts';

const tag = 'Bundles';
const params = { id: idSchema };
const zip = {
  200: { description: 'The bundle.', type: 'application/zip' },
  304: { description: 'Unchanged.' },
};

export const exportManifest = operation({
  id: 'exportManifest',
  method: 'GET',
  path: '/api/manifests/{id}/export',
  tag,
  summary: 'A manifest with its images as a zip',
  description: 'A bundle: `manifest.json` and every image once, by its hash. It can be imported anywhere.',
  params,
  answers: zip,
  errors: ['not-found'],
});

export const exportManifests = operation({
  id: 'exportManifests',
  method: 'GET',
  path: '/api/manifests/export',
  tag,
  summary: 'Several manifests in one zip',
  description: 'The same bundle with several manifests; `ids` are separated by commas.',
  query: exportQuerySchema,
  answers: zip,
  errors: ['not-found'],
});

export const importBundle = operation({
  id: 'importBundle',
  method: 'POST',
  path: '/api/manifests/import',
  tag,
  summary: 'Take manifests in from a bundle',
  description: 'With `dry_run=true` it only says what it would do.',
  query: importQuerySchema,
  multipart: IMPORT_LIMITS,
  answers: {
    200: {
      description: 'A preview, or nothing was new.',
      schema: importPreviewSchema.or(importResultSchema),
    },
    201: { description: 'What was made.', schema: importResultSchema },
  },
});

export const getContactSheet = operation({
  id: 'getContactSheet',
  method: 'GET',
  path: '/api/manifests/{id}/contact-sheet',
  tag: 'Manifests',
  summary: 'All assets of a manifest with their tags in one picture',
  description:
    'PDF with `format=pdf`, on sheets of the given `paper`. It changes with the assets: ask again with its ETag.',
  params,
  query: z.strictObject({
    format: z.enum(['png', 'pdf']).default('png'),
    /** Of the PDF. */
    paper: z.enum(PAPERS).default('a4'),
  }),
  answers: {
    200: { description: 'PNG, or PDF when asked for.', type: ['image/png', 'application/pdf'] },
    206: { description: 'The part of the PNG that was asked for.', type: 'image/png' },
    304: { description: 'Unchanged.' },
  },
  errors: ['not-found', 'invalid-state', 'range-not-satisfiable'],
});
