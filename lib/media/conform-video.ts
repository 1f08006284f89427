import { Decoder, Demuxer, FilterAPI } from 'node-av/api';
import { AV_PKT_DATA_DISPLAYMATRIX } from 'node-av/constants';
import type { Frame, Stream } from 'node-av/lib';
import { type Fit, TAKE_LIMITS } from '../schemas/take-values.ts';
import { readFrame } from './decode-video.ts';
import { encodeVideo, FRAME_RATE } from './encode-video.ts';
import type { VideoContainer } from './sniff-video.ts';
import { createFrame, type YuvFrame } from './yuv.ts';

export type ConformTask = {
  source: string;
  /** Written whole or removed. */
  target: string;
  demuxer: VideoContainer['demuxer'];
  width: number;
  height: number;
  frameCount: number;
  fit: Fit;
};

/** A video that cannot be taken, in a sentence for people. */
export class Unusable extends Error {}

const MIN_SIDE = 16;
/** Pixels that are further from square come of a wrong header. */
const MAX_PIXEL_ASPECT = 4;
/** A file may be so much shorter than it says: the last frames of a stream are often not counted alike. */
const MISSING_SECONDS = 0.5;

/** Degrees to turn the picture clockwise, of the display matrix (ISO/IEC 14496-12, 8.3.2): phones film sideways. */
function turnOf({ codecpar }: Stream): 0 | 90 | 180 | 270 {
  const matrix = codecpar.getCodedSideData(AV_PKT_DATA_DISPLAYMATRIX);
  if (!matrix || matrix.length < 36) return 0;
  const at = (index: number) => matrix.readInt32LE(index * 4);
  const degrees = (Math.atan2(at(1), at(0)) * 180) / Math.PI;
  return ((((Math.round(degrees / 90) % 4) + 4) % 4) * 90) as 0 | 90 | 180 | 270;
}

const TURNS = { 0: [], 90: ['transpose=clock'], 180: ['hflip', 'vflip'], 270: ['transpose=cclock'] };
const even = (value: number) => Math.max(2, Math.round(value / 2) * 2);

/** Any picture as frames of ours. It is cropped before it is enlarged: a thin one must not become a huge one. */
function filtersFor(stream: Stream, { width, height, fit }: ConformTask): string {
  const turn = turnOf(stream);
  const { codecpar } = stream;
  const { num, den } = codecpar.sampleAspectRatio;
  const given = num > 0 && den > 0 ? num / den : 1;
  const isSane = given <= MAX_PIXEL_ASPECT && given >= 1 / MAX_PIXEL_ASPECT;
  const isSideways = turn % 180 !== 0;
  const sides = [codecpar.width, codecpar.height] as const;
  const [across, down] = isSideways ? [sides[1], sides[0]] : sides;
  const pixel = isSane ? (isSideways ? 1 / given : given) : 1;
  const wanted = width / height / pixel;
  const colour = 'out_color_matrix=bt709:out_range=tv';
  const shape =
    fit === 'cover'
      ? [
          `crop=${Math.max(2, Math.min(across, Math.round(down * wanted)))}:${Math.max(2, Math.min(down, Math.round(across / wanted)))}`,
          `scale=${width}:${height}:${colour}`,
        ]
      : [
          `scale=${Math.min(width, even((height * across * pixel) / down))}:${Math.min(height, even((width * down) / (across * pixel)))}:${colour}`,
          'format=yuv420p',
          `pad=${width}:${height}:(ow-iw)/2:(oh-ih)/2:black`,
        ];
  return [`fps=${FRAME_RATE}`, ...TURNS[turn], ...shape, 'setsar=1', 'format=yuv420p'].join(',');
}

function check({ codecpar }: Stream): void {
  const { width, height } = codecpar;
  if (Math.min(width, height) < MIN_SIDE)
    throw new Unusable(`This video is ${width} × ${height} px. Each side needs ${MIN_SIDE} px or more.`);
  if (Math.max(width, height) > TAKE_LIMITS.clipSide)
    throw new Unusable(
      `This video is ${width} × ${height} px. No side may be longer than ${TAKE_LIMITS.clipSide} px.`,
    );
}

/**
 * Brings a person's video into the form of a clip: the film's size, 30 fps, `frameCount` frames, H.264 with our own
 * settings, no sound. What is longer is cut, what is shorter holds its last frame. Only the named demuxer opens it and
 * only the file itself is read.
 * @throws Unusable; what FFmpeg throws of a broken file
 */
export async function conformVideo(task: ConformTask, onProgress?: (share: number) => void): Promise<void> {
  const { source, target, demuxer, width, height, frameCount } = task;
  await using file = await Demuxer.open(source, {
    format: demuxer,
    options: { protocol_whitelist: 'file' },
  });
  const stream = file.video();
  if (!stream) throw new Unusable('This file has no picture.');
  check(stream);
  using decoder = await Decoder.create(stream, { context: { threadCount: 2 } });
  using filter = FilterAPI.create(filtersFor(stream, task));
  const frames = filter.frames(decoder.frames(file.packets(stream.index)));
  const promised = Math.min(frameCount / FRAME_RATE, secondsOf(stream, file));
  const current = createFrame(width, height);
  let taken = 0;
  let isOver = false;
  const draw = async (): Promise<YuvFrame> => {
    if (!isOver && (await readNext(frames, current))) taken += 1;
    else isOver = true;
    if (taken === 0) throw new Unusable('This file has no picture.');
    return current;
  };
  await encodeVideo(target, draw, { width, height, frameCount, onProgress });
  if (taken / FRAME_RATE < promised - MISSING_SECONDS)
    throw new Unusable('This video is damaged: it ends before it should. Export it again.');
}

function secondsOf(stream: Stream, file: Demuxer): number {
  const { num, den } = stream.timeBase;
  const own = (Number(stream.duration) * num) / den;
  const seconds = own > 0 ? own : file.duration;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : 0;
}

async function readNext(frames: AsyncGenerator<Frame | null>, target: YuvFrame): Promise<boolean> {
  const { value } = await frames.next();
  if (!value) return false;
  using frame = value;
  readFrame(frame, target);
  return true;
}
