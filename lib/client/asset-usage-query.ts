import { queryOptions } from '@tanstack/react-query';
import { apiFetch, readAnswer } from './http.ts';
import { projectKeys } from './project-queries.ts';

/** The films and shots an asset is in. */
export const assetUsageOptions = (assetId: string) =>
  queryOptions({
    queryKey: [...projectKeys.lists(), 'of-asset', assetId],
    queryFn: async ({ signal }) =>
      readAnswer(
        await apiFetch(`/api/assets/${assetId}/usage`, { signal }),
        import('#lib/schemas/usage.ts').then((file) => file.usageSchema),
      ),
  });
