import { rm } from 'node:fs/promises';
import { BitStreamFilterAPI, Demuxer, Encoder, Muxer } from 'node-av/api';
import { AV_CHANNEL_LAYOUT_STEREO, AV_SAMPLE_FMT_FLTP, FF_ENCODER_AAC } from 'node-av/constants';
import { Dictionary, FFmpegError, Frame, type Packet, Rational } from 'node-av/lib';
import { SAMPLE_RATE } from './ambient-bed.ts';
import { decodeVideo, readFrame, readLastFrame } from './decode-video.ts';
import {
  createVideoEncoder,
  ENCODING_MARK,
  FRAME_RATE,
  HEAD_FRAMES,
  tagColour,
  toAvFrame,
} from './encode-video.ts';
import { filmSound, type SoundScene } from './film-sound.ts';
import { mixFrames } from './mix-frames.ts';
import { probeVideo } from './probe-video.ts';
import { createFrame, type YuvFrame } from './yuv.ts';

/** A part of the film: a file, or frames that are drawn. `dissolve`: frames in which it covers the part before. */
export type Segment = { frameCount: number; dissolve: number } & (
  | { path: string }
  | { draw(number: number): YuvFrame }
);

export type StitchOptions = {
  width: number;
  height: number;
  segments: Segment[];
  /** Seed of the generated bed; null: a silent film without an audio stream. */
  audioSeed: number | null;
  /** What is heard when; without any the bed is the pad alone. */
  sound?: SoundScene[];
  /** Tags of the file, such as title and comment. */
  metadata: Record<string, string>;
  onProgress?: ((share: number) => void) | undefined;
  signal?: AbortSignal | undefined;
};

const AUDIO_FRAME = 1024;
const AUDIO_BIT_RATE = '128k';

const FRAME_TIME = new Rational(1, FRAME_RATE);

/** Says that a frame is number `number` of the film. */
function numbered(frame: Frame, number: number): Frame {
  frame.pts = BigInt(number);
  frame.timeBase = FRAME_TIME;
  tagColour(frame);
  return frame;
}

type State = {
  /** Frames so far. */
  number: number;
  /** The last frame of the part before. */
  last: YuvFrame;
};

async function* sourceFrames(segment: Segment, signal?: AbortSignal): AsyncGenerator<Frame> {
  if ('path' in segment) {
    yield* decodeVideo(segment.path, signal);
    return;
  }
  for (let n = 0; n < segment.frameCount; n += 1) {
    using frame = toAvFrame(segment.draw(n), n);
    yield frame;
  }
}

/**
 * The first `count` frames of a part, numbered on. During a dissolve the part before stands still on its last frame,
 * where its camera has come to rest, so no part is shortened.
 */
async function* mixedFrames(
  segment: Segment,
  count: number,
  { number, last }: State,
  signal?: AbortSignal,
): AsyncGenerator<Frame | null> {
  const current = createFrame(last.width, last.height);
  const mixed = createFrame(last.width, last.height);
  let index = 0;
  for await (const frame of sourceFrames(segment, signal)) {
    signal?.throwIfAborted();
    const isLast = index === segment.frameCount - 1;
    if (index < segment.dissolve || isLast) readFrame(frame, current);
    if (index < segment.dissolve) {
      mixFrames(last, current, (index + 1) / (segment.dissolve + 1), mixed);
      using blended = toAvFrame(mixed, number + index);
      yield blended;
    } else yield numbered(frame, number + index);
    if (isLast) last.data.set(current.data);
    index += 1;
    if (index === count) break;
  }
  if (index < count) throw new TypeError('A clip has fewer frames than it should have.');
  yield null;
}

async function* encoded(encoder: Encoder, frames: AsyncGenerator<Frame | null>): AsyncGenerator<Packet> {
  for await (using packet of encoder.packets(frames)) if (packet) yield packet;
}

/** Whether a clip's frames from `dissolve` on can stand in the film as they are. */
const isOurs = async (segment: Segment): Promise<boolean> =>
  'path' in segment &&
  (segment.dissolve === 0 || segment.dissolve === HEAD_FRAMES) &&
  segment.frameCount > segment.dissolve &&
  (await probeVideo(segment.path)).comment === ENCODING_MARK;

/** A clip's packets from frame `from` on, numbered on. */
async function* copied(
  path: string,
  from: number,
  number: number,
  signal?: AbortSignal,
): AsyncGenerator<Packet> {
  await using file = await Demuxer.open(path);
  const stream = file.video();
  if (!stream) throw new TypeError('The file has no picture.');
  using filter = BitStreamFilterAPI.create('h264_mp4toannexb', stream);
  const { num, den } = stream.timeBase;
  const frameOf = (time: bigint) => Math.round((Number(time) * num * FRAME_RATE) / den);
  for await (using packet of filter.packets(file.packets(stream.index))) {
    signal?.throwIfAborted();
    if (!packet || frameOf(packet.pts) < from) continue;
    packet.pts = BigInt(number + frameOf(packet.pts));
    packet.dts = BigInt(number + frameOf(packet.dts));
    packet.duration = 1n;
    packet.timeBase = FRAME_TIME;
    yield packet;
  }
}

