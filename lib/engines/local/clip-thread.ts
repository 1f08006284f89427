import { parentPort, workerData } from 'node:worker_threads';
import { encodeVideo } from '../../media/encode-video.ts';
import { createFrame } from '../../media/yuv.ts';
import { drawPicture, type Picture } from './picture/draw-picture.ts';

export type ClipTask = { picture: Picture; path: string };
export type ClipNews =
  | { kind: 'progress'; share: number }
  | { kind: 'done' }
  | { kind: 'failed'; message: string };

/** Films one shot in a thread of its own. Any message from the parent means: stop. */
async function filmClip({ picture, path }: ClipTask): Promise<ClipNews> {
  const stop = new AbortController();
  parentPort?.once('message', () => stop.abort(new Error('stopped')));
  const { width, height, frameCount } = picture;
  const frame = createFrame(width, height);
  try {
    await encodeVideo(path, (n) => drawPicture(picture, n, frame), {
      width,
      height,
      frameCount,
      onProgress: (share) => parentPort?.postMessage({ kind: 'progress', share } satisfies ClipNews),
      signal: stop.signal,
    });
    return { kind: 'done' };
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

const news = await filmClip(workerData as ClipTask);
parentPort?.postMessage(news);
parentPort?.close();
