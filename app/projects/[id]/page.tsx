import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { makeQueryClient } from '#components/layout/query-client.ts';
import { ProjectView } from '#components/projects/project-view.tsx';
import { projectSnapshotOptions } from '#lib/client/project-queries.ts';
import { AppError } from '#lib/errors.ts';
import { getProject, getSnapshot } from '#lib/projects/project-service.ts';
import { idSchema } from '#lib/schemas/text.ts';

type Props = { params: Promise<{ id: string }> };

/** The film of the address, read once a request. */
const projectOf = cache(async (id: string) => {
  if (!idSchema.safeParse(id).success) notFound();
  return getProject(id).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not-found') notFound();
    throw error;
  });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await projectOf((await params).id)).title };
}

export default async function ProjectPage({ params }: Props) {
  const project = await projectOf((await params).id);
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
