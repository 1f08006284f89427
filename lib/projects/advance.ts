import { db, type Tx } from '../db/prisma.ts';
import type { Prisma, Project as ProjectRow } from '../generated/prisma/client.ts';
import { enqueue, enqueueMany } from '../jobs/boss.ts';
import { startProcessingIn } from '../manifests/processing-service.ts';
import { createSnapshot } from '../manifests/snapshot.ts';
import type { ProjectStatus, Stage } from '../schemas/project.ts';
import { isActiveStatus, moveProject } from './lifecycle.ts';
import { findSteps, lockProject, type SceneSteps, touchProject } from './run-repo.ts';
import { beginStage, endRunning, endStage, readStages } from './stages.ts';

/**
 * Takes a film as far as its rows allow: decides, with the row locked, whether the present stage is over, and enqueues
 * the next one in the same transaction. Called at every step edge; a call that finds nothing to decide does nothing.
 */
export async function advance(projectId: string, attempt: number): Promise<void> {
  await db().$transaction((tx) => advanceIn(tx, projectId, attempt));
}

/** `advance` inside a transaction that does more. */
export async function advanceIn(tx: Tx, projectId: string, attempt: number): Promise<void> {
  const project = await lockProject(tx, projectId);
  if (!project || project.attempt !== attempt || !isActiveStatus(project.status)) return;
  const isStopped = project.stopRequestedAt !== null || project.deletedAt !== null;
  const hasMoved = isStopped ? await settleStop(tx, project) : await STEPS[project.status](tx, project);
  if (!hasMoved) return;
  await touchProject(tx, projectId);
  await advanceIn(tx, projectId, attempt);
}

type Decide = (tx: Tx, project: ProjectRow) => Promise<boolean>;

const STEPS: Record<
  'pending' | 'manifesting' | 'storyboarding' | 'keyframing' | 'video_gen' | 'stitching',
  Decide
> = {
  pending: leavePending,
  manifesting: leaveManifesting,
  storyboarding: leaveStoryboarding,
  keyframing: leaveKeyframing,
  video_gen: leaveClips,
  // The stitch job itself ends the film.
  stitching: async () => false,
};

const move = (
  tx: Tx,
  { id, attempt, status }: ProjectRow,
  to: ProjectStatus,
  data: Prisma.ProjectUncheckedUpdateManyInput,
) => moveProject(tx, { id, attempt, from: [status], to }, data);

async function leavePending(tx: Tx, project: ProjectRow): Promise<boolean> {
  const now = new Date();
  const startedAt = project.startedAt ?? now;
  const stages = readStages(project.stages);
  const snapshot = await tx.manifestSnapshot.count({ where: { projectId: project.id } });
  const quickUpload = snapshot === 0 ? await findQuickUpload(tx, project.id) : null;
  if (quickUpload) {
    if (quickUpload.status !== 'PROCESSING') await startProcessingIn(tx, quickUpload.id, 'missing');
    return move(tx, project, 'manifesting', { startedAt, stages: beginStage(stages, 'manifesting', now) });
  }
  const note = snapshot > 0 ? 'Skipped, manifest was ready' : 'Nothing to prepare';
  return move(tx, project, 'storyboarding', {
    startedAt,
    stages: beginStage(endStage(stages, 'manifesting', 'skipped', now, note), 'storyboard', now),
  });
}

export const findQuickUpload = (tx: Tx, projectId: string) =>
  tx.manifest.findFirst({
    where: { ownerProjectId: projectId, deletedAt: null },
    select: { id: true, status: true },
  });

async function leaveManifesting(tx: Tx, project: ProjectRow): Promise<boolean> {
  const manifest = await findQuickUpload(tx, project.id);
  if (manifest?.status === 'PROCESSING') return false;
  const now = new Date();
  const taken = manifest && (await createSnapshot(tx, { manifestId: manifest.id, projectId: project.id }));
  const note = manifest?.status === 'ERROR' ? 'Some images could not be analysed' : null;
  const stages = endStage(readStages(project.stages), 'manifesting', 'done', now, note);
  return move(tx, project, 'storyboarding', {
    stages: beginStage(stages, 'storyboard', now),
    ...(manifest && taken && { manifestId: manifest.id, manifestVersion: taken.version }),
  });
}

/** The scenes are written by the job of this stage; this finds them there. */
async function leaveStoryboarding(tx: Tx, project: ProjectRow): Promise<boolean> {
  const scenes = await findSteps(tx, project.id);
  if (scenes.length === 0) return false;
  const now = new Date();
  const stages = endStage(readStages(project.stages), 'storyboard', 'done', now);
  if (project.runThrough === 'storyboard') return move(tx, project, 'staged', { stages, finishedAt: now });
  await enqueueWaiting(tx, project, 'keyframe', scenes);
  return move(tx, project, 'keyframing', { stages: beginStage(stages, 'keyframes', now) });
}

async function leaveKeyframing(tx: Tx, project: ProjectRow): Promise<boolean> {
  const scenes = await findSteps(tx, project.id);
  const keyframes = scenes.flatMap((s) => s.keyframes);
  if (keyframes.some(isOpen)) return false;
  // A clip that a person gave needs no keyframes.
  const isReady = (s: SceneSteps) => s.keyframes.every((k) => k.state === 'done') || hasOwnClip(s);
  const ready = scenes.filter(isReady);
  const lost = scenes.filter((s) => !isReady(s));
  if (ready.length === 0) return endInFailure(tx, project, 'keyframes', scenes);
  const now = new Date();
  const outcome = lost.length > 0 ? 'partial' : 'done';
  const stages = endStage(readStages(project.stages), 'keyframes', outcome, now);
  if (project.runThrough === 'keyframes') return endStaged(tx, project, stages, scenes);
  await tx.clip.updateMany({
    where: { scene: { id: { in: lost.map((s) => s.id) } }, state: 'waiting' },
    data: { state: 'failed', error: 'A keyframe of this scene failed.', finishedAt: now },
  });
  await enqueueWaiting(tx, project, 'clip', ready);
  return move(tx, project, 'video_gen', { stages: beginStage(stages, 'clips', now) });
}

