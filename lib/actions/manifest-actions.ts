'use server';

import { z } from 'zod';
import { parseWith } from '../http/problem.ts';
import { bulkEditAll, bulkEditManifests } from '../manifests/bulk-service.ts';
import {
  createManifest,
  deleteManifest,
  duplicateManifest,
  restoreManifest,
  updateManifest,
} from '../manifests/manifest-service.ts';
import { cancelProcessing, processManifest } from '../manifests/processing-service.ts';
import { BULK_LIMITS, bulkEditSchema } from '../schemas/bulk.ts';
import {
  createManifestSchema,
  duplicateManifestQuerySchema,
  manifestListItemSchema,
  processManifestSchema,
  updateManifestSchema,
} from '../schemas/manifest.ts';
import { idSchema } from '../schemas/text.ts';
import { actionResult } from './action-result.ts';

const id = (value: unknown) => parseWith(idSchema, value, 'body');

export async function createManifestAction(input: z.input<typeof createManifestSchema>) {
  return actionResult(async () => createManifest(parseWith(createManifestSchema, input, 'body')));
}

export async function updateManifestAction(
  manifestId: string,
  changes: z.input<typeof updateManifestSchema>,
  ifRevision?: number,
) {
  return actionResult(async () => {
    const revision = parseWith(z.number().int().positive().optional(), ifRevision, 'body');
    const manifest = await updateManifest(id(manifestId), parseWith(updateManifestSchema, changes, 'body'), {
      ...(revision !== undefined && { ifRevision: revision }),
    });
    // Without the assets: there may be thousands, and none of them changed.
    return manifestListItemSchema.parse(manifest);
  });
}

export async function deleteManifestAction(manifestId: string) {
  return actionResult(async () => {
    await deleteManifest(id(manifestId));
    return { manifest_id: manifestId };
  });
}

export async function restoreManifestAction(manifestId: string) {
  return actionResult(async () => restoreManifest(id(manifestId)));
}

export async function duplicateManifestAction(manifestId: string, name?: string) {
  return actionResult(async () =>
    duplicateManifest(
      id(manifestId),
      parseWith(duplicateManifestQuerySchema, name === undefined ? {} : { name }, 'body'),
    ),
  );
}

export async function processManifestAction(
  manifestId: string,
  scope: z.input<typeof processManifestSchema>['scope'] = 'missing',
) {
  return actionResult(async () =>
    processManifest(id(manifestId), parseWith(processManifestSchema, { scope }, 'body').scope),
  );
}

export async function cancelProcessingAction(manifestId: string) {
  return actionResult(async () => cancelProcessing(id(manifestId)));
}

export async function bulkEditAction(edit: z.input<typeof bulkEditSchema>) {
  return actionResult(async () => bulkEditManifests(parseWith(bulkEditSchema, edit, 'body')));
}

/** Takes a bulk edit back: all that its answer's `undo` says, or nothing. */
export async function undoBulkEditAction(edits: z.input<typeof bulkEditSchema>[]) {
  return actionResult(async () =>
    bulkEditAll(parseWith(z.array(bulkEditSchema).min(1).max(BULK_LIMITS.manifests), edits, 'body')),
  );
}
