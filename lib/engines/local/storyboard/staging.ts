import { subjectOf } from '../../../manifests/mentions.ts';
import type { SnapshotAsset } from '../../../schemas/snapshot.ts';
import type { Placement, ShotType } from '../../../schemas/storyboard.ts';
import { actionOf } from './actions.ts';
import type { Shot } from './shots.ts';
import type { Framed } from './transitions.ts';

const POSITIONS: Record<ShotType, (random: () => number) => Placement['position'][]> = {
  // Pictures are read from the left and weigh on the right: the left is the side with room.
  wide: (random) => (random() < 0.8 ? ['left', 'right', 'centre'] : ['right', 'left', 'centre']),
  medium: (random) => (random() < 0.5 ? ['left'] : ['right']),
  close_up: () => ['full'],
  two_shot: () => ['left', 'right', 'centre'],
};

/** The side of a place that leaves its salient part in view; null when it has none aside. */
function freeSide(plate: SnapshotAsset | null): 'left' | 'right' | null {
  const focus = plate?.crop_bbox;
  if (!focus) return null;
  const middle = focus.x + focus.width / 2;
  return middle > 0.56 ? 'left' : middle < 0.44 ? 'right' : null;
}

type Staging = {
  styles: SnapshotAsset[];
  random: () => number;
  /** Where everybody stood in the shot before, when it was at the same place. */
  stood: ReadonlyMap<string, Placement['position']>;
  write: (text: string) => string;
};

function placementsOf(shot: Shot, { styles, random, stood, write }: Staging): Placement[] {
  const { plate, parts } = shot.beat;
  const place = (
    asset: SnapshotAsset,
    role: Placement['role'],
    position: Placement['position'],
  ): Placement => ({
    tag: asset.manifest_tag,
    asset_type: asset.asset_type,
    name: asset.name,
    role,
    position,
    action: role === 'style' ? '' : actionOf(asset, parts, write),
  });
  const free = freeSide(plate);
  const positions = POSITIONS[shot.type](() => (free === null ? random() : free === 'left' ? 0 : 1));
  // In company a person stands left, as the eye reads; the order of the placements stays that of the text.
  const stands = [...shot.subjects].sort(
    (a, b) => Number(b.asset_type === 'CHARACTER') - Number(a.asset_type === 'CHARACTER'),
  );
  // Nobody changes sides within a place: that would cross the line.
  const sides = new Map(stands.map((s, i) => [s, positions[i] ?? 'centre']));
  if (positions.length > 1 || positions[0] !== 'full') {
    const kept = stands.filter((s) => stood.has(subjectOf(s)));
    for (const subject of kept) {
      const side = stood.get(subjectOf(subject)) ?? 'centre';
      const other = stands.find((s) => s !== subject && sides.get(s) === side);
      if (other && stood.get(subjectOf(other)) === side) continue;
      if (other) sides.set(other, sides.get(subject) ?? 'centre');
      sides.set(subject, side);
    }
  }
  return [
    ...shot.subjects.map((s) => place(s, 'subject', sides.get(s) ?? 'centre')),
    ...(plate ? [place(plate, 'plate', 'full')] : []),
    ...styles.map((s) => place(s, 'style', 'full')),
  ];
}

export const isOnePlace = (a: Shot, b: Shot) =>
  a.beat.plate === b.beat.plate && a.beat.setting?.place === b.beat.setting?.place;

/** The shots with who stands where; sides are kept as long as the place is. */
export function stage(
  shots: Shot[],
  styles: SnapshotAsset[],
  random: () => number,
  write: (text: string) => string,
): Framed[] {
  const stood = new Map<string, Placement['position']>();
  return shots.map((shot, i) => {
    const before = shots[i - 1];
    if (before && !isOnePlace(before, shot)) stood.clear();
    const placements = placementsOf(shot, { styles, random, stood, write });
    for (const subject of shot.subjects) {
      const side = placements.find((p) => p.tag === subject.manifest_tag)?.position;
      if (side === 'left' || side === 'right') stood.set(subjectOf(subject), side);
    }
    return { shot, placements };
  });
}
