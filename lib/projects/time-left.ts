import type { ProjectDetail } from '../schemas/project.ts';
import { type EstimateStage, estimateFilm } from './estimate.ts';
import { stageStrip } from './stage-strip.ts';

/** Below this share the pace of a run says nothing about its end. */
const ENOUGH_DONE = 0.15;

type Source = Parameters<typeof stageStrip>[0] & Pick<ProjectDetail, 'started_at' | 'resolution'>;

/**
 * Seconds until a running film is done: its own pace so far, weighed by how long its stages usually take.
 * null when it cannot be told yet.
 */
export function secondsLeft(project: Source, nowMs: number): number | null {
  if (!project.started_at) return null;
  const strip = stageStrip(project, nowMs);
  const { stages, seconds } = estimateFilm({
    clipDuration: project.clip_duration,
    totalDuration: project.total_duration,
    resolution: project.resolution,
    runThrough: project.run_through as 'storyboard' | 'keyframes' | 'clips' | null,
  });
  const doneOf = ({ stage }: EstimateStage) => {
    const segments = strip.find((each) => each.stage === stage)?.segments ?? [];
    return segments.reduce((sum, each) => sum + each.share, 0) / Math.max(1, segments.length);
  };
  const share = stages.reduce((sum, each) => sum + each.seconds * doneOf(each), 0) / seconds;
  if (share < ENOUGH_DONE || share >= 1) return null;
  const elapsed = (nowMs - Date.parse(project.started_at)) / 1000;
  return Math.ceil((elapsed * (1 - share)) / share);
}
