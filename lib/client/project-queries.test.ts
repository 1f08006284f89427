import { expect, it } from 'vitest';
import type { ProjectDetail, ProjectStatusAnswer } from '#lib/schemas/project.ts';
import { withStatus } from './project-queries.ts';

const detail = { status: 'keyframing', updated_at: '2026-11-20T12:00:05.000Z', scenes: [] } as unknown;
const event = (status: string, at: string) =>
  ({
    status,
    stop_requested: false,
    stages: {},
    error_message: null,
    film_url: null,
    updated_at: at,
  }) as unknown;

it('a status event moves a film on', () => {
  const next = withStatus(
    detail as ProjectDetail,
    event('video_gen', '2026-11-20T12:00:06.000Z') as ProjectStatusAnswer,
  );
  expect(next.status).toBe('video_gen');
  expect(next.scenes).toEqual([]);
});

it('a status event older than what is on screen changes nothing', () => {
  const late = event('storyboarding', '2026-11-20T12:00:04.000Z') as ProjectStatusAnswer;
  expect(withStatus(detail as ProjectDetail, late)).toBe(detail);
});
