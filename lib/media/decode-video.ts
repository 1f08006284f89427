import { Decoder, Demuxer } from 'node-av/api';
import { AV_PIX_FMT_YUV420P } from 'node-av/constants';
import type { Frame, Packet } from 'node-av/lib';
import type { YuvFrame } from './yuv.ts';

/**
 * The frames of a video file in order. Each is FFmpeg's own and freed when the next one is asked for; `clone()` keeps
 * its memory alive.
 */
export async function* decodeVideo(path: string, signal?: AbortSignal): AsyncGenerator<Frame> {
  await using file = await Demuxer.open(path);
  const stream = file.video();
  if (!stream) throw new TypeError('The file has no picture.');
  using decoder = await Decoder.create(stream, { context: { threadCount: 2 } });
  for await (using frame of decoder.frames(file.packets(stream.index))) {
    signal?.throwIfAborted();
    if (frame) yield frame;
  }
}

function readPlane(source: Frame, index: number, target: Uint8Array, width: number, height: number): void {
  const plane = source.data?.[index];
  const stride = source.linesize[index];
  if (!plane || !stride) throw new TypeError('The frame has no planes.');
  if (stride === width) target.set(plane.subarray(0, width * height));
  else {
    for (let y = 0; y < height; y += 1) {
      target.set(plane.subarray(y * stride, y * stride + width), y * width);
    }
  }
}

/** Copies a decoded 4:2:0 frame into one of ours of the same size. */
export function readFrame(source: Frame, target: YuvFrame): YuvFrame {
  const { width, height } = target;
  if (source.width !== width || source.height !== height || source.format !== AV_PIX_FMT_YUV420P) {
    throw new TypeError('The frame has another size or format.');
  }
  readPlane(source, 0, target.y, width, height);
  readPlane(source, 1, target.u, width / 2, height / 2);
  readPlane(source, 2, target.v, width / 2, height / 2);
  return target;
}

/** Reads the last frame of a video into `target`: only what follows its last keyframe is decoded. */
export async function readLastFrame(path: string, target: YuvFrame, signal?: AbortSignal): Promise<void> {
  await using file = await Demuxer.open(path);
  const stream = file.video();
  if (!stream) throw new TypeError('The file has no picture.');
  let tail: Packet[] = [];
  try {
    for await (using packet of file.packets(stream.index)) {
      if (packet?.isKeyframe) {
        for (const old of tail) old.free();
        tail = [];
      }
      const copy = packet?.clone();
      if (copy) tail.push(copy);
    }
    using decoder = await Decoder.create(stream, { context: { threadCount: 2 } });
    async function* packets() {
      yield* tail;
      yield null;
    }
    for await (using frame of decoder.frames(packets())) {
      signal?.throwIfAborted();
      if (frame) readFrame(frame, target);
    }
  } finally {
    for (const packet of tail) packet.free();
  }
}
