import { queryOptions } from '@tanstack/react-query';
import type { ProjectListItem, ProjectStatus } from '#lib/schemas/project.ts';
import { apiFetch } from './http.ts';
import { projectKeys, projectSchemas } from './project-queries.ts';

/** While nothing runs, only another window may have started a film; a film that runs is followed by events. */
const IDLE_MS = 30_000;

/** Films as an answer or event has them. */
export const readFilms = async (data: unknown): Promise<ProjectListItem[]> =>
  // Every page asks this when it opens: the schema is loaded only for films that will be shown.
  Array.isArray(data) && data.length > 0
    ? (await projectSchemas()).projectListItemSchema.array().parse(data)
    : [];

/** The films that are being made now, newest first. */
export const runningFilmsOptions = () =>
  queryOptions({
    queryKey: projectKeys.running(),
    queryFn: async ({ signal }): Promise<ProjectListItem[]> =>
      readFilms(await (await apiFetch('/api/projects/running', { signal })).json()),
    refetchInterval: ({ state }) => (state.data?.length ? false : IDLE_MS),
  });

const STAGE_WORDS: Partial<Record<ProjectStatus, string>> = {
  pending: 'waiting',
  manifesting: 'manifesting',
  storyboarding: 'storyboard',
  keyframing: 'keyframes',
  video_gen: 'clips',
  stitching: 'stitch',
};

/** `clips 3/6`: where a running film stands. */
export function stageText({
  status,
  scenes_done,
  scenes_total,
}: Pick<ProjectListItem, 'status' | 'scenes_done' | 'scenes_total'>): string {
  const word = STAGE_WORDS[status] ?? status;
  return status === 'video_gen' && scenes_total > 0 ? `${word} ${scenes_done}/${scenes_total}` : word;
}
