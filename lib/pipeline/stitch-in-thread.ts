import type { EnginePorts } from '../engines/engine.ts';
import { inMediaThread } from '../threads/media-tasks.ts';
import type { Film } from './stitch.ts';
import type { StitchInput } from './stitch-input.ts';

/** `stitchFilm` in a thread. */
export async function stitchInThread(input: StitchInput, { blobs, ...ports }: EnginePorts): Promise<Film> {
  const paths = input.clips.map(async ({ hash }) => [hash, await blobs.localPath(hash)] as const);
  const files = Object.fromEntries(await Promise.all(paths));
  return inMediaThread('stitch', { input, files, path: await blobs.tempPath() }, ports);
}
