import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { makeQueryClient } from '#components/layout/query-client.ts';
import { ManifestView } from '#components/manifests/view/manifest-view.tsx';
import { FILMS_READ, manifestFilmsOptions } from '#lib/client/manifest-films-query.ts';
import { manifestDetailOptions } from '#lib/client/manifest-queries.ts';
import { getManifest } from '#lib/manifests/manifest-service.ts';
import { listProjects } from '#lib/projects/project-service.ts';
import { listProjectsQuerySchema } from '#lib/schemas/project.ts';
import { readOrNull } from '../../../read-or-null.ts';

type ManifestPageProps = { params: Promise<{ id: string }> };

const readManifest = readOrNull(getManifest);

export async function generateMetadata({ params }: ManifestPageProps): Promise<Metadata> {
  const manifest = await readManifest((await params).id);
  if (!manifest) notFound();
  return { title: manifest.name };
}

export default async function ManifestPage({ params }: ManifestPageProps) {
  const { id } = await params;
  const manifest = await readManifest(id);
  if (!manifest) notFound();
  const films = listProjectsQuerySchema.parse({ manifest_id: id, limit: String(FILMS_READ) });
  const queryClient = makeQueryClient();
  queryClient.setQueryData(manifestDetailOptions(id).queryKey, manifest);
  await queryClient.prefetchQuery({
    ...manifestFilmsOptions(id),
    queryFn: () => listProjects(films).then(({ items, total }) => ({ films: items, total })),
  });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ManifestView manifestId={id} />
    </HydrationBoundary>
  );
}
