import type { ProjectDetail, ProjectScene } from '../schemas/project.ts';

/** What an edit left behind its scene, and what was never made. */
export type OutOfDate = {
  /** Made from something else than their scene is now. */
  pictures: number;
  clips: number;
  /** Scenes of which a picture or the clip was never made. */
  newScenes: number;
  /** The finished film shows something else than it would now. */
  film: boolean;
};

type Source = Pick<ProjectDetail, 'scenes' | 'film_url' | 'is_film_stale'>;

/** Counts what "bring up to date" makes. Of the takes only the chosen ones count. */
export function outOfDate({ scenes, film_url, is_film_stale }: Source): OutOfDate {
  const pictures = scenes.flatMap((scene) => scene.keyframes).filter((each) => each.is_stale).length;
  const clips = scenes.filter((scene) => clipOf(scene)?.is_stale).length;
  const newScenes = scenes.filter(isNew).length;
  const hasChanged = pictures + clips + newScenes > 0;
  return { pictures, clips, newScenes, film: film_url !== null && (is_film_stale || hasChanged) };
}

const clipOf = (scene: ProjectScene) => scene.clips.find((clip) => clip.is_chosen);

const isNew = (scene: ProjectScene) =>
  scene.clips.length > 0 &&
  [...scene.keyframes, ...scene.clips].every(({ state, url }) => state === 'waiting' && url === null);

/** A scene whose picture or chosen clip is not what it says now. */
export const isSceneStale = (scene: ProjectScene): boolean =>
  scene.keyframes.some((each) => each.is_stale) || clipOf(scene)?.is_stale === true;

/** "3 pictures, 1 clip and the film are out of date."; null when nothing is. */
export function outOfDateWords({ pictures, clips, newScenes, film }: OutOfDate): string | null {
  const stale = [
    ...(pictures > 0 ? [count(pictures, 'picture')] : []),
    ...(clips > 0 ? [count(clips, 'clip')] : []),
    ...(film ? ['the film'] : []),
  ];
  const isOne = stale.length === 1 && pictures <= 1 && clips <= 1;
  const sentences = [
    ...(newScenes > 0 ? [`${count(newScenes, 'scene')} ${newScenes === 1 ? 'is' : 'are'} new.`] : []),
    ...(stale.length > 0 ? [`${capital(listed(stale))} ${isOne ? 'is' : 'are'} out of date.`] : []),
  ];
  return stale.length > 0 ? sentences.join(' ') : null;
}

const count = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const listed = (words: string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
