import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { makeQueryClient } from '#components/layout/query-client.ts';
import { ManifestCreator } from '#components/manifests/creator/manifest-creator.tsx';
import { manifestKeys } from '#lib/client/manifest-queries.ts';
import { getManifest } from '#lib/manifests/manifest-service.ts';
import { readOrNull } from '../../../read-or-null.ts';

type Props = { params: Promise<{ id: string }> };

const readManifest = readOrNull(getManifest);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const manifest = await readManifest((await params).id);
  return { title: manifest ? `Edit ${manifest.name}` : 'Not found' };
}

export default async function EditManifestPage({ params }: Props) {
  const { id } = await params;
  const manifest = await readManifest(id);
  if (!manifest) notFound();
  const queryClient = makeQueryClient();
  queryClient.setQueryData(manifestKeys.detail(id), manifest);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ManifestCreator manifestId={id} />
    </HydrationBoundary>
  );
}
