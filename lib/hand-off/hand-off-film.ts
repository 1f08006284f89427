/** A film as editing programs take it: parts on one track, times in frames. */
export type HandOffFilm = {
  projectId: string;
  title: string;
  /** Of the lockfile's snapshot; null: made without a manifest. */
  digest: string | null;
  width: number;
  height: number;
  hasSound: boolean;
  /** The whole film as one file. */
  film: HandOffMedia;
  parts: HandOffPart[];
};

export type HandOffMedia = {
  /** Relative to the list, with slashes: "media/scene-01.mp4". */
  path: string;
  frames: number;
};

export type HandOffPart = {
  kind: 'title' | 'scene' | 'end';
  /** "1 Harbour, last light", "Title". */
  name: string;
  /** Slug line and sentence; empty for cards. */
  note: string;
  /** Reel of at most eight characters. */
  reel: string;
  media: HandOffMedia;
  /** First frame in its media. */
  from: number;
  frames: number;
  /** Frames from its start in which it dissolves out of the last frame of the part before; 0: a cut. */
  dissolve: number;
};

export const HAND_OFF_RATE = 30;

export const framesIn = (parts: readonly { frames: number }[]): number =>
  parts.reduce((sum, part) => sum + part.frames, 0);

/** Parts with the frame of the film at which they begin. */
export function placed<P extends { frames: number }>(parts: readonly P[]): (P & { at: number })[] {
  let at = 0;
  return parts.map((part) => {
    const here = { ...part, at };
    at += part.frames;
    return here;
  });
}

const two = (n: number) => String(n).padStart(2, '0');

/** "01:00:02:15" for frames at 30 fps, non-drop. */
export function frameTimecode(frames: number): string {
  const seconds = Math.floor(frames / HAND_OFF_RATE);
  const parts = [
    Math.floor(seconds / 3600),
    Math.floor(seconds / 60) % 60,
    seconds % 60,
    frames % HAND_OFF_RATE,
  ];
  return parts.map(two).join(':');
}
