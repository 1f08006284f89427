import { join } from 'node:path';
import type { SceneInput } from '../engines/engine.ts';
import type { Picture } from '../engines/local/picture/draw-picture.ts';
import type { FrameHash } from '../media/frame-hash.ts';
import type { Film } from '../pipeline/stitch.ts';
import type { StitchInput } from '../pipeline/stitch-input.ts';
import { threadPool } from './thread-pool.ts';

/** Where the blobs of a task lie, by hash: a thread has no blob store. */
export type Files = Record<string, string>;

/** What keeps a core busy: two at once use two cores. */
export type MediaTasks = {
  /** The layers of a shot; they lie in shared memory, so handing them about copies nothing. */
  prepare: { task: { input: SceneInput; files: Files }; result: Picture };
  /** One frame of a shot as PNG. */
  still: { task: { picture: Picture; number: number }; result: Uint8Array };
  /** A shot as MP4 at `path`. */
  film: { task: { picture: Picture; path: string }; result: undefined };
  /** A whole film as MP4 at `path`. */
  stitch: { task: { input: StitchInput; files: Files; path: string }; result: Film };
  hash: { task: { path: string; parts: readonly number[] }; result: FrameHash[] };
};

/**
 * Media work in a thread, and not for the cores alone: FFmpeg's and sharp's buffers make V8 collect its garbage every
 * few frames, which takes ten times as long in the process that holds the program as in a thread that holds little.
 * By path and not by URL literal: bundlers follow those, and this runs in plain Node only.
 */
export const inMediaThread = threadPool<MediaTasks>(join(import.meta.dirname, 'media-thread.ts'));
