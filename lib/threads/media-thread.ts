import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { drawPicture } from '../engines/local/picture/draw-picture.ts';
import { preparePicture } from '../engines/local/picture/picture.ts';
import { encodeVideo } from '../media/encode-video.ts';
import { hashFrames } from '../media/frame-hash.ts';
import { createFrame, pixelsFromFrame } from '../media/yuv.ts';
import { stitchFilm } from '../pipeline/stitch.ts';
import type { Files, MediaTasks } from './media-tasks.ts';
import { serveThread } from './serve-thread.ts';

function pathIn(files: Files, hash: string): string {
  const path = files[hash];
  if (!path) throw new Error(`The file ${hash} was not named.`);
  return path;
}

serveThread<MediaTasks>({
  prepare: ({ input, files }) =>
    preparePicture(input, { blobs: { get: (hash) => readFile(pathIn(files, hash)) } }),

  async still({ picture, number }) {
    const frame = drawPicture(picture, number, createFrame(picture.width, picture.height));
    const { data, width, height } = pixelsFromFrame(frame);
    return sharp(data, { raw: { width, height, channels: 3 } })
      .png({ compressionLevel: 3 })
      .toBuffer();
  },

  async film({ picture, path }, ports) {
    const { width, height, frameCount } = picture;
    const frame = createFrame(width, height);
    await encodeVideo(path, (n) => drawPicture(picture, n, frame), { width, height, frameCount, ...ports });
    return undefined;
  },

  stitch: ({ input, files, path }, ports) =>
    stitchFilm(input, {
      blobs: { localPath: async (hash) => pathIn(files, hash), tempPath: async () => path },
      ...ports,
    }),

  hash: ({ path, parts }, { signal }) => hashFrames(path, { parts, signal }),
});
