import { queryOptions } from '@tanstack/react-query';
import type { VerifyAnswer } from '#lib/schemas/lockfile.ts';
import type { ProjectDetail } from '#lib/schemas/project.ts';
import { apiFetch, readAnswer } from './http.ts';
import { projectKeys } from './project-queries.ts';

const lockfileSchemas = () => import('#lib/schemas/lockfile.ts');
const addressOf = (id: string) => `/api/projects/${id}/lockfile`;

/** The digest of a film's lockfile, which is its ETag. Asked anew for another film of the project. */
export const lockfileDigestOptions = ({
  project_id,
  film_hash,
  status,
  is_film_stale,
  title,
}: ProjectDetail) =>
  queryOptions({
    queryKey: [...projectKeys.all, 'lockfile', project_id, film_hash, title],
    queryFn: async ({ signal }) => {
      const response = await apiFetch(addressOf(project_id), { method: 'HEAD', signal });
      return response.headers.get('etag')?.replaceAll(/^(?:W\/)?"|"$/g, '') ?? null;
    },
    enabled: status === 'complete' && film_hash !== null && !is_film_stale,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Asks whether a film's lockfile still holds here: digests, files, versions. Draws nothing. */
export async function verifyFilm(projectId: string): Promise<VerifyAnswer> {
  const lockfile = await (await apiFetch(addressOf(projectId))).text();
  const response = await apiFetch('/api/projects/verify', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: lockfile,
  });
  return readAnswer(
    response,
    lockfileSchemas().then((file) => file.verifyAnswerSchema),
  );
}
