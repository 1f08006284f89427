import type { ProjectDetail, ProjectScene } from '../schemas/project.ts';
import type { CameraMove } from '../schemas/storyboard.ts';
import { chosenClip } from './stage-strip.ts';
import { FRAMES_PER_SECOND, fileSize } from './timecode.ts';

export type ActivityEntry = {
  key: string;
  /** Seconds since the film began. */
  at: number;
  title: string;
  detail: string;
  tone: 'plain' | 'run' | 'err';
};

type Source = Pick<
  ProjectDetail,
  'created_at' | 'started_at' | 'finished_at' | 'status' | 'stages' | 'scenes' | 'film_seconds' | 'film_bytes'
>;

export const cameraWords = (move: CameraMove) => move.replaceAll('_', ' ');

/** What happened in a run, newest first, as far as the rows tell it. `assetCount` is of the snapshot, null without one. */
export function activityOf(project: Source, assetCount: number | null, nowMs: number): ActivityEntry[] {
  const start = Date.parse(project.started_at ?? project.created_at);
  const secondsAt = (instant: string) => Math.max(0, (Date.parse(instant) - start) / 1000);
  const entries: ActivityEntry[] = [];
  const add = (
    at: number,
    key: string,
    title: string,
    detail: string,
    tone: ActivityEntry['tone'] = 'plain',
  ) => entries.push({ key, at, title, detail, tone });

  /** What an earlier run has made is kept, and not told again. */
  const isKept = (instant: string) => Date.parse(instant) < start;
  const kept = keptOf(project.scenes, isKept);
  if (kept) add(0, 'kept', 'Kept from before', kept);
  if (assetCount !== null && kept === null)
    add(0, 'snapshot', 'Snapshot taken', `${count(assetCount, 'asset')} pinned`);
  const planned = project.stages.storyboard?.finished_at;
  if (planned && !isKept(planned) && project.scenes.length > 0) {
    const placements = project.scenes.reduce((sum, scene) => sum + scene.placements.length, 0);
    const what = `${count(project.scenes.length, 'scene')}, ${count(placements, 'placement')}`;
    add(secondsAt(planned), 'storyboard', 'Storyboard done', what);
  }
  for (const { frame, scene, number, total } of keyframesInOrder(project.scenes)) {
    const where = `scene ${scene.index + 1}, ${frame.position}`;
    if (!frame.finished_at || isKept(frame.finished_at)) continue;
    const failed = frame.state === 'failed';
    add(
      secondsAt(frame.finished_at),
      frame.keyframe_id,
      failed ? 'Keyframe failed' : `Keyframe ${number} of ${total}`,
      failed && frame.error ? `${where}: ${frame.error}` : where,
      failed ? 'err' : 'plain',
    );
  }
  for (const scene of project.scenes) {
    const clip = chosenClip(scene);
    if (clip?.finished_at && isKept(clip.finished_at)) continue;
    const title = `Clip ${scene.index + 1}`;
    if (clip?.state === 'done' && clip.finished_at) {
      const seconds = clip.duration ?? scene.duration;
      const what = `${seconds.toFixed(1)} s, ${Math.round(seconds * FRAMES_PER_SECOND)} frames`;
      add(secondsAt(clip.finished_at), clip.clip_id, `${title} done`, what);
    } else if (clip?.state === 'failed' && clip.finished_at) {
      add(secondsAt(clip.finished_at), clip.clip_id, `${title} failed`, clip.error ?? '', 'err');
    } else if (clip?.state === 'running') {
      const what = `${Math.floor(clip.progress * 100)} %, ${cameraWords(scene.camera_move)}`;
      add(Math.max(0, (nowMs - start) / 1000), clip.clip_id, title, what, 'run');
    }
  }
  const stitched = project.stages.stitch;
  if (stitched?.state === 'done' && stitched.finished_at) {
    const size = project.film_bytes === null ? [] : [fileSize(project.film_bytes)];
    const length = project.film_seconds === null ? [] : [`${project.film_seconds.toFixed(1)} s`];
    add(secondsAt(stitched.finished_at), 'stitch', 'Film done', [...length, ...size].join(', '));
  }
  return entries
    .map((entry, order) => ({ entry, order }))
    .sort((a, b) => b.entry.at - a.entry.at || b.order - a.order)
    .map(({ entry }) => entry);
}

/** Keyframes that ended, numbered in the order in which they were done. */
function keyframesInOrder(scenes: ProjectScene[]) {
  const all = scenes.flatMap((scene) => scene.keyframes.map((frame) => ({ frame, scene })));
  const ended = all
    .filter(({ frame }) => frame.finished_at !== null)
    .sort((a, b) => Date.parse(a.frame.finished_at ?? '') - Date.parse(b.frame.finished_at ?? ''));
  let number = 0;
  return ended.map(({ frame, scene }) => {
    if (frame.state === 'done') number += 1;
    return { frame, scene, number, total: scenes.length * 2 };
  });
}

/** "4 keyframes, 1 clip"; null when nothing is. */
function keptOf(scenes: ProjectScene[], isKept: (instant: string) => boolean): string | null {
  const isDone = (step: { state: string; finished_at: string | null } | undefined) =>
    step?.state === 'done' && step.finished_at !== null && isKept(step.finished_at);
  const keyframes = scenes.flatMap((scene) => scene.keyframes).filter(isDone).length;
  const clips = scenes.map(chosenClip).filter(isDone).length;
  const parts = [keyframes > 0 && count(keyframes, 'keyframe'), clips > 0 && count(clips, 'clip')];
  return parts.filter(Boolean).join(', ') || null;
}

const count = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`;
