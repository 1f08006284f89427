import { panelCrop } from './crop.ts';
import type { Person } from './person.ts';
import {
  boxAt,
  card,
  keptIn,
  type Place,
  person,
  personOf,
  RATES,
  type Stand,
  type Subject,
  thing,
  WIDE_THING,
  within,
} from './stand.ts';

/** Middles and width of the columns of a group. */
const COLUMNS = [
  { middles: [0.5], width: 0.5 },
  { middles: [0.28, 0.72], width: 0.4 },
  { middles: [0.19, 0.5, 0.81], width: 0.27 },
];
const TALL_PAIR = { middles: [0.27, 0.73], width: 0.44 };
/** A thing before two people in a tall frame. */
const FRONT = { width: 0.5, height: 0.17, bottom: 0.94 };
/** What is above all of a group in a tall frame, and what is kept free below. */
const STACK = { top: 0.085, bottom: 0.9, gap: 0.03, width: 0.8 };
/** Height of a panel of a group and of a thing that stands beside someone. */
const BESIDE = {
  landscape: { card: 0.62, thing: 0.46 },
  portrait: { card: 0.3, thing: 0.26 },
  square: { card: 0.5, thing: 0.38 },
};
const GROUP_Y = { landscape: 0.46, portrait: 0.44, square: 0.45 };
const GROUP_BOTTOM = { landscape: 0.93, portrait: 0.84, square: 0.9 };
/** Panels of a tall frame stand one above the other, in turn to the left and to the right. */
function stacked(subjects: Subject[], place: Place): Stand[] {
  const { frame, clear } = place;
  const bottom = Math.min(STACK.bottom, clear - 0.02);
  const row = (bottom - STACK.top - STACK.gap * (subjects.length - 1)) / subjects.length;
  return subjects.map(({ shape }, i) => {
    const crop = shape.isCutOut ? null : panelCrop(shape, { width: 1, height: 0.01 });
    const size = within(crop ?? shape, STACK.width * frame.width, row * frame.height);
    const middle = keptIn(i % 2 === 0 ? 0.4 : 0.6, size.width / frame.width);
    const top = STACK.top + i * (row + STACK.gap) + (row - size.height / frame.height) / 2;
    const box = boxAt(frame, middle, top, size);
    const kind = shape.isCutOut ? 'cut_out' : 'card';
    return { kind, box, crop, rate: RATES.subject, isGrounded: false, keepClear: box };
  });
}

type Columns = { middles: number[]; width: number };

/** People side by side at one scale: if one has to be shown from head to foot, all are. */
function people(group: { who: Person; middle: number }[], place: Place, width: number): Stand[] {
  const { frame } = place;
  // The narrowest room decides for all of them.
  const room = Math.min(...group.map(({ who }) => (width * frame.width) / (who.ratio * frame.height)));
  const stands = group.map(({ who, middle }) => person(who, middle, place, room));
  const isWhole = (stand: Stand) => stand.box.y + stand.box.height <= frame.height;
  if (stands.every(isWhole) || !stands.some(isWhole)) return stands;
  return group.map(({ who, middle }) => person(who, middle, place, Math.min(room, 1)));
}

/** Two or three side by side, eyes level, nobody before anybody. */
function columns(subjects: Subject[], place: Place, { middles, width }: Columns): Stand[] {
  const { frame, format } = place;
  const group = subjects.flatMap((subject, i) => {
    const who = personOf(subject);
    return who ? [{ subject, who, middle: middles[i] ?? 0.5 }] : [];
  });
  const standing = people(group, place, width);
  return subjects.map((subject, i) => {
    const { shape } = subject;
    const middle = middles[i] ?? 0.5;
    const known = standing[group.findIndex((one) => one.subject === subject)];
    if (known) return known;
    const most = { width: width * frame.width, height: BESIDE[format].card * frame.height };
    if (!shape.isCutOut) return card(shape, most, middle, GROUP_Y[format], place);
    const height = (group.length > 0 ? BESIDE[format].thing : BESIDE[format].card) * frame.height;
    return thing(within(shape, most.width, height), middle, GROUP_BOTTOM[format], place);
  });
}

/** Two people in a tall frame with a thing: it lies before them. */
function pairWithThing(subjects: Subject[], lies: Subject, place: Place): Stand[] {
  const { frame } = place;
  const bottom = Math.min(FRONT.bottom, place.clear - 0.01);
  const size = within(lies.shape, FRONT.width * frame.width, FRONT.height * frame.height);
  const front = thing(size, 0.5, bottom, place);
  const pair = subjects.filter((s) => s !== lies);
  const clear = Math.min(place.clear, bottom - FRONT.height - 0.01);
  const stands = columns(pair, { ...place, clear }, TALL_PAIR);
  return subjects.map((s) => (s === lies ? front : (stands[pair.indexOf(s)] as Stand)));
}

/** How the subjects of a group are laid out, ordered from left to right. */
export function grouped(subjects: Subject[], place: Place): Stand[] {
  const usual = COLUMNS[Math.min(3, subjects.length) - 1] ?? TALL_PAIR;
  if (place.shot === 'wide') return wideGroup(subjects, place);
  if (place.format !== 'portrait') return columns(subjects, place, usual);
  if (subjects.some((s) => !s.shape.isCutOut)) return stacked(subjects, place);
  const things = subjects.filter((s) => !personOf(s));
  const [lies] = things;
  if (subjects.length === 3 && lies && things.length === 1) return pairWithThing(subjects, lies, place);
  return columns(subjects, place, subjects.length === 2 ? TALL_PAIR : usual);
}

function wideGroup(subjects: Subject[], place: Place): Stand[] {
  const { frame, format } = place;
  const { middles, width } = COLUMNS[Math.min(3, subjects.length) - 1] ?? { middles: [0.5], width: 0.3 };
  return subjects.map((subject, i) => {
    const who = personOf(subject);
    const middle = middles[i] ?? 0.5;
    if (who) return person(who, middle, place, (width * frame.width) / (who.ratio * frame.height));
    const size = within(subject.shape, width * frame.width, WIDE_THING.height * frame.height);
    return thing(size, middle, WIDE_THING.bottom[format], place);
  });
}
