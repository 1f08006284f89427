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
  description:
    'A bundle: `manifest.json` and every image once, by its hash. It can be imported on any installation. More than an import takes is 413.',
  params,
  answers: zip,
  errors: ['not-found', 'payload-too-large'],
});

export const exportManifests = operation({
  id: 'exportManifests',
  method: 'GET',
  path: '/api/manifests/export',
  tag,
  summary: 'Several manifests in one zip',
  description: 'One bundle with all of them. One that is not there refuses all: 404.',
  query: exportQuerySchema,
  answers: zip,
  errors: ['not-found', 'payload-too-large'],
});

export const importBundle = operation({
  id: 'importBundle',
  method: 'POST',
  path: '/api/manifests/import',
  tag,
  summary: 'Take manifests in from a bundle',
  description:
    'All of them or none, 2 GB at most. The zip comes as the part `file`, or as the body itself with `Content-Type: application/zip`. With `dry_run=true` it only says what it would do. A bundle that is wrong is refused with 422 and says where.',
  query: importQuerySchema,
  multipart: IMPORT_LIMITS,
  answers: {
    200: {
      description: 'A preview, or nothing was new.',
      schema: importPreviewSchema.or(importResultSchema),
    },
    201: { description: 'What was made.', schema: importResultSchema },
  },
  errors: ['insufficient-storage'],
});

export const getContactSheet = operation({
  id: 'getContactSheet',
  method: 'GET',
  path: '/api/manifests/{id}/contact-sheet',
  tag: 'Manifests',
  summary: 'All assets of a manifest with their tags in one picture',
  description:
    'PNG; with `format=pdf` a PDF for print. It changes with the assets: ask again with its ETag as `If-None-Match`. A manifest without assets has none: 404.',
  params,
  query: z.strictObject({
    format: z.enum(['png', 'pdf']).default('png'),
    paper: z.enum(PAPERS).default('a4').describe('Of the PDF.'),
  }),
  answers: {
    200: { description: 'PNG, or PDF when asked for.', type: ['image/png', 'application/pdf'] },
    206: { description: 'The part of the PNG that was asked for.', type: 'image/png' },
    304: { description: 'Unchanged.' },
  },
  errors: ['not-found', 'range-not-satisfiable'],
});
