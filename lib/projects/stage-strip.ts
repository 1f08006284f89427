import { type ProjectDetail, type ProjectScene, STAGES, type Stage, sceneCount } from '../schemas/project.ts';
import { STAGE_LABEL } from './project-state.ts';
import { secondsInWords } from './timecode.ts';

export type SegmentState = 'done' | 'running' | 'failed' | 'waiting';
/** One scene of one stage. `share` is how much of it is filled, 0…1. */
export type Segment = { state: SegmentState; share: number };

export type StageState = 'waiting' | 'running' | 'done' | 'partial' | 'failed' | 'skipped' | 'stopped';

export type StageView = {
  stage: Stage;
  label: string;
  state: StageState;
  /** "11/12"; null where there is nothing to count yet. */
  counter: string | null;
  segments: Segment[];
  note: string;
};

type Source = Pick<
  ProjectDetail,
  'stages' | 'scenes' | 'status' | 'run_through' | 'total_duration' | 'clip_duration'
>;

const FILLED: Segment = { state: 'done', share: 1 };
const EMPTY: Segment = { state: 'waiting', share: 0 };

/** The take that the film uses; the first one when none is marked. */
export const chosenClip = (scene: ProjectScene) =>
  scene.clips.find((clip) => clip.is_chosen) ?? scene.clips[0];

/** The five stages as the strip shows them. `nowMs` is the present, for what runs. */
export function stageStrip(project: Source, nowMs: number): StageView[] {
  return STAGES.map((stage) => {
    const state = stateOf(project, stage);
    return {
      stage,
      label: STAGE_LABEL[stage],
      state,
      counter: counterOf(project, stage),
      segments: segmentsOf(project, stage, state),
      note: noteOf(project, stage, state, nowMs),
    };
  });
}

function stateOf(project: Source, stage: Stage): StageState {
  const state = project.stages[stage]?.state ?? 'waiting';
  return state === 'waiting' && isBeyond(project.run_through, stage) ? 'skipped' : state;
}

/** After the last stage that was asked for. */
function isBeyond(runThrough: string | null, stage: Stage): boolean {
  const last = (STAGES as readonly string[]).indexOf(runThrough ?? '');
  return last >= 0 && STAGES.indexOf(stage) > last;
}

function counterOf({ scenes }: Source, stage: Stage): string | null {
  if (scenes.length === 0) return null;
  if (stage === 'storyboard') return `${scenes.length}/${scenes.length}`;
  if (stage === 'keyframes') {
    const all = scenes.flatMap((scene) => scene.keyframes);
    return `${all.filter((each) => each.state === 'done').length}/${scenes.length * 2}`;
  }
  if (stage === 'clips') {
    return `${scenes.filter((scene) => chosenClip(scene)?.state === 'done').length}/${scenes.length}`;
  }
  return null;
}

function segmentsOf(project: Source, stage: Stage, state: StageState): Segment[] {
  const { scenes } = project;
  if (stage === 'manifesting' || stage === 'stitch') return [wholeStage(state)];
  if (scenes.length === 0) {
    const planned = sceneCount(project.total_duration, project.clip_duration);
    return Array.from({ length: planned }, () => wholeStage(state));
  }
  if (stage === 'storyboard') return scenes.map(() => FILLED);
  return scenes.map(stage === 'keyframes' ? keyframesSegment : clipSegment);
}

function wholeStage(state: StageState): Segment {
  if (state === 'done' || state === 'partial') return FILLED;
  if (state === 'failed') return { state: 'failed', share: 1 };
  return state === 'running' ? { state: 'running', share: 0.5 } : EMPTY;
}

function keyframesSegment({ keyframes }: ProjectScene): Segment {
  if (keyframes.some((each) => each.state === 'failed')) return { state: 'failed', share: 1 };
  const done = keyframes.filter((each) => each.state === 'done').length;
  if (done >= 2) return FILLED;
  return done > 0 || keyframes.some((each) => each.state === 'running')
    ? { state: 'running', share: done / 2 || 0.1 }
    : EMPTY;
}

function clipSegment(scene: ProjectScene): Segment {
  const clip = chosenClip(scene);
  if (clip?.state === 'done') return FILLED;
  if (clip?.state === 'failed') return { state: 'failed', share: 1 };
  return clip?.state === 'running' ? { state: 'running', share: clip.progress } : EMPTY;
}

const percent = (share: number) => `${Math.floor(share * 100)} %`;

function noteOf(project: Source, stage: Stage, state: StageState, nowMs: number): string {
  const row = project.stages[stage];
  if (state === 'done' && row?.started_at && row.finished_at) {
    return row.note ?? secondsInWords(secondsBetween(row.started_at, Date.parse(row.finished_at)));
  }
  if (row?.note) return row.note;
  if (state === 'skipped') return isBeyond(project.run_through, stage) ? 'Not asked for' : 'Skipped';
  if (state === 'running') return runningNote(project, stage, nowMs);
  if (state === 'failed' || state === 'partial') return failedNote(project, stage);
  if (state === 'stopped') return 'Stopped';
  return state === 'done' ? 'Done' : waitingNote(project, stage);
}

function runningNote(project: Source, stage: Stage, nowMs: number): string {
  if (stage === 'clips') {
    const at = project.scenes.findIndex((scene) => chosenClip(scene)?.state === 'running');
    const clip = project.scenes[at] && chosenClip(project.scenes[at]);
    if (clip) return `Scene ${at + 1}, ${percent(clip.progress)}`;
  }
  const startedAt = project.stages[stage]?.started_at;
  return startedAt ? `${secondsInWords(secondsBetween(startedAt, nowMs))} so far` : 'Running';
}

function failedNote({ scenes }: Source, stage: Stage): string {
  const failed =
    stage === 'keyframes'
      ? scenes.flatMap((scene) => scene.keyframes).filter((each) => each.state === 'failed').length
      : scenes.filter((scene) => chosenClip(scene)?.state === 'failed').length;
  return failed > 0 ? `${failed} failed` : 'Failed';
}

function waitingNote({ scenes }: Source, stage: Stage): string {
  if (stage === 'stitch' && scenes.length > 0) {
    const missing = scenes.filter((scene) => chosenClip(scene)?.state !== 'done').length;
    return missing > 0 ? `Waits for ${missing} ${missing === 1 ? 'clip' : 'clips'}` : 'Next';
  }
  const before = STAGES[STAGES.indexOf(stage) - 1];
  return before ? `After ${STAGE_LABEL[before].toLowerCase()}` : 'Next';
}

const secondsBetween = (from: string, toMs: number) => Math.max(0, (toMs - Date.parse(from)) / 1000);
