import { encodeVideo, FRAME_RATE } from './encode-video.ts';
import { createFrame } from './yuv.ts';

/** A small video for tests: the left half `left` bright (luma), the right half dark, and a bar that wanders down. */
export async function makeTestVideo(
  path: string,
  { width = 320, height = 180, seconds = 1, left = 200 } = {},
): Promise<void> {
  const frame = createFrame(width, height);
  const frameCount = Math.round(seconds * FRAME_RATE);
  await encodeVideo(
    path,
    (number) => {
      for (let y = 0; y < height; y += 1) {
        const isBar = Math.floor((number / frameCount) * height) >> 3 === y >> 3;
        frame.y.fill(isBar ? 120 : left, y * width, y * width + width / 2);
        frame.y.fill(40, y * width + width / 2, (y + 1) * width);
      }
      return frame;
    },
    { width, height, frameCount },
  );
}
