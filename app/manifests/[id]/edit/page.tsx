import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { makeQueryClient } from '#components/layout/query-client.ts';
import { ManifestCreator } from '#components/manifests/creator/manifest-creator.tsx';
import { manifestKeys } from '#lib/client/manifest-queries.ts';
import { AppError } from '#lib/errors.ts';
import { getManifest } from '#lib/manifests/manifest-service.ts';
import { idSchema } from '#lib/schemas/text.ts';

type Props = { params: Promise<{ id: string }> };

/** The manifest, read once for title and page. */
const read = cache(async (id: string) => {
  if (!idSchema.safeParse(id).success) return null;
  return getManifest(id).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not-found') return null;
    throw error;
  });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const manifest = await read((await params).id);
  return { title: manifest ? `Edit ${manifest.name}` : 'Not found' };
}

export default async function EditManifestPage({ params }: Props) {
  const { id } = await params;
  const manifest = await read(id);
  if (!manifest) notFound();
  const queryClient = makeQueryClient();
  queryClient.setQueryData(manifestKeys.detail(id), manifest);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ManifestCreator manifestId={id} />
    </HydrationBoundary>
  );
}
