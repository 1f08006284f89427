import { queryOptions } from '@tanstack/react-query';
import type { ProjectListItem, ProjectStatus } from '#lib/schemas/project.ts';
import { apiFetch } from './http.ts';
import { projectKeys, projectSchemas } from './project-queries.ts';

const RUNNING: readonly ProjectStatus[] = [
  'pending',
  'manifesting',
  'storyboarding',
  'keyframing',
  'video_gen',
  'stitching',
];
/** While a film runs the count moves; otherwise only another window may have started one. */
const RUNNING_MS = 2000;
const IDLE_MS = 30_000;

/** The newest film that is being made, of the five newest; null when none is. */
export const runningFilmOptions = () =>
  queryOptions({
    queryKey: [...projectKeys.lists(), 'running'],
    queryFn: async ({ signal }): Promise<ProjectListItem | null> => {
      const response = await apiFetch('/api/projects?limit=5', { signal });
      const films: unknown = await response.json();
      // Every page asks this when it opens: the schema is loaded only for a film that will be shown.
      const running = Array.isArray(films) && films.find((film) => RUNNING.includes(film?.status));
      return running ? (await projectSchemas()).projectListItemSchema.parse(running) : null;
    },
    refetchInterval: ({ state }) => (state.data ? RUNNING_MS : IDLE_MS),
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
  const isCounted = (status === 'keyframing' || status === 'video_gen') && scenes_total > 0;
  return isCounted ? `${word} ${scenes_done}/${scenes_total}` : word;
}
