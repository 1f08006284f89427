import { getFFmpegInfo } from 'node-av/lib';
import sharp from 'sharp';
import { engineVersion } from '../engines/engine-versions.ts';
import type { MadeWith } from '../schemas/lockfile.ts';
import { PROGRAM } from './program.ts';

/** What draws and encodes here. Loads FFmpeg: for the worker and for scripts. */
export const madeWith = (engine: string): MadeWith => ({
  ...PROGRAM,
  engine: engineVersion(engine),
  ffmpeg: getFFmpegInfo().version,
  libvips: sharp.versions.vips,
});
