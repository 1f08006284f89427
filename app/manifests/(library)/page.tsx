import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import { createLoader, type SearchParams } from 'nuqs/server';
import { makeQueryClient } from '#components/layout/query-client.ts';
import { ManifestLibrary } from '#components/manifests/library/manifest-library.tsx';
import { LIBRARY_URL_KEYS, libraryParsers } from '#lib/client/library-url.ts';
import { listParameters, manifestListOptions } from '#lib/client/manifest-queries.ts';
import { listManifests } from '#lib/manifests/manifest-service.ts';
import { listManifestsQuerySchema } from '#lib/schemas/manifest.ts';

export const metadata = { title: 'Library' };

const loadFilters = createLoader(libraryParsers, { urlKeys: LIBRARY_URL_KEYS });

export default async function LibraryPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const filters = await loadFilters(searchParams);
  const queryClient = makeQueryClient();
  const query = listManifestsQuerySchema.safeParse(listParameters(filters, null));
  // What the address says wrongly is left to the browser's own read, whose error names it.
  if (query.success)
    await queryClient.prefetchInfiniteQuery({
      ...manifestListOptions(filters),
      queryFn: () => listManifests(query.data),
    });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ManifestLibrary />
    </HydrationBoundary>
  );
}
