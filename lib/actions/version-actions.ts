'use server';

import { parseWith } from '../http/problem.ts';
import { restoreVersion } from '../manifests/restore-version.ts';
import { findUsage } from '../projects/asset-usage.ts';
import { idSchema } from '../schemas/text.ts';
import { usageRequestSchema } from '../schemas/usage.ts';
import { restoreVersionSchema } from '../schemas/version.ts';
import { actionResult } from './action-result.ts';

export async function restoreVersionAction(manifestId: string, version: number, ifRevision?: number) {
  return actionResult(async () => {
    const given = { version, ...(ifRevision !== undefined && { if_revision: ifRevision }) };
    const { version: n, if_revision } = parseWith(restoreVersionSchema, given, 'body');
    return restoreVersion(parseWith(idSchema, manifestId, 'body'), n, {
      ...(if_revision !== undefined && { ifRevision: if_revision }),
    });
  });
}

/** The films that any of these assets is in, before they are deleted. */
export async function findUsageAction(assetIds: string[]) {
  return actionResult(async () => findUsage(parseWith(usageRequestSchema, assetIds, 'body')));
}
