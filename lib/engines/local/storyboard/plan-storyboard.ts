import { subjectOf } from '../../../manifests/mentions.ts';
import { naturalNames } from '../../../manifests/natural-names.ts';
import { isStopWord } from '../../../manifests/prompt-words.ts';
import { seededRandom } from '../../../media/seeded-random.ts';
import { chooseReferences } from '../../../pipeline/references.ts';
import { sceneCount } from '../../../schemas/project.ts';
import type { SnapshotAsset } from '../../../schemas/snapshot.ts';
import type { Placement, ShotType, Storyboard, StoryboardScene } from '../../../schemas/storyboard.ts';
import type { StoryboardInput } from '../../engine.ts';
import { maxReferences } from '../../engine-limits.ts';
import { actionOf } from './actions.ts';
import { readBeats } from './beats.ts';
import { continuityOf } from './continuity.ts';
import { fitBeats } from './fit-beats.ts';
import { motionPrompt, screenDirections } from './motion.ts';
import { isInterior } from './places.ts';
import { withoutQuotes } from './quotes.ts';
import { splitSentences } from './sentences.ts';
import { cameraMove, planShots, type Shot } from './shots.ts';
import { soundOf } from './sound.ts';
import { decideStyle } from './style-guide.ts';
import { timeIn } from './times.ts';
import { durationsOf } from './timing.ts';
import { type Framed, transitionOf } from './transitions.ts';

const TITLE_WORDS = 6;
/** Ends of a place's name that tell its hour: the slug line says the hour of the scene. */
const HOUR_OF_NAME =
  /\s+(?:at|by|in the)\s+(?:dusk|dawn|night|sunset|sunrise|twilight|morning|evening|noon|midnight)$/i;

