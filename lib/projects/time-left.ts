import type { ProjectDetail, ProjectScene } from '../schemas/project.ts';
import { type EstimateStage, estimateFilm } from './estimate.ts';
import { chosenClip } from './stage-strip.ts';

type Source = Pick<
  ProjectDetail,
  'started_at' | 'stages' | 'scenes' | 'clip_duration' | 'total_duration' | 'resolution' | 'run_through'
>;
type StageName = EstimateStage['stage'];

/** What a stage has to do and has done in this run, in keyframes or in seconds of clip. `seconds` it took so far. */
type Work = { all: number; done: number; left: number; seconds: number };
type Step = { state: string; started_at: string | null; finished_at: string | null };

/** Less than this of a stage's work says nothing about its pace. */
const ENOUGH_DONE = 0.05;

/**
 * Seconds until a running film is done, learned from what this run has made so far: a stage that runs goes on at its
 * own pace, one that has not begun takes as much longer or shorter than estimated as those before it did. null
 * when nothing is made yet.
 */
export function secondsLeft(project: Source, nowMs: number): number | null {
  if (!project.started_at) return null;
  const runStart = Date.parse(project.started_at);
  const { stages } = estimateFilm({
    clipDuration: project.clip_duration,
    totalDuration: project.total_duration,
    resolution: project.resolution,
    runThrough: project.run_through as 'storyboard' | 'keyframes' | 'clips' | null,
  });
  const works: Partial<Record<StageName, Work>> = {
    keyframes: workOf(keyframeParts(project.scenes), runStart, nowMs),
    clips: workOf(clipParts(project.scenes), runStart, nowMs),
  };
  const factor = slowness(stages, works);
  if (factor === null) return null;
  const left = stages.reduce((sum, stage) => sum + stageLeft(project, stage, works, factor, nowMs), 0);
  return Math.max(1, Math.ceil(left));
}

type Part = { step: Step; weight: number; progress: number };

const keyframeParts = (scenes: ProjectScene[]): Part[] =>
  scenes.flatMap((scene) => scene.keyframes.map((step) => ({ step, weight: 1, progress: 0 })));

const clipParts = (scenes: ProjectScene[]): Part[] =>
  scenes.flatMap((scene) => {
    const step = chosenClip(scene);
    return step ? [{ step, weight: scene.duration, progress: step.progress }] : [];
  });

function workOf(parts: Part[], runStart: number, nowMs: number): Work {
  const work: Work = { all: 0, done: 0, left: 0, seconds: 0 };
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const { step, weight, progress } of parts) {
    work.all += weight;
    const share = step.state === 'running' ? progress : Number(isEnded(step));
    work.left += weight * (1 - share);
    const startedAt = Date.parse(step.started_at ?? '');
    // What an earlier run has made says nothing about this one.
    if (!(startedAt >= runStart) || step.state === 'waiting') continue;
    work.done += weight * share;
    from = Math.min(from, startedAt);
    to = Math.max(to, step.state === 'running' ? nowMs : Date.parse(step.finished_at ?? ''));
  }
  // Between two steps too, time passes.
  if (work.left > 0) to = nowMs;
  work.seconds = Math.max(0, (to - from) / 1000) || 0;
  return work;
}

const isEnded = ({ state }: Step) => state === 'done' || state === 'failed';

const hasPace = ({ all, done, seconds }: Work): boolean =>
  done > 0 && done >= all * ENOUGH_DONE && seconds > 0;

/** How many times as long as estimated this machine takes now; null before anything is made. */
function slowness(stages: EstimateStage[], works: Partial<Record<StageName, Work>>): number | null {
  let actual = 0;
  let estimated = 0;
  for (const { stage, seconds } of stages) {
    const work = works[stage];
    if (!work || !hasPace(work)) continue;
    actual += work.seconds;
    estimated += (seconds * work.done) / work.all;
  }
  return estimated > 0 ? actual / estimated : null;
}

function stageLeft(
  project: Source,
  { stage, seconds }: EstimateStage,
  works: Partial<Record<StageName, Work>>,
  factor: number,
  nowMs: number,
): number {
  const work = works[stage];
  if (work) {
    if (hasPace(work)) return (work.left * work.seconds) / work.done;
    return work.all > 0 ? (seconds * factor * work.left) / work.all : seconds * factor;
  }
  const row = project.stages[stage];
  if (row?.state === 'running' && row.started_at)
    return Math.max(1, seconds * factor - (nowMs - Date.parse(row.started_at)) / 1000);
  return row && row.state !== 'waiting' ? 0 : seconds * factor;
}
