import type { SnapshotAsset } from '../../../schemas/snapshot.ts';
import type { CameraMove, ShotType } from '../../../schemas/storyboard.ts';
import type { Beat } from './beats.ts';
import { hasCue } from './words.ts';

export type Shot = { beat: Beat; type: ShotType; subjects: SnapshotAsset[] };

const MAX_SUBJECTS = 3;
/** Who is shown when there is no room for all: people first. */
const PRECEDENCE = ['CHARACTER', 'PROP', 'OBJECT', 'OTHER'];

function mainSubjects(subjects: SnapshotAsset[]): SnapshotAsset[] {
  if (subjects.length <= MAX_SUBJECTS) return subjects;
  const kept = [...subjects]
    .sort((a, b) => PRECEDENCE.indexOf(a.asset_type) - PRECEDENCE.indexOf(b.asset_type))
    .slice(0, MAX_SUBJECTS);
  return subjects.filter((s) => kept.includes(s));
}

function typeOf(text: string, subjects: SnapshotAsset[], before: Shot[]): ShotType {
  const [first] = subjects;
  const previous = before.at(-1);
  if (!first) return 'wide';
  if (subjects.length > 1) return 'two_shot';
  if (hasCue(text, 'travel') && first.has_alpha && previous?.type !== 'wide') return 'wide';
  const isKnown = before.some((shot) => shot.subjects.includes(first));
  const isClose = hasCue(text, 'closeUp') || (isKnown && hasCue(text, 'look'));
  const isSameAgain = previous?.type === 'medium' && previous.subjects[0] === first;
  if (previous?.type === 'close_up' && (previous.subjects[0] === first || !isClose)) return 'medium';
  return isClose || isSameAgain ? 'close_up' : 'medium';
}

/** The shots of a beat that gets several: from far to near, then who else is there. */
function coverage(beat: Beat, before: Shot[]): Shot[] {
  const subjects = mainSubjects(beat.subjects.filter((s) => s.image_hash));
  if (beat.shots === 1) return [{ beat, type: typeOf(beat.text, subjects, before), subjects }];
  const [first] = subjects;
  if (!first)
    return Array.from({ length: beat.shots }, () => ({ beat, type: 'wide' as const, subjects: [] }));
  const near: Shot[] =
    subjects.length > 1
      ? [
          { beat, type: 'two_shot', subjects },
          ...subjects.map((s): Shot => ({ beat, type: 'close_up', subjects: [s] })),
        ]
      : [
          { beat, type: 'medium', subjects: [first] },
          { beat, type: 'close_up', subjects: [first] },
        ];
  const previous = before.at(-1);
  const isEstablished = previous?.type === 'wide' && previous.beat.plate === beat.plate;
  const order: Shot[] = beat.plate && !isEstablished ? [{ beat, type: 'wide', subjects: [] }, ...near] : near;
  return Array.from({ length: beat.shots }, (_, i) => order[i % order.length] as Shot);
}

/** Beats to shots, each by its content and by what came before it. */
export function planShots(beats: Beat[]): Shot[] {
  const shots: Shot[] = [];
  for (const beat of beats) shots.push(...coverage(beat, shots));
  return shots;
}

const MOVES: Record<ShotType, CameraMove[]> = {
  wide: ['pan_right', 'pull_out', 'pan_left', 'crane_up', 'push_in'],
  medium: ['push_in', 'parallax', 'pan_left', 'pan_right'],
  close_up: ['hold', 'push_in', 'pull_out'],
  two_shot: ['parallax', 'push_in', 'pull_out'],
};

/** A move that suits the words and the shot; never the one of the shot before. `random` gives 0…1. */
export function cameraMove(shot: Shot, previous: CameraMove | null, random: () => number): CameraMove {
  const { text } = shot.beat;
  const wanted: CameraMove[] = [];
  if (shot.type === 'wide') {
    if (hasCue(text, 'rise')) wanted.push('crane_up');
    if (hasCue(text, 'sink')) wanted.push('crane_down');
    if (hasCue(text, 'travel')) wanted.push(random() < 0.5 ? 'pan_left' : 'pan_right');
    if (hasCue(text, 'widen')) wanted.push('pull_out');
  } else if (shot.type === 'close_up' && hasCue(text, 'still')) wanted.push('hold');
  const usual = MOVES[shot.type];
  // The first of the list is the likeliest: the square leans the draw towards it.
  const drawn = usual[Math.floor(random() ** 2 * usual.length)] as CameraMove;
  return [...wanted, drawn, ...usual].find((move) => move !== previous) ?? drawn;
}