function titleOf(text: string): string {
  const words =
    text
      .replace(/^[^\s:]+(?:\s[^\s:]+)?:\s+(?=\S)/u, '')
      .replace(/[“”"„«»「」『』]/gu, '')
      .trim() || text;
  const clause = ((splitSentences(words)[0] ?? words).split(/[;:!?…。！？—–]|,(?:\s|$)/u)[0] ?? words)
    .replace(/\.$/, '')
    .trim();
  const some = clause.split(/\s+/).slice(0, TITLE_WORDS);
  if (some.length === TITLE_WORDS)
    while (some.length > 2 && isStopWord(some.at(-1)?.toLowerCase() ?? '')) some.pop();
  const title =
    [...some.join(' ')]
      .slice(0, 60)
      .join('')
      .replace(/[”"»’']+$/u, '') || words.slice(0, 60);
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** Of the shots of one beat the first has its words, the others say what they show. */
function shotTitle(shot: Shot, isFirst: boolean, description: string): string {
  const [subject] = shot.subjects;
  if (isFirst) return titleOf(description);
  if (shot.type === 'close_up' && subject) return `${subject.name}, close`;
  if (shot.type === 'wide' && shot.beat.plate && !subject) return shot.beat.plate.name;
  const people = shot.subjects.filter((s) => s.asset_type === 'CHARACTER');
  const shown = people.length > 0 ? people : shot.subjects;
  return subject ? shown.map((s) => s.name).join(' and ') : titleOf(description);
}

/** "EXT. HARBOUR AT DUSK", with the hour when the text gives one that the place's name does not. */
function slugLine({ beat: { plate, setting, time } }: Shot, title: string): string {
  const isNamed = plate !== null && !setting?.place;
  const place = isNamed ? plate.name : setting?.place;
  if (!place) return title.toUpperCase();
  const inside = isNamed ? isInterior(plate) : setting?.isInterior;
  const where = inside === undefined || inside === null ? 'INT./EXT.' : inside ? 'INT.' : 'EXT.';
  const hour = time && timeIn(place) !== time ? time : null;
  const name = hour ? place.replace(HOUR_OF_NAME, '') : place;
  return `${where} ${name.toUpperCase()}${hour ? ` — ${hour}` : ''}`;
}

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

const isOnePlace = (a: Shot, b: Shot) =>
  a.beat.plate === b.beat.plate && a.beat.setting?.place === b.beat.setting?.place;

/** The shots with who stands where; sides are kept as long as the place is. */
function stage(
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

const textOf = (asset: SnapshotAsset | null) =>
  asset ? `${asset.name} ${asset.user_tags.join(' ')} ${asset.description}` : '';

/** The hour that most shots of a film play at. */
function usualTime(shots: Shot[]): string | null {
  const times = shots.flatMap(
    ({ beat: { time, plate } }) => (time && timeIn(time)) ?? (plate ? timeIn(plate.name) : null) ?? [],
  );
  const count = (time: string) => times.filter((t) => t === time).length;
  return times.toSorted((a, b) => count(b) - count(a))[0] ?? null;
}

/**
 * Plans the film by rule: sentences become beats, beats become exactly `sceneCount` shots, each with what is done, what
 * must stay, what moves, what is heard and the references that suit it. The same settings, snapshot and seed give the
 * same storyboard; durations follow the content in whole frames and sum to the total duration.
 */
export function planStoryboard({ settings, snapshot }: StoryboardInput): Storyboard {
  const assets = [...(snapshot?.assets ?? [])].sort((a, b) => a.sort_order - b.sort_order);
  const styles = assets.filter((a) => a.asset_type === 'STYLE');
  const random = seededRandom(settings.seed);
  const write = naturalNames(settings.prompt, assets);
  const count = sceneCount(settings.totalDuration, settings.clipDuration);
  const shots = planShots(fitBeats(readBeats(settings.prompt, assets), count, assets));
  const framed = stage(shots, styles, random, write);
  const linesOf = (shot: Shot) =>
    shot.lines.map((l) => ({ speaker: l.speaker?.manifest_tag ?? null, text: write(l.text) }));
  const durations = durationsOf(
    shots.map((shot) => ({
      text: shot.beat.text,
      shots: shot.beat.shots,
      type: shot.type,
      lines: linesOf(shot),
    })),
    settings.totalDuration,
  );
  const directionsIn = screenDirections();
  const moved = framed.map(({ shot, placements }, i) => {
    const before = shots[i - 1];
    return {
      shot,
      placements,
      directions: directionsIn(shot, placements, !before || !isOnePlace(before, shot)),
    };
  });
  const continuity = continuityOf(moved, assets, write);
  const style_guide = decideStyle(settings.style, assets, usualTime(shots));
  const scenes: StoryboardScene[] = [];
  for (const [index, { shot, placements, directions }] of moved.entries()) {
    const { beat } = shot;
    const isFirst = shots[index - 1]?.beat !== beat;
    const description = write(beat.text);
    const title = shotTitle(shot, isFirst, description);
    const camera_move = cameraMove(shot, scenes.at(-1)?.camera_move ?? null, random);
    const duration = durations[index] ?? 1;
    const motion_prompt = motionPrompt(shot, camera_move, directions, write);
    const planned = { shot_type: shot.type, camera_move, description, motion_prompt, placements };
    scenes.push({
      ...planned,
      index,
      title,
      slug_line: slugLine(shot, titleOf(description)),
      duration,
      transition: transitionOf(framed[index - 1] ?? null, { shot, placements }),
      references: chooseReferences(planned, assets, maxReferences('local')).references,
      continuity: continuity[index] ?? [],
      audio: soundOf(
        {
          text: withoutQuotes(description),
          place: beat.plate ? textOf(beat.plate) : (beat.setting?.place ?? ''),
          isInterior: beat.plate ? isInterior(beat.plate) : (beat.setting?.isInterior ?? false),
          time: beat.time,
          weather: beat.weather,
          lines: linesOf(shot),
          duration,
          effects: isFirst ? beat.effects : [],
          music: beat.music,
          position: index === 0 ? 'first' : index === shots.length - 1 ? 'last' : 'middle',
        },
        `${settings.style} ${styles.map((s) => `${s.name} ${s.description}`).join(' ')}`,
      ),
      repairs: [],
    });
  }
  return { style_guide, scenes };
}
