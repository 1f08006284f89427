import { queryOptions } from '@tanstack/react-query';
import { apiFetch, readAnswer } from './http.ts';
import { projectKeys, projectSchemas } from './project-queries.ts';

export const FILMS_READ = 100;

/** The newest films that were made with a manifest, and how many there are in all. */
export const manifestFilmsOptions = (manifestId: string) =>
  queryOptions({
    queryKey: [...projectKeys.lists(), 'of-manifest', manifestId],
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({ manifest_id: manifestId, limit: String(FILMS_READ) });
      const response = await apiFetch(`/api/projects?${query}`, { signal });
      const films = await readAnswer(
        response,
        projectSchemas().then((file) => file.projectListItemSchema.array()),
      );
      return { films, total: Number(response.headers.get('x-total-count') ?? films.length) };
    },
  });
