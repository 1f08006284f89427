import type { SnapshotAsset } from '../../../schemas/snapshot.ts';
import type { CameraMove, ShotType } from '../../../schemas/storyboard.ts';
import type { Beat } from './beats.ts';
import type { SaidLine } from './dialogue.ts';
import { withoutQuotes } from './quotes.ts';
import { hasCue } from './words.ts';

export type Shot = { beat: Beat; type: ShotType; subjects: SnapshotAsset[]; lines: SaidLine[] };

/** Words of directors: what a prompt asks for goes before any rule. */
const ASKED_SHOTS: [RegExp, ShotType][] = [
  [/\b(?:extreme )?close[ -]?up\b|\bclose on\b|\btight on\b|\bdetail (?:shot )?of\b/i, 'close_up'],
  [/\btwo[ -]?shot\b|\bover[ -]the[ -]shoulder\b/i, 'two_shot'],
  [/\b(?:wide|establishing|aerial|drone|long) (?:shot|view)\b|\bwide (?:of|on)\b|\bwide:/i, 'wide'],
  [/\b(?:medium|mid)[ -]?(?:shot|close)\b/i, 'medium'],
];
const ASKED_MOVES: [RegExp, CameraMove][] = [
  [/\b(?:push(?:es)?|doll(?:y|ies)|zooms?|moves?|tracks?) in\b/i, 'push_in'],
  [/\b(?:pulls?|doll(?:y|ies)|zooms?) (?:out|back|away)\b/i, 'pull_out'],
  [/\bpans? (?:slowly )?(?:to the )?left\b/i, 'pan_left'],
  [/\bpans? (?:slowly )?(?:to the )?right\b|\bpans? across\b/i, 'pan_right'],
  [/\b(?:crane|tilt)s? up\b|\bcamera (?:rises|lifts)\b/i, 'crane_up'],
  [/\b(?:crane|tilt)s? down\b|\bcamera (?:sinks|descends|lowers)\b/i, 'crane_down'],
  [/\btracking shot\b|\bcamera (?:tracks|follows|slides)\b|\bparallax\b/i, 'parallax'],
  [/\b(?:static|locked[ -]off|still) (?:shot|camera|frame)\b/i, 'hold'],
];

const PERSON =
  /\b(?:he|she|they|man|woman|girl|boy|child|children|mother|father|friend|somebody|someone|people|old man|lady)\b/i;
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

const askedType = ({ text }: Beat): ShotType | undefined => {
  const shown = withoutQuotes(text);
  return ASKED_SHOTS.find(([words]) => words.test(shown))?.[1];
};

function typeOf(beat: Beat, subjects: SnapshotAsset[], before: Shot[]): ShotType {
  const text = withoutQuotes(beat.text);
  const asked = askedType(beat);
  const [first] = subjects;
  const previous = before.at(-1);
  if (asked && (first || asked === 'wide'))
    return asked === 'two_shot' && subjects.length < 2 ? 'medium' : asked;
  // Nothing to show: the words alone tell how near it is.
  if (!first && !beat.plate && PERSON.test(text))
    return before.at(-1)?.type !== 'close_up' && hasCue(text, 'closeUp') ? 'close_up' : 'medium';
  if (!first) return 'wide';
  if (subjects.length > 1) return 'two_shot';
  if (hasCue(text, 'travel') && first.has_alpha && previous?.type !== 'wide') return 'wide';
  const isKnown = before.some((shot) => shot.subjects.includes(first));
  const speaks = beat.parts.some((p) => p.lines.length > 0);
  const isClose = hasCue(text, 'closeUp') || (isKnown && (speaks || hasCue(text, 'look')));
  const isSameAgain = previous?.type === 'medium' && previous.subjects[0] === first;
  if (previous?.type === 'close_up' && (previous.subjects[0] === first || !isClose)) return 'medium';
  return isClose || isSameAgain ? 'close_up' : 'medium';
}

/** The shots of a beat that gets several: from far to near, then who else is there. */
function coverage(beat: Beat, before: Shot[]): Shot[] {
  const subjects = mainSubjects(beat.subjects.filter((s) => s.image_hash));
  const lines = beat.parts.flatMap((p) => p.lines);
  if (beat.shots === 1) return [{ beat, type: typeOf(beat, subjects, before), subjects, lines }];
  const [first] = subjects;
  const shot = (type: ShotType, shown: SnapshotAsset[]) => ({
    beat,
    type,
    subjects: shown,
    lines: [] as SaidLine[],
  });
  let near: Shot[] =
    subjects.length > 1
      ? [shot('two_shot', subjects), ...subjects.map((s) => shot('close_up', [s]))]
      : first
        ? [shot('medium', [first]), shot('close_up', [first])]
        : [];
  const previous = before.at(-1);
  const isEstablished = previous?.type === 'wide' && previous.beat.plate === beat.plate;
  const asked = askedType(beat);
  if (asked && first) near = [shot(asked, subjects), ...near.filter((n) => n.type !== asked)];
  const hasPlace = beat.plate || near.length === 0;
  const order: Shot[] = hasPlace && !((isEstablished || asked) && first) ? [shot('wide', []), ...near] : near;
  const shots = Array.from({ length: beat.shots }, (_, i) => {
    const { type, subjects: shown } = order[i % order.length] as Shot;
    return shot(type, shown);
  });
  return withLines(shots, lines);
}

/** Each line goes to a shot of who says it, in their order; no shot goes back. */
function withLines(shots: Shot[], lines: SaidLine[]): Shot[] {
  let from = 0;
  for (const [i, line] of lines.entries()) {
    const shows = (shot: Shot) =>
      line.speaker ? shot.subjects.includes(line.speaker) : shot.subjects.length > 0;
    const share = Math.floor((i * shots.length) / lines.length);
    const start = Math.max(from, share);
    const at = shots.findIndex((shot, n) => n >= start && shows(shot));
    const chosen = at >= 0 ? at : Math.max(from, shots.findLastIndex(shows));
    shots[chosen]?.lines.push(line);
    from = chosen;
  }
  return shots;
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
  const text = withoutQuotes(shot.beat.text);
  const wanted: CameraMove[] = ASKED_MOVES.filter(([words]) => words.test(text)).map(([, move]) => move);
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
