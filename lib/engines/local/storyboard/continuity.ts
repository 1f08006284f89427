import { subjectOf } from '../../../manifests/mentions.ts';
import { inSentence } from '../../../manifests/natural-names.ts';
import type { SnapshotAsset } from '../../../schemas/snapshot.ts';
import type { Placement } from '../../../schemas/storyboard.ts';
import type { Part } from './beats.ts';
import type { Direction } from './motion.ts';
import type { Shot } from './shots.ts';
import { timeIn } from './times.ts';

const CARRIES =
  /\b(?:with|carr(?:y|ies|ying|ied)|hold(?:s|ing)?|held|take[sn]?|taking|took|grab(?:s|bed|bing)?|pick(?:s|ed|ing)? up|lift(?:s|ed|ing)?|clutch(?:es|ed|ing)?|bring(?:s|ing)?|brought|wear(?:s|ing)?|wore|keep(?:s|ing)?|find(?:s|ing)?|found|get(?:s|ting)?|raise[sd]?|raising|swing(?:s|ing)?|pocket(?:s|ed)?)\b/i;
const LETS_GO =
  /\b(?:drop(?:s|ped|ping)?|put(?:s|ting)? (?:down|away|back)|puts|set(?:s|ting)? down|lay(?:s|ing)? down|throw(?:s|n|ing)?|threw|lose[sd]?|loses|lost|leave[sd]?|leaves|left|hang(?:s|ing)? up|sell(?:s|ing)?|break(?:s|ing)?|burn(?:s|ing|ed)?)\b/i;
const GIVES =
  /\b(?:give[sn]?|gives|gave|hand(?:s|ed|ing)?|pass(?:es|ed|ing)?|throws|offers?|returns?|sells?)\b/i;
const ALWAYS_CARRIES = /\b(?:always|carries|wears|holds|never without)\b/i;
const HAND = /\bin (?:his|her|their|its) (left|right) hand\b/i;

const isProp = (asset: SnapshotAsset) => asset.asset_type === 'PROP';
const isPerson = (asset: SnapshotAsset) => asset.asset_type === 'CHARACTER';

type Carried = Map<string, SnapshotAsset[]>;

function give(carried: Carried, prop: SnapshotAsset, to: SnapshotAsset | null): void {
  for (const [who, props] of carried)
    carried.set(
      who,
      props.filter((p) => subjectOf(p) !== subjectOf(prop)),
    );
  if (to) carried.set(subjectOf(to), [...(carried.get(subjectOf(to)) ?? []), prop]);
}

/** Who takes, gives and puts down what in a sentence. */
function handle({ text, spans }: Part, carried: Carried): void {
  for (const span of spans.filter((s) => isProp(s.asset))) {
    const before = spans.filter((s) => isPerson(s.asset) && s.end <= span.start);
    const after = spans.find((s) => isPerson(s.asset) && s.start >= span.end);
    const who = before.at(-1);
    const doer = before.find((s) => !/^(?:her|him|them)$/i.test(text.slice(s.start, s.end))) ?? who;
    if (!doer) continue;
    const between = text.slice(doer.end, span.start);
    const given =
      /^\s+(?:to|for)\s/i.test(text.slice(span.end)) || (who && who !== doer)
        ? (after ?? (who !== doer ? who : undefined))
        : undefined;
    if (GIVES.test(between) && given) give(carried, span.asset, given.asset);
    else if (LETS_GO.test(between)) give(carried, span.asset, null);
    else if (CARRIES.test(between)) give(carried, span.asset, doer.asset);
  }
}

/** What people have with them from the beginning, by their descriptions. */
function alwaysCarried(assets: readonly SnapshotAsset[]): { carried: Carried; hands: Map<string, string> } {
  const carried: Carried = new Map();
  const hands = new Map<string, string>();
  for (const person of assets.filter(isPerson)) {
    for (const clause of person.description.split(/[.;]/).filter((c) => ALWAYS_CARRIES.test(c))) {
      const words = clause.toLowerCase();
      const props = assets.filter(
        (a) => isProp(a) && words.includes(a.name.toLowerCase().split(/\s+/).at(-1) ?? '\0'),
      );
      if (props.length === 0) continue;
      carried.set(subjectOf(person), props);
      const hand = HAND.exec(clause)?.[1];
      if (hand) for (const prop of props) hands.set(`${subjectOf(person)} ${prop.manifest_tag}`, hand);
    }
  }
  return { carried, hands };
}

