import { Demuxer } from 'node-av/api';
import {
  AV_CODEC_ID_AAC,
  AV_CODEC_ID_H264,
  AV_PIX_FMT_YUV420P,
  AVMEDIA_TYPE_AUDIO,
  AVMEDIA_TYPE_VIDEO,
} from 'node-av/constants';

export type VideoFacts = {
  /** Seconds of the container. */
  duration: number;
  width: number;
  height: number;
  isH264: boolean;
  isYuv420p: boolean;
  /** `aac`, another codec, or no sound at all. */
  audio: 'aac' | 'other' | null;
  framesPerSecond: number;
  title: string | null;
  comment: string | null;
};

/** Reads the facts of a video file from its header, without decoding it. */
export async function probeVideo(path: string): Promise<VideoFacts> {
  await using file = await Demuxer.open(path);
  const video = file.streams.find((s) => s.codecpar.codecType === AVMEDIA_TYPE_VIDEO);
  const audio = file.streams.find((s) => s.codecpar.codecType === AVMEDIA_TYPE_AUDIO);
  if (!video) throw new TypeError('The file has no picture.');
  const { codecpar, avgFrameRate } = video;
  const metadata = file.getFormatContext().metadata?.getAll() ?? {};
  return {
    duration: file.duration,
    width: codecpar.width,
    height: codecpar.height,
    isH264: codecpar.codecId === AV_CODEC_ID_H264,
    isYuv420p: codecpar.format === AV_PIX_FMT_YUV420P,
    audio: audio ? (audio.codecpar.codecId === AV_CODEC_ID_AAC ? 'aac' : 'other') : null,
    framesPerSecond: avgFrameRate.num / avgFrameRate.den,
    title: metadata.title ?? null,
    comment: metadata.comment ?? null,
  };
}
