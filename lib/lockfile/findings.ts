import type { LockFinding, Lockfile } from '../schemas/lockfile.ts';
import type { NeededFile } from './locked-film.ts';

/** That a file is not at hand. */
export const missingFinding = ({ kind, label, scene }: NeededFile): LockFinding => ({
  code: kind === 'image' ? 'image-missing' : 'upload-missing',
  severity: 'differs',
  detail:
    kind === 'image' ? `The image of ${label} is not here.` : `What was uploaded as ${label} is not here.`,
  ...(scene !== null && { scene }),
});

type Part = Lockfile['film']['parts'][number];

/** "scene 3", "title card". */
const partName = ({ part, scene }: Pick<Part, 'part' | 'scene'>): string =>
  scene === null ? `${part} card` : `scene ${scene + 1}`;

/** What differs between a part as it was locked and as it is. */
export function differingPart(part: Part, now: Pick<Part, 'frames' | 'marks'> | undefined): LockFinding {
  return {
    code: 'frames-differ',
    severity: 'differs',
    detail: `${partName(part)}: ${differenceOf(part, now)}`,
    ...(part.scene !== null && { scene: part.scene }),
  };
}

const MARK_DIGITS = 4;

function differenceOf(part: Part, now: Pick<Part, 'frames' | 'marks'> | undefined): string {
  if (!now) return 'it is missing';
  const first = firstDifference(part.marks, now.marks);
  if (first < Math.min(part.frames, now.frames))
    return `frame ${first + 1} of ${part.frames} is the first that differs`;
  if (now.frames !== part.frames) return `${now.frames} frames instead of ${part.frames}`;
  return 'its clip was made again';
}

/** Place of the first mark that differs, from 0; the length of the shorter when none does. */
function firstDifference(a: string, b: string): number {
  const count = Math.min(a.length, b.length) / MARK_DIGITS;
  for (let i = 0; i < count; i += 1) {
    const at = i * MARK_DIGITS;
    if (a.slice(at, at + MARK_DIGITS) !== b.slice(at, at + MARK_DIGITS)) return i;
  }
  return count;
}
