import { withoutQuotes } from './quotes.ts';

/** Hours as slug lines write them, by the words of a text. The first that fits is meant. */
const TIMES: [string, RegExp][] = [
  ['DAWN', /\b(?:dawn|sunrise|daybreak|first light|morgengrauen|aube)\b/i],
  ['DUSK', /\b(?:dusk|sunset|twilight|last light|nightfall|abenddämmerung|crépuscule)\b/i],
  ['MIDNIGHT', /\b(?:midnight|mitternacht|minuit)\b/i],
  ['NIGHT', /\b(?:night|moonlight|moonlit|starlit|stars|nachts?|nuit|noche)\b|夜/i],
  ['MORNING', /\b(?:morning|breakfast|am morgen|matin)\b|朝/i],
  ['NOON', /\b(?:noon|midday|mittags?)\b/i],
  ['AFTERNOON', /\b(?:afternoon|nachmittags?)\b/i],
  ['EVENING', /\b(?:evening|abends?|soir)\b|夕/i],
  ['DAY', /\b(?:daylight|daytime|broad day|by day)\b/i],
];
const WEATHERS: [string, RegExp][] = [
  ['storm', /\b(?:storms?|stormy|thunder|thunderstorm|gale|lightning|sturm|gewitter|orage)\b|嵐/i],
  ['rain', /\b(?:rain|rains|raining|rainy|drizzle|downpour|regen|regnet|pluie|lluvia)\b|雨/i],
  ['snow', /\b(?:snow|snows|snowing|snowy|blizzard|schnee|schneit|neige|nieve)\b|雪/i],
  ['fog', /\b(?:fog|foggy|mist|misty|haze|nebel|brume)\b|霧/i],
  ['wind', /\b(?:wind|winds|windy|breeze|gusts?|vent)\b|風/i],
  ['sun', /\b(?:sunshine|sunlight|sunny|bright sun|the sun|sonne|soleil)\b/i],
];

/** "Till morning" it is still night. */
const NOT_YET = /\b(?:till|until|before|by|since)\s+(?:the\s+)?\p{L}+/giu;

const firstOf = (list: [string, RegExp][], text: string) =>
  list.find(([, words]) => words.test(text))?.[0] ?? null;

/** The hour that a text tells, such as "NIGHT"; null: none. What is only said by somebody does not count. */
export const timeIn = (text: string): string | null =>
  firstOf(TIMES, withoutQuotes(text).replace(NOT_YET, ''));
export const weatherIn = (text: string): string | null => firstOf(WEATHERS, withoutQuotes(text));

/** A text that jumps in time. */
export const jumpsInTime = (text: string) =>
  /\b(?:later|meanwhile|the next (?:day|morning|night)|the following (?:day|morning|night)|years? (?:ago|before)|tomorrow|flashback|that (?:night|evening))\b/i.test(
    withoutQuotes(text),
  );
