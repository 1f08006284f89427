import { expect, it } from 'vitest';
import { sampleScenes } from '#lib/projects/sample-scenes.ts';
import type { ProjectDetail, ProjectListItem, ProjectNews } from '#lib/schemas/project.ts';
import { isWholeReadDue, withNews, withRunning } from './project-queries.ts';

const scenes = sampleScenes(['done', 'done', 'running', 0.2], ['done', 'done', 'waiting']);
const detail = {
  status: 'video_gen',
  stop_requested: false,
  updated_at: '2026-11-20T12:00:05.000Z',
  scenes_done: 0,
  scenes,
} as unknown as ProjectDetail;
const news = (more: Partial<ProjectNews> = {}) =>
  ({
    status: 'video_gen',
    stop_requested: false,
    stages: {},
    clips: { done: 1, failed: 0, total: 2 },
    error_message: null,
    film_url: null,
    updated_at: '2026-11-20T12:00:06.000Z',
    scenes: sampleScenes(['done', 'done', 'done']),
    ...more,
  }) as ProjectNews;

it('an event lands in the film: the steps that changed, and only those', () => {
  const next = withNews(detail, news());
  expect(next.scenes[0]?.clips[0]?.state).toBe('done');
  expect(next.scenes[0]?.title).toBe('Scene 1');
  expect(next.scenes[1]).toEqual(scenes[1]);
  expect(next).toMatchObject({ scenes_done: 1, updated_at: '2026-11-20T12:00:06.000Z' });
});

it('an event older than what is on screen changes nothing', () => {
  expect(withNews(detail, news({ updated_at: '2026-11-20T12:00:04.000Z' }))).toBe(detail);
});

it('the whole film is read again for another stage, a stop and scenes that are new, and not for a step', () => {
  expect(isWholeReadDue(detail, news())).toBe(false);
  expect(isWholeReadDue(detail, news({ status: 'stitching' }))).toBe(true);
  expect(isWholeReadDue(detail, news({ stop_requested: true }))).toBe(true);
  expect(isWholeReadDue({ ...detail, scenes: [] }, news())).toBe(true);
  expect(isWholeReadDue(undefined, news())).toBe(true);
});

it('a list shows running films as they are now and leaves the others', () => {
  const film = (project_id: string, scenes_done: number) => ({ project_id, scenes_done }) as ProjectListItem;
  const page = { items: [film('a', 0), film('b', 3)], next_cursor: null, total: 2 };
  expect(withRunning(page, [film('a', 2), film('c', 1)]).items).toEqual([film('a', 2), film('b', 3)]);
});
