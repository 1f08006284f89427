import type { ProjectScene } from '../schemas/project.ts';

export type Take = ProjectScene['clips'][number];

/** Takes in which there is something to see. */
export const playable = (scene: ProjectScene): Take[] =>
  scene.clips.filter((take) => take.state === 'done' && take.url !== null);

/** What is particular about a take, as short as it goes; null when nothing is. */
export function takeNote(take: Take, isRunning: boolean): string | null {
  if (take.state === 'failed') return 'Failed';
  if (take.state === 'running' && isRunning) return `${Math.floor(take.progress * 100)} %`;
  if (take.state !== 'done') return 'Waiting';
  if (take.source === 'uploaded') return 'Own clip';
  return take.is_older ? 'Older text' : null;
}

/** What a take was made with. */
export function takeOrigin({ source, seed }: Take, filmSeed: number): string {
  return source === 'uploaded' ? 'uploaded' : `seed ${seed ?? filmSeed}`;
}

/**
 * Whether a running film only gets another take or another stitch: all of it can be watched meanwhile, and nothing that
 * it is joined from is missing.
 */
export const isTouchedUp = ({ film_url, scenes }: { film_url: string | null; scenes: ProjectScene[] }) =>
  film_url !== null &&
  scenes.every((scene) => scene.clips.some((take) => take.is_chosen && take.state === 'done'));
