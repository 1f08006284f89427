import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { makeQueryClient } from '#components/layout/query-client.ts';
import { ProjectView } from '#components/projects/project-view.tsx';
import { projectSnapshotOptions } from '#lib/client/project-queries.ts';
import { getProject, getSnapshot } from '#lib/projects/project-service.ts';
import { readOrNull } from '../../read-or-null.ts';

type Props = { params: Promise<{ id: string }> };

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
  if (project.snapshot_digest !== null) {
    await queryClient.prefetchQuery({
      ...projectSnapshotOptions(id),
      queryFn: () => getSnapshot(id, { diff: 'live' }),
      retry: false,
    });
  }
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ProjectView initial={project} />
    </HydrationBoundary>
  );
}