const SIDES: Partial<Record<Placement['position'], string>> = { left: 'on the left', right: 'on the right' };

export type ContinuityShot = { shot: Shot; placements: Placement[]; directions: Map<string, Direction> };

const samePlace = (a: ContinuityShot, b: ContinuityShot) =>
  a.shot.beat.plate === b.shot.beat.plate && a.shot.beat.setting?.place === b.shot.beat.setting?.place;
const hasPlace = ({ shot: { beat } }: ContinuityShot) => beat.plate !== null || beat.setting !== null;

function placeNote(shots: ContinuityShot[], index: number): string | null {
  const here = shots[index];
  if (!here || index === 0 || !hasPlace(here)) return null;
  const last = shots.findLastIndex((s, i) => i < index && samePlace(s, here));
  if (last < 0) return null;
  if (last === index - 1) return `Same place as in scene ${last + 1}`;
  const isSameHour = shots[last]?.shot.beat.time === here.shot.beat.time;
  return `Back where scene ${last + 1} was: same set${isSameHour ? ' and light' : ''}`;
}

function skyNotes(here: ContinuityShot, before: ContinuityShot | undefined): string[] {
  const { time, weather } = here.shot.beat;
  if (!before || !samePlace(here, before)) return [];
  const notes: string[] = [];
  if (time && before.shot.beat.time === time)
    notes.push(`Still ${(timeIn(time) ?? time).toLowerCase()}: keep the light`);
  if (weather && before.shot.beat.weather === weather)
    notes.push(`Still ${weather === 'sun' ? 'sunny' : weather}`);
  return notes;
}

/** What must stay as it was, scene by scene: place, light and weather, what is carried, who stands where and goes which way. */
export function continuityOf(
  shots: ContinuityShot[],
  assets: readonly SnapshotAsset[],
  write: (text: string) => string,
): string[][] {
  const { carried, hands } = alwaysCarried(assets);
  const all: string[][] = [];
  for (const [index, here] of shots.entries()) {
    const before = shots[index - 1];
    const isOneBeat = before?.shot.beat === here.shot.beat;
    const notes = [placeNote(shots, index), ...skyNotes(here, before)].filter((n) => n !== null);
    const name = (asset: SnapshotAsset) => inSentence(asset, write);
    const had = new Map([...carried].map(([who, props]) => [who, [...props]]));
    if (!isOneBeat) for (const part of here.shot.beat.parts) handle(part, carried);
    for (const person of here.shot.subjects.filter(isPerson)) {
      const key = subjectOf(person);
      const kept = (had.get(key) ?? []).filter((p) => carried.get(key)?.includes(p));
      const held = kept.map((prop) => {
        const hand = hands.get(`${key} ${prop.manifest_tag}`);
        return `${name(prop)}${hand ? ` in the ${hand} hand` : ''}`;
      });
      const isFirst = !shots.slice(0, index).some((s) => s.shot.subjects.some((a) => subjectOf(a) === key));
      if (held.length > 0)
        notes.push(`${name(person)} ${isFirst ? 'carries' : 'still carries'} ${held.join(' and ')}`);
    }
    for (const placement of before && samePlace(here, before) ? here.placements : []) {
      const was = before?.placements.find((p) => p.tag === placement.tag);
      const side = SIDES[placement.position];
      const asset = here.shot.subjects.find((s) => s.manifest_tag === placement.tag);
      if (asset && was?.position === placement.position && side) notes.push(`${name(asset)} stays ${side}`);
      const way = here.directions.get(placement.tag);
      if (asset && way && before?.directions.get(placement.tag) === way)
        notes.push(`${name(asset)} keeps moving ${way}`);
    }
    if (before && isOneBeat)
      for (const asset of before.shot.subjects.filter(
        (s) => isPerson(s) && !here.shot.subjects.includes(s),
      )) {
        const side = SIDES[before.placements.find((p) => p.tag === asset.manifest_tag)?.position ?? 'full'];
        notes.push(`${name(asset)} is still there, out of the picture${side ? ` ${side}` : ''}`);
      }
    all.push(notes.map((n) => n.charAt(0).toUpperCase() + n.slice(1)));
  }
  return all;
}
