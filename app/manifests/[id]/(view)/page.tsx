import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { makeQueryClient } from '#components/layout/query-client.ts';
import { ManifestView } from '#components/manifests/view/manifest-view.tsx';
import { manifestDetailOptions } from '#lib/client/manifest-queries.ts';
import { AppError } from '#lib/errors.ts';
import { getManifest } from '#lib/manifests/manifest-service.ts';
import { idSchema } from '#lib/schemas/text.ts';

type ManifestPageProps = { params: Promise<{ id: string }> };

/** Once per request, for the title and the page. An id that cannot be one names nothing. */
const readManifest = cache(async (id: string) => {
  if (!idSchema.safeParse(id).success) notFound();
  return getManifest(id).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not-found') notFound();
    throw error;
  });
});

export async function generateMetadata({ params }: ManifestPageProps): Promise<Metadata> {
  return { title: (await readManifest((await params).id)).name };
}

export default async function ManifestPage({ params }: ManifestPageProps) {
  const { id } = await params;
  const manifest = await readManifest(id);
  const queryClient = makeQueryClient();
  queryClient.setQueryData(manifestDetailOptions(id).queryKey, manifest);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ManifestView manifestId={id} />
    </HydrationBoundary>
  );
}
