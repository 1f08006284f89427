import { type SceneCue, sceneCues } from '../engines/scene-cues.ts';
import type { StoryboardScene } from '../schemas/storyboard.ts';

/** A shot as it stands in the film; `startsAt` and `seconds` in seconds of the film, title card included. */
export type SubtitledScene = {
  startsAt: number;
  seconds: number;
  scene: Pick<StoryboardScene, 'audio' | 'description' | 'duration'>;
};

/** What is read during a film, in film time. A shot that is not in it gives none. */
export function filmCues(
  scenes: readonly SubtitledScene[],
  nameOf: (tag: string) => string | null,
): SceneCue[] {
  return scenes.flatMap(({ scene, startsAt, seconds }) =>
    sceneCues({ ...scene, duration: seconds }, nameOf).map((cue) => ({
      ...cue,
      from: startsAt + cue.from,
      to: startsAt + cue.to,
    })),
  );
}

function timestamp(seconds: number): string {
  const ms = Math.max(0, Math.round(seconds * 1000));
  const part = (value: number, digits: number) => String(value).padStart(digits, '0');
  const [hours, minutes] = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60];
  return `${part(hours, 2)}:${part(minutes, 2)}:${part(Math.floor(ms / 1000) % 60, 2)}.${part(ms % 1000, 3)}`;
}

/** Cue text has `<` for tags and `&` for references, and no line break of its own (WebVTT, section 4.2.2). */
const escaped = (text: string) =>
  text.replace(/\s+/g, ' ').trim().replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Cues as a WebVTT file; who speaks stands as voice and, for players that show none, before the words. */
export function toWebVtt(cues: readonly SceneCue[]): string {
  const blocks = cues
    .filter(({ from, to, text }) => Math.round(to * 1000) > Math.round(from * 1000) && text.trim() !== '')
    .map(({ from, to, speaker, text }, i) => {
      const name = escaped(speaker ?? '');
      const words = name === '' ? escaped(text) : `<v ${name}>${name}: ${escaped(text)}</v>`;
      return `${i + 1}\n${timestamp(from)} --> ${timestamp(to)}\n${words}\n`;
    });
  return `${['WEBVTT\n', ...blocks].join('\n')}`;
}
