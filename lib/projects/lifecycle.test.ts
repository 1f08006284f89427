import { describe, expect, it } from 'vitest';
import type { Tx } from '../db/prisma.ts';
import { PROJECT_STATUSES } from '../schemas/project.ts';
import { ACTIVE_STATUSES, isActiveStatus, isLegal, moveProject, TRANSITIONS } from './lifecycle.ts';

describe('the life of a film', () => {
  it('goes stage by stage to its end', () => {
    const path = [
      'pending',
      'manifesting',
      'storyboarding',
      'keyframing',
      'video_gen',
      'stitching',
      'complete',
    ] as const;
    path.slice(1).forEach((to, i) => {
      expect(isLegal(path[i] ?? 'pending', to), to).toBe(true);
    });
  });

  it('leaves a finished film only to begin again and never skips or repeats a stage', () => {
    for (const to of PROJECT_STATUSES.filter((status) => status !== 'pending'))
      expect(isLegal('complete', to), to).toBe(false);
    for (const [from, to] of [
      ['pending', 'complete'],
      ['storyboarding', 'video_gen'],
      ['keyframing', 'stitching'],
      ['video_gen', 'keyframing'],
      ['stitching', 'staged'],
      ['cancelled', 'video_gen'],
      ['cancelled', 'complete'],
      ['partial', 'complete'],
    ] as const)
      expect(isLegal(from, to), `${from} → ${to}`).toBe(false);
  });

  it('can be stopped and can fail in every active state, and rests in all others', () => {
    for (const status of PROJECT_STATUSES) {
      expect(isLegal(status, 'cancelled'), status).toBe(isActiveStatus(status));
      expect(isLegal(status, 'failed'), status).toBe(isActiveStatus(status));
      if (!isActiveStatus(status) && status !== 'complete') expect(TRANSITIONS[status]).toEqual(['pending']);
    }
    expect(ACTIVE_STATUSES).toHaveLength(6);
  });

  it('refuses an illegal move before it touches the database', async () => {
    const untouchable = {} as Tx;
    await expect(
      moveProject(untouchable, { id: 'x', attempt: 1, from: ['cancelled'], to: 'complete' }),
    ).rejects.toThrow('never goes from cancelled to complete');
  });
});
