import { isStopWord } from '../../../manifests/prompt-words.ts';
import { isInterior } from './places.ts';
import { splitSentences } from './sentences.ts';
import type { Shot } from './shots.ts';
import { timeIn } from './times.ts';

const TITLE_WORDS = 6;
/** Ends of a place's name that tell its hour: the slug line says the hour of the scene. */
const HOUR_OF_NAME =
  /\s+(?:at|by|in the)\s+(?:dusk|dawn|night|sunset|sunrise|twilight|morning|evening|noon|midnight)$/i;

/** The first words of a text, as a title. */
export function titleOf(text: string): string {
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
export function shotTitle(shot: Shot, isFirst: boolean, description: string): string {
  const [subject] = shot.subjects;
  if (isFirst) return titleOf(description);
  if (shot.type === 'close_up' && subject) return `${subject.name}, close`;
  if (shot.type === 'wide' && shot.beat.plate && !subject) return shot.beat.plate.name;
  const people = shot.subjects.filter((s) => s.asset_type === 'CHARACTER');
  const shown = people.length > 0 ? people : shot.subjects;
  return subject ? shown.map((s) => s.name).join(' and ') : titleOf(description);
}

/** "EXT. HARBOUR AT DUSK", with the hour when the text gives one that the place's name does not. */
export function slugLine({ beat: { plate, setting, time } }: Shot, title: string): string {
  const isNamed = plate !== null && !setting?.place;
  const place = isNamed ? plate.name : setting?.place;
  if (!place) return title.toUpperCase();
  const inside = isNamed ? isInterior(plate) : setting?.isInterior;
  const where = inside === undefined || inside === null ? 'INT./EXT.' : inside ? 'INT.' : 'EXT.';
  const hour = time && timeIn(place) !== time ? time : null;
  const name = hour ? place.replace(HOUR_OF_NAME, '') : place;
  return `${where} ${name.toUpperCase()}${hour ? ` — ${hour}` : ''}`;
}
