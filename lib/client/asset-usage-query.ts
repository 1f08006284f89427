import { queryOptions } from '@tanstack/react-query';
import { usageSchema } from '#lib/schemas/usage.ts';
import { apiFetch } from './http.ts';
import { projectKeys } from './project-queries.ts';

/** The films and shots an asset is in. */
export const assetUsageOptions = (assetId: string) =>
  queryOptions({
    queryKey: [...projectKeys.lists(), 'of-asset', assetId],
    queryFn: async ({ signal }) =>
      usageSchema.parse(await (await apiFetch(`/api/assets/${assetId}/usage`, { signal })).json()),
  });
