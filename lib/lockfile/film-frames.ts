import type { StitchInput } from '../pipeline/stitch-input.ts';
import { FRAMES_PER_SECOND } from '../projects/timecode.ts';
import type { FilmPart } from '../schemas/lockfile.ts';
import { CARD_SECONDS } from '../schemas/project.ts';
import { inMediaThread } from '../threads/media-tasks.ts';

const framesOf = (seconds: number) => Math.round(seconds * FRAMES_PER_SECOND);

/** Frames of the title card, of each scene and of the end card: a dissolve takes nothing from either. */
export const partLengths = (clips: Pick<StitchInput['clips'][number], 'duration'>[]): number[] => [
  framesOf(CARD_SECONDS),
  ...clips.map(({ duration }) => framesOf(duration)),
  framesOf(CARD_SECONDS),
];

/** The decoded frames of a finished film, a hash for each of its parts. */
export async function hashFilm(
  path: string,
  clips: Parameters<typeof partLengths>[0],
  signal?: AbortSignal,
): Promise<FilmPart[]> {
  const hashes = await inMediaThread('hash', { path, parts: partLengths(clips) }, { signal });
  return hashes.map((hash, i) => {
    const isScene = i > 0 && i <= clips.length;
    return {
      part: i === 0 ? ('title' as const) : isScene ? ('scene' as const) : ('end' as const),
      scene: isScene ? i - 1 : null,
      ...hash,
    };
  });
}
