import { rm } from 'node:fs/promises';
import { Encoder, Muxer } from 'node-av/api';
import {
  AV_CODEC_FLAG_GLOBAL_HEADER,
  AV_LOG_ERROR,
  AV_PIX_FMT_YUV420P,
  AVCHROMA_LOC_LEFT,
  AVCOL_PRI_BT709,
  AVCOL_RANGE_MPEG,
  AVCOL_SPC_BT709,
  AVCOL_TRC_BT709,
  FF_ENCODER_LIBX264,
} from 'node-av/constants';
import { Dictionary, FFmpegError, Frame, Log, Rational } from 'node-av/lib';
import type { YuvFrame } from './yuv.ts';

export const FRAME_RATE = 30;

// FFmpeg writes to standard error by itself; what is worth knowing comes back as an error.
Log.setLevel(AV_LOG_ERROR);

/**
 * x264 divides its work by the number of threads, and the bits follow from it: a fixed number gives the same file
 * on every machine.
 */
const ENCODER_THREADS = 2;

/**
 * One setting for clips and films: a film then takes over a clip's frames as they are, without encoding them again.
 * `ENCODING_MARK` in a file says that it was encoded so; a change here needs a new mark. No clip has a cut in it. No B
 * frames: with them and its macroblock tree x264 gives other bits on every second run, and the same film must be the
 * same frames. Without, encoding is faster and files are larger.
 */
const ENCODING = {
  preset: 'superfast',
  crf: 20,
  'x264-params': 'mbtree=1:rc-lookahead=10:scenecut=0:weightp=0:bframes=0',
} as const;
export const ENCODING_MARK = 'vidpipe h264 4';

/**
 * A keyframe in the middle of a shot shows as a step in its grain, so a clip has none between its head and its last
 * frame; players seek by the head of each clip. The last frame is one, for the dissolve that begins with it: nothing else
 * must be decoded then.
 */
const LONGEST_GOP = FRAME_RATE * 20;

/** A clip has a second keyframe here: a dissolve replaces the frames before, the rest is taken over. */
export const HEAD_FRAMES = 12;

/** An x264 encoder for frames of a known size at 30 fps, tagged BT.709 limited range. */
export function createVideoEncoder(width: number, height: number): Promise<Encoder> {
  return Encoder.create(FF_ENCODER_LIBX264, {
    context: {
      width,
      height,
      gopSize: LONGEST_GOP,
      framerate: new Rational(FRAME_RATE, 1),
      threadCount: ENCODER_THREADS,
      colorPrimaries: AVCOL_PRI_BT709,
      colorTrc: AVCOL_TRC_BT709,
      colorSpace: AVCOL_SPC_BT709,
      colorRange: AVCOL_RANGE_MPEG,
      chromaLocation: AVCHROMA_LOC_LEFT,
    },
    options: ENCODING,
    // Parameter sets stand in the file's header, not before each keyframe.
    configure: (context) => context.setFlags(AV_CODEC_FLAG_GLOBAL_HEADER),
  });
}

/**
 * A frame for the encoder, numbered from 0. The planes are copied into memory of FFmpeg's own: `fromVideoBuffer`
 * of node-av 6.1 only points to the caller's, which the next frame overwrites.
 */
export function toAvFrame(frame: YuvFrame, number: number): Frame {
  const { width, height } = frame;
  const av = new Frame();
  av.alloc();
  av.width = width;
  av.height = height;
  av.format = AV_PIX_FMT_YUV420P;
  FFmpegError.throwIfError(av.getBuffer(), 'av_frame_get_buffer');
  copyPlane(av, 0, frame.y, width, height);
  copyPlane(av, 1, frame.u, width / 2, height / 2);
  copyPlane(av, 2, frame.v, width / 2, height / 2);
  av.pts = BigInt(number);
  av.timeBase = new Rational(1, FRAME_RATE);
  tagColour(av);
  return av;
}

/** Says what the numbers of a frame mean, so that no player guesses. */
export function tagColour(av: Frame): void {
  av.colorPrimaries = AVCOL_PRI_BT709;
  av.colorTrc = AVCOL_TRC_BT709;
  av.colorSpace = AVCOL_SPC_BT709;
  av.colorRange = AVCOL_RANGE_MPEG;
}

function copyPlane(av: Frame, index: number, plane: Uint8Array, width: number, height: number): void {
  const target = av.data?.[index];
  const stride = av.linesize[index];
  if (!target || !stride) throw new TypeError('The frame has no planes.');
  if (stride === width) target.set(plane);
  else for (let y = 0; y < height; y += 1) target.set(plane.subarray(y * width, (y + 1) * width), y * stride);
}

export type EncodeVideoOptions = {
  width: number;
  height: number;
  frameCount: number;
  onProgress?: ((share: number) => void) | undefined;
  signal?: AbortSignal | undefined;
};

/**
 * Encodes `frameCount` frames as H.264 in MP4, 30 fps, fast start. `draw(n)` gives frame n; the same buffer may be
 * given again and again. Rejects with the signal's reason soon after it aborts; a failed file is removed.
 */
export async function encodeVideo(
  path: string,
  draw: (number: number) => YuvFrame | Promise<YuvFrame>,
  { width, height, frameCount, onProgress, signal }: EncodeVideoOptions,
): Promise<void> {
  try {
    signal?.throwIfAborted();
    await using out = await Muxer.open(path, {
      format: 'mp4',
      options: { movflags: '+faststart' },
      configure: (file) => {
        file.metadata = Dictionary.fromObject({ comment: ENCODING_MARK });
      },
    });
    let stream: number | null = null;
    async function* frames(from: number, to: number) {
      for (let n = from; n < to; n += 1) {
        signal?.throwIfAborted();
        const drawn = draw(n);
        using frame = toAvFrame(drawn instanceof Promise ? await drawn : drawn, n);
        yield frame;
        onProgress?.((n + 1) / frameCount);
      }
      yield null;
    }
    // Encoders one after the other: what each makes begins with a keyframe and needs nothing before it.
    const head = Math.min(HEAD_FRAMES, frameCount);
    const tail = Math.max(head, frameCount - 1);
    for (const [from, to] of [
      [0, head],
      [head, tail],
      [tail, frameCount],
    ] as const) {
      if (from === to) continue;
      using encoder = await createVideoEncoder(width, height);
      stream ??= out.addStream(encoder);
      for await (using packet of encoder.packets(frames(from, to))) {
        if (packet) await out.writePacket(packet, stream);
      }
    }
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}