async function leaveClips(tx: Tx, project: ProjectRow): Promise<boolean> {
  const scenes = await findSteps(tx, project.id);
  const clips = scenes.flatMap((s) => s.clips);
  if (clips.some(isOpen)) return false;
  if (!clips.some((c) => c.state === 'done')) return endInFailure(tx, project, 'clips', scenes);
  const now = new Date();
  const outcome = clips.some((c) => c.state === 'failed') ? 'partial' : 'done';
  const stages = endStage(readStages(project.stages), 'clips', outcome, now);
  if (project.runThrough === 'clips') return endStaged(tx, project, stages, scenes);
  await enqueue(tx, 'stitch', { project_id: project.id, attempt: project.attempt });
  return move(tx, project, 'stitching', { stages: beginStage(stages, 'stitch', now) });
}

/** More than any film has. */
const SCENES_AT_MOST = 1000;

const hasOwnClip = ({ clips }: SceneSteps) => clips.some((c) => c.source === 'uploaded');
const isOpen = ({ state }: { state: string }) => state === 'waiting' || state === 'running';

/** One job for each step that waits. A scene's place is its priority: two films at once take turns, each in order. */
async function enqueueWaiting(
  tx: Tx,
  { id: project_id, attempt }: ProjectRow,
  queue: 'keyframe' | 'clip',
  scenes: SceneSteps[],
): Promise<void> {
  const waiting = (step: { state: string }) => step.state === 'waiting';
  const base = { project_id, attempt };
  const inTurn = (place: number) => SCENES_AT_MOST - place;
  if (queue === 'clip') {
    const clips = scenes.flatMap((s, place) => s.clips.filter(waiting).map((c) => ({ ...c, place })));
    const jobs = clips.map(({ id: clip_id }) => ({ ...base, clip_id }));
    return enqueueMany(tx, queue, jobs, { priorities: clips.map(({ place }) => inTurn(place)) });
  }
  const keyframes = scenes.flatMap((s, place) => s.keyframes.filter(waiting).map((k) => ({ ...k, place })));
  const jobs = keyframes.map(({ id: keyframe_id }) => ({ ...base, keyframe_id }));
  // Both ends of a shot come of one preparation: the starts first, so that two cores prepare two shots.
  const priorities = keyframes.map((k) => inTurn(k.place) + (k.position === 'start' ? SCENES_AT_MOST : 0));
  return enqueueMany(tx, queue, jobs, { priorities });
}

/** The last stage that was asked for is over. */
async function endStaged(
  tx: Tx,
  project: ProjectRow,
  stages: ReturnType<typeof readStages>,
  scenes: SceneSteps[],
): Promise<boolean> {
  const failure = failureOf(scenes);
  const data = { stages, finishedAt: new Date() };
  return failure ? move(tx, project, 'partial', { ...data, ...failure }) : move(tx, project, 'staged', data);
}

async function endInFailure(
  tx: Tx,
  project: ProjectRow,
  stage: Stage,
  scenes: SceneSteps[],
): Promise<boolean> {
  const now = new Date();
  const stages = endStage(readStages(project.stages), stage, 'failed', now);
  return move(tx, project, 'failed', { stages, finishedAt: now, ...failureOf(scenes) });
}

/** The first failure of a run as the film's own error; null when no step failed. */
export function failureOf(scenes: SceneSteps[]): { errorCode: string; errorMessage: string } | null {
  for (const { sceneIndex, keyframes, clips } of scenes) {
    const hasOwn = clips.some((c) => c.isChosen && c.source === 'uploaded' && c.state === 'done');
    const failed = [...(hasOwn ? [] : keyframes), ...clips].find((step) => step.state === 'failed');
    if (failed)
      return {
        errorCode: 'scene-failed',
        errorMessage: `Scene ${sceneIndex + 1}: ${failed.error ?? 'it could not be made.'}`,
      };
  }
  return null;
}

/** A stopped film rests as soon as nothing of it runs any more; what runs looks at the flag itself. */
async function settleStop(tx: Tx, project: ProjectRow): Promise<boolean> {
  const scenes = await findSteps(tx, project.id);
  const steps = scenes.flatMap((s) => [...s.keyframes, ...s.clips]);
  if (steps.some((step) => step.state === 'running')) return false;
  const now = new Date();
  return move(tx, project, 'cancelled', {
    stages: endRunning(readStages(project.stages), 'stopped', now),
    finishedAt: now,
  });
}

/** Ends a film whose present stage failed as a whole. Does nothing when it is not in that state any more. */
export async function failProject(
  { id, attempt, status }: { id: string; attempt: number; status: ProjectStatus },
  error: { code: string; message: string },
): Promise<void> {
  await db().$transaction(async (tx) => {
    const project = await lockProject(tx, id);
    if (!project || project.attempt !== attempt || project.status !== status) return;
    const now = new Date();
    const stages = endRunning(readStages(project.stages), 'failed', now);
    const failure = { errorCode: error.code, errorMessage: error.message };
    if (await move(tx, project, 'failed', { stages, finishedAt: now, ...failure }))
      await touchProject(tx, id);
  });
}
