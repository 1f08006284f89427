import { STAGES, type Stage, type Stages, stagesSchema } from '../schemas/project.ts';

type StageState = NonNullable<Stages[Stage]>['state'];

const WAITING = { state: 'waiting', started_at: null, finished_at: null, note: null } as const;
const ENDED: ReadonlySet<StageState> = new Set(['done', 'skipped']);

/** The stages column, parsed as if foreign. */
export const readStages = (column: unknown): Stages => stagesSchema.parse(column);

/** A stage begins, or goes on after a stop; the time of its first start stays. */
export function beginStage(stages: Stages, stage: Stage, now: Date): Stages {
  const before = stages[stage] ?? WAITING;
  if (ENDED.has(before.state)) return stages;
  const started_at = before.started_at ?? now.toISOString();
  return { ...stages, [stage]: { state: 'running', started_at, finished_at: null, note: null } };
}

/** A stage ends; one that is done or was skipped stays as it is. */
export function endStage(
  stages: Stages,
  stage: Stage,
  state: 'done' | 'partial' | 'failed' | 'skipped',
  now: Date,
  note: string | null = null,
): Stages {
  const before = stages[stage] ?? WAITING;
  if (ENDED.has(before.state)) return stages;
  const finished_at = now.toISOString();
  const started_at = before.started_at ?? (state === 'skipped' ? null : finished_at);
  return { ...stages, [stage]: { state, started_at, finished_at, note } };
}

/** What runs when a film is stopped or fails is marked so. */
export function endRunning(stages: Stages, state: 'stopped' | 'failed', now: Date): Stages {
  let ended = stages;
  for (const stage of STAGES) {
    const row = stages[stage];
    if (row?.state === 'running')
      ended = { ...ended, [stage]: { ...row, state, finished_at: now.toISOString() } };
  }
  return ended;
}

/**
 * For a run that begins again: what did not succeed is due once more, what has steps that are `due` too, and the film
 * is stitched anew.
 */
export function reopenStages(
  stages: Stages,
  due: { keyframes: boolean; clips: boolean } = { keyframes: false, clips: false },
): Stages {
  const again = new Set<string>([
    'stitch',
    ...(due.keyframes ? ['keyframes'] : []),
    ...(due.clips ? ['clips'] : []),
  ]);
  const kept = Object.entries(stages).filter(([stage, row]) => ENDED.has(row.state) && !again.has(stage));
  return Object.fromEntries(kept);
}
