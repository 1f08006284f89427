import { randomInt } from 'node:crypto';
import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { createLoader, parseAsString, type SearchParams } from 'nuqs/server';
import { GenerateForm } from '#components/generate/generate-form.tsx';
import { makeQueryClient } from '#components/layout/query-client.ts';
import { filmPlanOptions, planInputOf } from '#lib/client/film-plan-query.ts';
import { manifestDetailOptions } from '#lib/client/manifest-queries.ts';
import { getManifest } from '#lib/manifests/manifest-service.ts';
import { askedValues, startValues } from '#lib/projects/generate-form-values.ts';
import { planFilm } from '#lib/projects/plan-film.ts';
import { planFilmSchema } from '#lib/schemas/film-plan.ts';

export const metadata: Metadata = { title: 'Generate' };

const loadAddress = createLoader({ manifest: parseAsString, from: parseAsString });

export default async function GeneratePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const address = await loadAddress(searchParams);
  const [initial, asked] = await Promise.all([startValues(randomInt(100_000)), askedValues(address)]);
  const manifestId = asked.manifest_id === undefined ? initial.manifest_id : asked.manifest_id;
  const queryClient = makeQueryClient();
  if (manifestId) {
    // A deleted manifest is left to the form, which says so and keeps everything else.
    await queryClient.prefetchQuery({
      ...manifestDetailOptions(manifestId),
      queryFn: () => getManifest(manifestId),
      retry: false,
    });
  }
  const film = planInputOf({ ...initial, ...asked }, []);
  if (film.prompt.trim() !== '')
    await queryClient.prefetchQuery({
      ...filmPlanOptions(film),
      queryFn: () => planFilm(planFilmSchema.parse(film)),
    });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <GenerateForm key={`${address.from} ${address.manifest}`} initial={initial} asked={asked} />
    </HydrationBoundary>
  );
}
