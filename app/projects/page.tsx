import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import type { SearchParams } from 'nuqs/server';
import { makeQueryClient } from '#components/layout/query-client.ts';
import { ProjectList } from '#components/projects/project-list.tsx';
import { PROJECT_PAGE_SIZE, projectListOptions } from '#lib/client/project-queries.ts';
import { loadProjectFilters } from '#lib/client/project-url.ts';
import { listProjects } from '#lib/projects/project-service.ts';
import { listProjectsQuerySchema } from '#lib/schemas/project.ts';

export const metadata: Metadata = { title: 'Projects' };

export default async function ProjectsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const filters = await loadProjectFilters(searchParams);
  const query = listProjectsQuerySchema.safeParse({
    limit: String(PROJECT_PAGE_SIZE),
    ...(filters.q.trim() && { q: filters.q }),
    ...(filters.status && { status: filters.status }),
  });
  const queryClient = makeQueryClient();
  if (query.success) {
    await queryClient.prefetchInfiniteQuery({
      ...projectListOptions(filters),
      queryFn: () => listProjects(query.data),
    });
  }
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ProjectList />
    </HydrationBoundary>
  );
}
