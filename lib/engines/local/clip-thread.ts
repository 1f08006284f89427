import { parentPort } from 'node:worker_threads';
import { encodeVideo } from '../../media/encode-video.ts';
import { createFrame } from '../../media/yuv.ts';
import { drawPicture, type Picture } from './picture/draw-picture.ts';

export type ClipTask = { picture: Picture; path: string };
/** What the parent says: film this, or stop what is filmed. */
export type ClipOrder = { kind: 'film'; task: ClipTask } | { kind: 'stop' };
export type ClipNews =
  | { kind: 'progress'; share: number }
  | { kind: 'done' }
  | { kind: 'failed'; message: string };

/** Films one shot until `signal` aborts. */
async function filmClip({ picture, path }: ClipTask, signal: AbortSignal): Promise<ClipNews> {
  const { width, height, frameCount } = picture;
  const frame = createFrame(width, height);
  try {
    await encodeVideo(path, (n) => drawPicture(picture, n, frame), {
      width,
      height,
      frameCount,
      onProgress: (share) => parentPort?.postMessage({ kind: 'progress', share } satisfies ClipNews),
      signal,
    });
    return { kind: 'done' };
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

// One shot after the other, as the parent asks: what the machine has made of the drawing code stays warm.
let stop = new AbortController();
parentPort?.on('message', async (order: ClipOrder) => {
  if (order.kind === 'stop') stop.abort(new Error('stopped'));
  else {
    stop = new AbortController();
    const news = await filmClip(order.task, stop.signal);
    parentPort?.postMessage(news);
  }
});
