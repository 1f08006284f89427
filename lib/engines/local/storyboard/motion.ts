import { subjectOf } from '../../../manifests/mentions.ts';
import { inSentence } from '../../../manifests/natural-names.ts';
import type { CameraMove, Placement } from '../../../schemas/storyboard.ts';
import { doingOf } from './actions.ts';
import { withoutSpeech } from './dialogue.ts';
import { isInterior } from './places.ts';
import type { Shot } from './shots.ts';

export type Direction = 'left to right' | 'right to left';

const TRAVELS =
  /\b(?:walk|run|sail|drift|ride|cross|drive|march|wander|stroll|hurr(?:y|ie)|rush|row|swim|crawl|stride|head|approach|arrive|leave|follow|chase|flee|fl(?:y|ie)|roll|gallop|pass|escape|return|paddle|sneak|creep|step)(?:s|es|ed|ing)?\b|\bran\b|\bdrove\b|\brode\b|\bflew\b|\bway home\b|\bcomes? (?:back|home|closer)\b/i;
const TURNS_BACK =
  /\b(?:turns? (?:back|around|round)|comes? back|goes? back|walks? back|runs? back|returns?|heads? back|back home|way home)\b/i;

const CAMERA: Record<CameraMove, string> = {
  hold: 'the camera holds still',
  push_in: 'the camera pushes in slowly',
  pull_out: 'the camera pulls out slowly',
  pan_left: 'the camera pans slowly to the left',
  pan_right: 'the camera pans slowly to the right',
  crane_up: 'the camera rises',
  crane_down: 'the camera sinks',
  parallax: 'the camera slides sideways, near things pass faster than far ones',
};
const WEATHER: Readonly<Record<string, string>> = {
  storm: 'Wind and rain drive through the picture.',
  rain: 'Rain falls.',
  snow: 'Snow drifts down.',
  fog: 'Fog moves slowly.',
  wind: 'Cloth and leaves stir in the wind.',
};
const SURROUNDINGS: [RegExp, string][] = [
  [/\b(?:harbou?r|sea|ocean|skerry|pier|quay|beach|shore|coast|lake|river)\b/i, 'Water moves gently.'],
  [/\b(?:lantern|candle|fire|flame|lamp|torch)\b/i, 'The light flickers.'],
  [/\b(?:forest|trees?|garden|park|meadow|field)\b/i, 'Leaves stir.'],
  [/\b(?:coffee|tea|soup|kettle)\b/i, 'Steam rises.'],
  [/\b(?:street|city|market|square|station)\b/i, 'People pass in the distance.'],
];

/** Of who does nothing: a picture of a person is never quite still. */
const LITTLE = 'breath, a small turn of the head';
const MAX_TOLD = 200;

/** Which way everybody goes on the screen: kept until they turn back or the place changes. */
export function screenDirections(): (
  shot: Shot,
  placements: Placement[],
  isNewPlace: boolean,
) => Map<string, Direction> {
  const known = new Map<string, Direction>();
  return (shot, placements, isNewPlace) => {
    const moving = new Map<string, Direction>();
    if (isNewPlace) known.clear();
    for (const subject of shot.subjects) {
      const placement = placements.find((p) => p.tag === subject.manifest_tag);
      if (!placement || !/CHARACTER|OBJECT/.test(subject.asset_type) || !TRAVELS.test(placement.action))
        continue;
      const key = subjectOf(subject);
      const before = known.get(key);
      const together = [...moving.values()][0];
      const natural: Direction =
        together ?? (placement.position === 'right' ? 'right to left' : 'left to right');
      const turned = before === 'left to right' ? 'right to left' : 'left to right';
      const direction =
        together ?? (before ? (TURNS_BACK.test(placement.action) ? turned : before) : natural);
      known.set(key, direction);
      moving.set(subject.manifest_tag, direction);
    }
    return moving;
  };
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** What moves in a shot and how, for a video model: subjects, surroundings, then the camera. */
export function motionPrompt(
  shot: Shot,
  camera: CameraMove,
  directions: Map<string, Direction>,
  write: (text: string) => string,
): string {
  const said = new Set<string>();
  const { beat } = shot;
  const people = shot.subjects.filter((s) => s.asset_type === 'CHARACTER');
  for (const subject of people.length > 0 ? people : shot.subjects) {
    const doing = doingOf(subject, beat.parts, write);
    const way = directions.get(subject.manifest_tag);
    const name = inSentence(subject, write);
    if (doing?.isTold) {
      if (![...said].some((s) => s.startsWith(sentence(doing.text)))) said.add(`${sentence(doing.text)}.`);
    } else if (doing) said.add(`${sentence(`${name} ${doing.text}`)}${way ? `, ${way}` : ''}.`);
    else if (subject.asset_type === 'CHARACTER') said.add(`${sentence(name)}: ${LITTLE}.`);
  }
  for (const subject of people.length > 0 ? shot.subjects.filter((s) => s.asset_type === 'OBJECT') : []) {
    const doing = doingOf(subject, beat.parts, write);
    if (doing && !doing.isTold) said.add(`${sentence(`${inSentence(subject, write)} ${doing.text}`)}.`);
  }
  const told = withoutSpeech(write(beat.text))
    .replace(/\s+/g, ' ')
    .replace(/(?:^|(?<=[.!?]\s))[\p{L} -]{1,30}:\s*$/u, '')
    .replace(/^\s+|[\s,]+$/g, '');
  // Without a reference the words are all that a model has.
  if (said.size === 0 && /\p{L}/u.test(told)) {
    const some = told.length > MAX_TOLD ? `${told.slice(0, MAX_TOLD).replace(/\s+\S*$/, '')}…` : told;
    said.add(`${sentence(some)}.`);
  }
  const isInside = beat.plate ? isInterior(beat.plate) : beat.setting?.isInterior === true;
  const weather = beat.weather && !isInside ? WEATHER[beat.weather] : undefined;
  const scenery = `${beat.plate ? `${beat.plate.name} ${beat.plate.description}` : (beat.setting?.place ?? '')} ${told}`;
  const around = SURROUNDINGS.find(([words]) => words.test(scenery))?.[1];
  if (weather) said.add(weather);
  else if (around) said.add(around);
  said.add(`${sentence(CAMERA[camera])}.`);
  return [...said].join(' ').replace(/([.!?…。！？])\.+/gu, '$1');
}
