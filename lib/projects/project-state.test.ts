import { describe, expect, it } from 'vitest';
import { PROJECT_STATUSES } from '../schemas/project.ts';
import { canResume, canRetry, canStop, isActive, nextStep, statusWord } from './project-state.ts';

const project = (status: (typeof PROJECT_STATUSES)[number], stop = false) => ({
  status,
  stop_requested: stop,
  run_through: null,
  error_message: null,
  scenes_done: 2,
  scenes_total: 6,
});

describe('what a state allows', () => {
  it('is at most one of stop, resume and retry', () => {
    for (const status of PROJECT_STATUSES) {
      const p = project(status);
      expect([canStop(p), canResume(p), canRetry(p)].filter(Boolean).length, status).toBe(
        status === 'complete' ? 0 : 1,
      );
    }
  });

  it('is no second stop', () => {
    expect(canStop(project('video_gen', true))).toBe(false);
    expect(statusWord(project('video_gen', true))).toBe('Stopping');
    expect(statusWord(project('cancelled', true))).toBe('Stopped');
  });
});

describe('the next step', () => {
  it('is told for every state that waits for a person, and only for those', () => {
    for (const status of PROJECT_STATUSES) {
      const p = project(status);
      expect(nextStep(p) !== null, status).toBe(!isActive(p) && status !== 'complete');
    }
  });

  it('gives the reason of a failure as one sentence', () => {
    expect(nextStep({ ...project('failed'), error_message: 'The disk is full.' })?.detail).toBe(
      'The disk is full. Retry makes only what is missing.',
    );
  });

  it('counts what a partial film misses', () => {
    expect(nextStep(project('partial'))?.title).toBe('4 of 6 scenes failed');
  });

  it('names the stage that a staged film stopped after', () => {
    expect(nextStep({ ...project('staged'), run_through: 'keyframes' })).toEqual({
      title: 'Stopped after the keyframes, as you asked',
      detail: 'Continue makes the clips and stitches the film.',
    });
  });
});
