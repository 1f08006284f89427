import { createHash } from 'node:crypto';
import { decodeVideo, readFrame } from './decode-video.ts';
import { createFrame, type YuvFrame } from './yuv.ts';

/**
 * What a row of frames is, by hash. `sha256` is over the planes Y, U and V of all frames one after another, 8 bits a
 * sample: the same as of `ffmpeg -i FILE -f rawvideo -pix_fmt yuv420p -`. `marks` has four hex digits for each frame,
 * the beginning of the hash of everything up to its end: the first that differs names the first frame that does.
 */
export type FrameHash = { frames: number; sha256: string; marks: string };

export const MARK_DIGITS = 4;

function frameHasher() {
  const hash = createHash('sha256');
  let frames = 0;
  let marks = '';
  return {
    add({ data }: YuvFrame) {
      hash.update(data);
      marks += hash.copy().digest('hex').slice(0, MARK_DIGITS);
      frames += 1;
    },
    done: (): FrameHash => ({ frames, sha256: hash.digest('hex'), marks }),
  };
}

/**
 * Hashes the decoded frames of a video file, cut into parts of so many frames; what is left behind the last part is one
 * more. H.264 decodes to the same samples everywhere, so equal files have equal hashes.
 * @throws TypeError, FFmpegError when the file has no picture that is 8-bit 4:2:0 of one size
 */
export async function hashFrames(
  path: string,
  { parts = [], signal }: { parts?: readonly number[]; signal?: AbortSignal | undefined } = {},
): Promise<FrameHash[]> {
  const hashes: FrameHash[] = [];
  const lengths = parts.filter((length) => length > 0);
  let hasher = frameHasher();
  let count = 0;
  let frame: YuvFrame | null = null;
  for await (const decoded of decodeVideo(path, signal)) {
    frame ??= createFrame(decoded.width, decoded.height);
    hasher.add(readFrame(decoded, frame));
    count += 1;
    if (count !== lengths[hashes.length]) continue;
    hashes.push(hasher.done());
    hasher = frameHasher();
    count = 0;
  }
  if (count > 0) hashes.push(hasher.done());
  return hashes;
}
