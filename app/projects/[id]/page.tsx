import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { makeQueryClient } from '#components/layout/query-client.ts';
import { ProjectView } from '#components/projects/project-view.tsx';
import { forksOptions } from '#lib/client/fork-queries.ts';
import { projectSnapshotOptions } from '#lib/client/project-queries.ts';
import { getForks } from '#lib/projects/forks.ts';
import { getProject, getSnapshot } from '#lib/projects/project-service.ts';
import { readOrNull } from '../../read-or-null.ts';

type Props = { params: Promise<{ id: string }> };

/** Frozen assets that are sent with the page. */
const SENT_ASSETS = 200;

const readProject = readOrNull(getProject);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const project = await readProject((await params).id);
  if (!project) notFound();
  return { title: project.title };
}

export default async function ProjectPage({ params }: Props) {
  const project = await readProject((await params).id);
  if (!project) notFound();
  const id = project.project_id;
  const queryClient = makeQueryClient();
  const forks = queryClient.prefetchQuery({ ...forksOptions(id), queryFn: () => getForks(id), retry: false });
  if (project.snapshot_digest !== null) {
    const options = projectSnapshotOptions(id);
    await queryClient.prefetchQuery({
      ...options,
      queryFn: () => getSnapshot(id, { diff: 'live' }),
      retry: false,
    });
    // A large one comes by itself, after the page: in it, it would come twice, as markup and as data.
    const count = queryClient.getQueryData(options.queryKey)?.snapshot.assets.length ?? 0;
    if (count > SENT_ASSETS) queryClient.removeQueries({ queryKey: options.queryKey });
  }
  await forks;
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ProjectView initial={project} />
    </HydrationBoundary>
  );
}
