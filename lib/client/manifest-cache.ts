import type { QueryClient } from '@tanstack/react-query';
import type { ManifestDetail } from '#lib/schemas/manifest.ts';
import { manifestKeys } from './manifest-queries.ts';

/**
 * Changes the cached manifest to what the server is known to hold. A read that began before the change would bring
 * the old state back, so it is stopped first; whoever calls asks for a new one when all changes are through.
 */
export async function changeCachedManifest(
  queryClient: QueryClient,
  manifestId: string,
  change: (detail: ManifestDetail) => ManifestDetail,
): Promise<void> {
  const queryKey = manifestKeys.detail(manifestId);
  await queryClient.cancelQueries({ queryKey });
  queryClient.setQueryData<ManifestDetail>(queryKey, (detail) => detail && change(detail));
}

/**
 * Version, revision and counts move with every edit: what shows this manifest reads it again. `onlyMark`: not now, but
 * when it is looked at next.
 */
export async function refreshManifest(
  queryClient: QueryClient,
  manifestId: string,
  { onlyMark = false } = {},
): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({
      queryKey: manifestKeys.detail(manifestId),
      refetchType: onlyMark ? 'none' : 'active',
    }),
    queryClient.invalidateQueries({ queryKey: manifestKeys.lists() }),
  ]);
}