/** The parts as packets of one stream. The first part is encoded here and gives the stream its header. */
async function createFilm(
  out: Muxer,
  { width, height, segments, signal }: StitchOptions,
): Promise<{ stream: number; packets: AsyncGenerator<Packet> }> {
  const state: State = { number: 0, last: createFrame(width, height) };
  const first = await createVideoEncoder(width, height);
  const stream = out.addStream(first);
  async function* packets() {
    for (const [i, segment] of segments.entries()) {
      const copyFrom =
        i > 0 && 'path' in segment && (await isOurs(segment)) ? segment.dissolve : segment.frameCount;
      if (copyFrom > 0) {
        using encoder = i === 0 ? first : await createVideoEncoder(width, height);
        yield* encoded(encoder, mixedFrames(segment, copyFrom, state, signal));
      }
      if ('path' in segment && copyFrom < segment.frameCount) {
        yield* copied(segment.path, copyFrom, state.number, signal);
        // Only a dissolve asks what the part before ended on.
        if (segments[i + 1]?.dissolve) await readLastFrame(segment.path, state.last, signal);
      }
      state.number += segment.frameCount;
    }
  }
  return { stream, packets: packets() };
}

async function* audioFrames(channels: [Float32Array, Float32Array]): AsyncGenerator<Frame | null> {
  const count = channels[0].length;
  for (let start = 0; start < count; start += AUDIO_FRAME) {
    using frame = new Frame();
    frame.alloc();
    frame.nbSamples = Math.min(AUDIO_FRAME, count - start);
    frame.format = AV_SAMPLE_FMT_FLTP;
    frame.sampleRate = SAMPLE_RATE;
    frame.channelLayout = AV_CHANNEL_LAYOUT_STEREO;
    FFmpegError.throwIfError(frame.getBuffer(), 'av_frame_get_buffer');
    for (const [side, samples] of channels.entries()) {
      const part = samples.subarray(start, start + frame.nbSamples);
      frame.data?.[side]?.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
    }
    frame.pts = BigInt(start);
    frame.timeBase = new Rational(1, SAMPLE_RATE);
    yield frame;
  }
  yield null;
}

const secondsOf = (packet: Packet) => (Number(packet.dts) * packet.timeBase.num) / packet.timeBase.den;

/** Writes one stream of packets up to a time, so that sound and picture lie side by side in the file. */
function packetWriter(out: Muxer, stream: number, packets: AsyncGenerator<Packet | null>) {
  let waiting: Packet | null = null;
  let isDone = false;
  return async (untilSeconds: number) => {
    while (!isDone) {
      if (!waiting) {
        const next = await packets.next();
        isDone = next.done === true || next.value === null;
        waiting = next.value ?? null;
        if (!waiting) return;
      }
      if (secondsOf(waiting) > untilSeconds) return;
      await out.writePacket(waiting, stream);
      waiting.free();
      waiting = null;
    }
  };
}

/**
 * Joins parts to one film: H.264 and, with a seed, AAC in MP4, 30 fps, fast start. Only what dissolves or is drawn
 * here is encoded; the rest of our own clips is taken over as it is. `path` is written
 * whole or removed. Rejects with the signal's reason soon after it aborts. Duration in seconds.
 */
export async function stitch(path: string, options: StitchOptions): Promise<{ duration: number }> {
  const { segments, audioSeed, metadata, onProgress, signal } = options;
  const frameCount = segments.reduce((sum, s) => sum + s.frameCount, 0);
  const duration = frameCount / FRAME_RATE;
  try {
    signal?.throwIfAborted();
    await using out = await Muxer.open(path, {
      format: 'mp4',
      options: { movflags: '+faststart' },
      configure: (file) => {
        file.metadata = Dictionary.fromObject(metadata);
      },
    });
    using audio =
      audioSeed === null
        ? null
        : await Encoder.create(FF_ENCODER_AAC, { context: { bitRate: AUDIO_BIT_RATE } });
    const pieces = await createFilm(out, options);
    const writeSound = audio
      ? packetWriter(
          out,
          out.addStream(audio),
          audio.packets(audioFrames(filmSound(duration, audioSeed ?? 0, options.sound ?? []))),
        )
      : async () => {};
    let written = 0;
    for await (const packet of pieces.packets) {
      await writeSound(secondsOf(packet));
      await out.writePacket(packet, pieces.stream);
      written += 1;
      onProgress?.(written / frameCount);
    }
    await writeSound(Number.POSITIVE_INFINITY);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return { duration };
}
