import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { makeQueryClient } from '#components/layout/query-client.ts';
import { ManifestView } from '#components/manifests/view/manifest-view.tsx';
import { FILMS_READ, manifestFilmsOptions } from '#lib/client/manifest-films-query.ts';
import { manifestDetailOptions } from '#lib/client/manifest-queries.ts';
import { manifestVersionsOptions } from '#lib/client/version-queries.ts';
import { getManifest } from '#lib/manifests/manifest-service.ts';
import { listVersions } from '#lib/manifests/version-service.ts';
import { listProjects } from '#lib/projects/project-service.ts';
import { listProjectsQuerySchema } from '#lib/schemas/project.ts';
import { VERSION_LIMITS } from '#lib/schemas/version.ts';
import { readOrNull } from '../../../read-or-null.ts';

type ManifestPageProps = { params: Promise<{ id: string }> };

const readManifest = readOrNull(getManifest);
const readVersions = readOrNull((id) => listVersions(id, { limit: VERSION_LIMITS.defaultPage }));
const readFilms = readOrNull((id) =>
  listProjects(listProjectsQuerySchema.parse({ manifest_id: id, limit: String(FILMS_READ) })),
);

export async function generateMetadata({ params }: ManifestPageProps): Promise<Metadata> {
  const manifest = await readManifest((await params).id);
  if (!manifest) notFound();
  return { title: manifest.name };
}

export default async function ManifestPage({ params }: ManifestPageProps) {
  const { id } = await params;
  const [manifest, versions, films] = await Promise.all([readManifest(id), readVersions(id), readFilms(id)]);
  if (!manifest) notFound();
  const queryClient = makeQueryClient();
  queryClient.setQueryData(manifestDetailOptions(id).queryKey, manifest);
  if (versions)
    queryClient.setQueryData(manifestVersionsOptions(id).queryKey, {
      pages: [versions],
      pageParams: [null],
    });
  if (films)
    queryClient.setQueryData(manifestFilmsOptions(id).queryKey, { films: films.items, total: films.total });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ManifestView manifestId={id} />
    </HydrationBoundary>
  );
}
