import { findMentions, sentFirst, subjectOf } from '../../../manifests/mentions.ts';
import type { SnapshotAsset } from '../../../schemas/snapshot.ts';
import { findLines, type SaidLine } from './dialogue.ts';
import type { Heading } from './headings.ts';
import { isInterior, meansPlace, type PlaceMemory, plateOf, settingOf } from './places.ts';
import { findQuotes } from './quotes.ts';
import { readPrompt, type Unit } from './read-prompt.ts';
import { timeIn, weatherIn } from './times.ts';
import { type People, remember, type Span, spansOf } from './who.ts';

/** A sentence of a beat with the places of it that mean assets. */
export type Part = { text: string; spans: Span[]; lines: SaidLine[] };

/** One thing that happens, at one place. `shots` says how many shots show it. */
export type Beat = {
  text: string;
  parts: Part[];
  plate: SnapshotAsset | null;
  /** Where it plays when no reference shows the place: from a heading or the text. */
  setting: Heading | null;
  /** Every place that the text names or plays at. */
  places: SnapshotAsset[];
  subjects: SnapshotAsset[];
  /** As slug lines write it; null: not told. `weather` in one word. */
  time: string | null;
  weather: string | null;
  /** Paragraph or item of a list. */
  item: number;
  transition: Unit['transition'];
  music: string | null;
  effects: string[];
  shots: number;
};

const unique = <T>(items: T[]) => [...new Set(items)];

/** Each subject once, as the first of its views: two views of a person are not two people. */
const uniqueSubjects = (assets: SnapshotAsset[]) =>
  assets.filter((asset, i) => assets.findIndex((each) => subjectOf(each) === subjectOf(asset)) === i);

const isSubject = (a: SnapshotAsset) => a.asset_type !== 'ENVIRONMENT' && a.asset_type !== 'STYLE';

/** Possessives show nobody beside those who are named: "Mara walks to his house". */
function subjectsOf(text: string, spans: Span[]): SnapshotAsset[] {
  const isNamed = spans.some((s) => !s.isPronoun && s.asset.asset_type === 'CHARACTER');
  const shown = spans.filter(
    (s) =>
      isSubject(s.asset) &&
      !(s.isPronoun && isNamed && /^(?:his|their|its|hers)$/i.test(text.slice(s.start, s.end))),
  );
  return uniqueSubjects(shown.map((s) => s.asset));
}

const namedPlace = (text: string, assets: readonly SnapshotAsset[]) =>
  findMentions(text, assets).find((m) => m.asset.asset_type === 'ENVIRONMENT' && meansPlace(m, text))
    ?.asset ?? null;

/** The sentences of a prompt with who and where: people, places and hours carry over until others are named. */
export function readBeats(prompt: string, assets: readonly SnapshotAsset[]): Beat[] {
  const first = new Set(sentFirst(assets).values());
  const places = assets.filter((a) => a.asset_type === 'ENVIRONMENT' && a.image_hash && first.has(a));
  const memory: PlaceMemory = { plate: null, exterior: null, setting: null, next: null };
  const people: People = { characters: [], things: [], genders: new Map() };
  let time: string | null = null;
  let weather: string | null = null;
  let heading: Heading | null = null;
  const personNamed = (name: string) =>
    findMentions(name, assets).find((m) => m.asset.asset_type === 'CHARACTER' && m.kind !== 'user_tag')
      ?.asset;
  const units = readPrompt(prompt, { isSpeaker: (name) => personNamed(name) !== undefined });
  return units.map((unit, number) => {
    const { text } = unit;
    const all = findMentions(text, assets);
    const mentions = all.filter((m) => meansPlace(m, text));
    const quotes = findQuotes(text);
    const isQuoted = (at: number) => quotes.some((q) => at > q.start && at < q.end);
    const spans = spansOf({ text, mentions, number, people, assets }, isQuoted);
    const meantBy = (pronoun: string) =>
      spans.find((s) => s.isPronoun && text.slice(s.start, s.end).toLowerCase() === pronoun.toLowerCase())
        ?.asset;
    const speaker = unit.speaker ? (personNamed(unit.speaker) ?? null) : null;
    const lines =
      unit.line === null
        ? findLines(text, { mentions, meantBy })
        : [{ speaker, text: unit.line, at: quotes[0] ? quotes[0].start / text.length : 0 }];
    const subjects = subjectsOf(text, spans);
    const where = mentions.filter((m) => !isQuoted(m.start) && m.asset.asset_type === 'ENVIRONMENT');
    if (unit.heading !== heading) {
      heading = unit.heading;
      time = heading?.time ?? time;
    }
    if (!memory.plate) memory.next = namedPlace(units[number + 1]?.text ?? '', assets);
    memory.setting = settingOf(text, heading, places, memory);
    const plate = plateOf(text, where, subjects, places, memory);
    if (plate !== memory.plate && plate) weather = isInterior(plate) ? null : weather;
    memory.plate = plate;
    if (plate && !isInterior(plate)) memory.exterior = plate;
    time = timeIn(text) ?? time;
    weather = weatherIn(text) ?? weather;
    remember(people, spans, number);
    const at = all
      .filter((m) => !isQuoted(m.start) && m.asset.asset_type === 'ENVIRONMENT')
      .map((m) => m.asset);
    return {
      text,
      parts: [{ text, spans, lines }],
      plate,
      setting: memory.setting,
      places: unique([...(plate ? [plate] : []), ...at]),
      subjects,
      time,
      weather,
      item: unit.item,
      transition: unit.transition,
      music: unit.music,
      effects: unit.effects,
      shots: 1,
    };
  });
}

/** Two beats as one. */
export function merged(a: Beat, b: Beat): Beat {
  return {
    ...a,
    text: `${a.text} ${b.text}`,
    parts: [...a.parts, ...b.parts],
    plate: a.plate ?? b.plate,
    setting: a.plate || a.setting ? a.setting : b.setting,
    places: unique([...a.places, ...b.places]),
    subjects: uniqueSubjects([...a.subjects, ...b.subjects]),
    time: a.time ?? b.time,
    weather: a.weather ?? b.weather,
    music: a.music ?? b.music,
    effects: unique([...a.effects, ...b.effects]),
    shots: 1,
  };
}
