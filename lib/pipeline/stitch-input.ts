import type { FilmSettings } from '../engines/engine.ts';
import type { SceneAudio, SceneTransition, StyleGuide } from '../schemas/storyboard.ts';

/** What a finished film is joined from. */
export type StitchInput = {
  /** In film order. `duration` in seconds; `transition` is how the clip begins, `audio` what is heard in it. */
  clips: { hash: string; duration: number; transition: SceneTransition; audio: SceneAudio }[];
  settings: FilmSettings;
  styleGuide: StyleGuide;
  credits: {
    projectId: string;
    /** Of the snapshot; null: made without a manifest. */
    digest: string | null;
    manifestName: string | null;
    manifestVersion: number | null;
  };
};
