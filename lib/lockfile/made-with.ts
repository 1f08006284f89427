import { getFFmpegInfo } from 'node-av/lib';
import sharp from 'sharp';
import { engineVersion } from '../engines/engine-versions.ts';
import { ENCODING_MARK } from '../media/encode-video.ts';
import type { MadeWith } from '../schemas/lockfile.ts';
import { PROGRAM } from './program.ts';

/** What draws and encodes here. Loads FFmpeg: for the worker and for scripts. */
export const madeWith = (engine: string): MadeWith => ({
  ...PROGRAM,
  engine: engineVersion(engine),
  encoding: ENCODING_MARK,
  ffmpeg: getFFmpegInfo().version,
  libvips: sharp.versions.vips,
});
