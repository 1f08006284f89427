import { type Heading, readHeading, splitAtHeadings } from './headings.ts';
import { splitLines, splitSentences } from './sentences.ts';

/** A sentence of the prompt with what stands around it. */
export type Unit = {
  text: string;
  /** Of the screenplay scene that it belongs to. */
  heading: Heading | null;
  /** Counts the items of a list and the paragraphs: what belongs together has one number. */
  item: number;
  /** How the prompt wants the shot to begin. */
  transition: 'cut' | 'dissolve' | 'match_cut' | null;
  /** Of a line of dialogue: who says it, as written. */
  speaker: string | null;
  /** What that one says; null where the text is no line of dialogue. */
  line: string | null;
  /** Directions for the sound of the shot: "Music: a cello". */
  music: string | null;
  effects: string[];
};

const TRANSITION =
  /^(?:(smash cut|jump cut|hard cut|cut)|(match cut)|(dissolve|cross ?fade|fade(?: in| out| to)?))\b[^.:]*[.:]?$/i;
const INLINE_TRANSITION =
  /^(?:(smash cut to|cut to|hard cut to)|(match cut to)|(dissolve to|crossfade to|fade in|fade to)):\s+(?=\S)/i;
const THE_END = /^(?:the end|fin|ende|end credits|roll credits)\.?$/i;
const LIST_MARK =
  /^(?:[-*•–—▪]\s+|\(?\d{1,3}[.)]\s+(?=\D)|(?:scene|shot|szene|einstellung|plan|sc)\s*#?\d{1,3}\s*[:.)–—-]+\s*)/i;
/** What is asked of the tool is no part of the film: "Make a film about". */
const ASKS_FOR_FILM =
  /^\s*(?:please\s+)?(?:can you\s+)?(?:make|create|generate|produce|write|film|give)(?:\s+me)?\s+(?:an?|the|some)?\s*(?:[\p{L}-]+\s+){0,3}?(?:film|video|movie|short|clip|animation|animatic|ad|advert|commercial|trailer)\s+(?:about|of|where|in which|with|showing|for)\s+/iu;
const MARKDOWN = /^#{1,6}\s+|\*\*|__|^>\s+/g;
/** Words before a colon that are no speakers. */
const NO_SPEAKER =
  /^(?:scene|shot|act|note|notes|title|super|style|look|mood|tone|genre|logline|duration|length|aspect(?: ratio)?|format|camera|lighting|light|colou?rs?|palette|setting|location|place|time|characters?|cast|int|ext|fade in|fade out|cut to|dissolve to|match cut to|smash cut to|insert|montage|angle on|close on|close-?up|wide(?: shot)?|medium(?: shot)?|two-?shot|music|score|sfx|fx|sound|sounds|sound effects|ambience|ambiance|prompt|end|pov|part|chapter|step|first|second|third|finally|then|later)$/i;
const META =
  /^(?:title|style|look|mood|tone|genre|logline|duration|length|aspect(?: ratio)?|format|notes?|characters?|cast)\s*:\s*\S/i;
const SOUND = /^(?:(music|score)|(?:sfx|fx|sounds?|sound effects?|ambience|ambiance))\s*[:–—-]\s*(.+)$/i;
/** What only the camera does belongs to the shot before. */
const OF_THE_CAMERA = /^(?:the )?camera\b/i;
const CUE_NAME = String.raw`@?[\[]?[\p{Lu}][\p{L}\p{N}_.'’\]-]*(?:\s+[\p{Lu}\d#][\p{L}\p{N}_.'’-]*){0,3}`;
const SPOKEN = new RegExp(
  `(?:^|(?<=[.!?…”"]\\s+))(${CUE_NAME})\\s*(?:\\(([^)]*)\\))?\\s*[:：]\\s*(?=\\S)`,
  'gu',
);
const CAPITALS_CUE = /^(@?[\p{Lu}\p{N}][\p{Lu}\p{N}_ .'’-]{0,38})(?:\s*\([^)]*\))*$/u;

const isCapitals = (name: string) => /\p{Lu}{2}/u.test(name) && name === name.toUpperCase();

type Reader = { isSpeaker(name: string): boolean };

/** The lines of dialogue that one line of the prompt holds, and what stands before the first. */
function readSpoken(
  line: string,
  { isSpeaker }: Reader,
): { before: string; spoken: { speaker: string; line: string }[] } {
  const cues = [...line.matchAll(SPOKEN)].filter(
    ([, name = '']) => !NO_SPEAKER.test(name.trim()) && (isSpeaker(name) || isCapitals(name)),
  );
  const spoken = cues.map((cue, i) => ({
    speaker: (cue[1] ?? '').trim(),
    line: line.slice(cue.index + cue[0].length, cues[i + 1]?.index ?? line.length).trim(),
  }));
  return { before: line.slice(0, cues[0]?.index ?? line.length).trim(), spoken };
}

/** What is said, and the sentences after it in the same line that tell again: "Thanks. Anna says we should go." */
function untilTold(line: string, { isSpeaker }: Reader): [said: string, told: string[]] {
  const sentences = splitSentences(line);
  const at = sentences.findIndex((s, i) => {
    const [, name = '', verb = ''] = /^(\S+)\s+(\p{Ll}+)/u.exec(s) ?? [];
    return i > 0 && /s$/.test(verb) && !/^(?:is|was|has|this|as)$/.test(verb) && isSpeaker(name);
  });
  return at < 0 ? [line, []] : [sentences.slice(0, at).join(' '), sentences.slice(at)];
}

const unquoted = (text: string) => text.replace(/^[“"„«»‘']\s*|\s*[”"“»«’']$/gu, '').trim();

/** "A NAME" on its own line with words under it: a block of dialogue. Returns how many lines it takes. */
function readBlock(lines: string[], at: number, reader: Reader, isScreenplay: boolean) {
  const name = CAPITALS_CUE.exec(lines[at] ?? '')?.[1]?.trim() ?? '';
  const below = lines[at + 1] ?? '';
  if (!/\p{L}{2}/u.test(name) || NO_SPEAKER.test(name) || below === '' || isCapitals(below)) return null;
  if (!reader.isSpeaker(name) && !isScreenplay) return null;
  let end = at + 1;
  const said: string[] = [];
  for (; end < lines.length && lines[end] !== ''; end += 1) {
    const line = lines[end] ?? '';
    if (readHeading(line) || (end > at + 1 && CAPITALS_CUE.test(line) && isCapitals(line))) break;
    if (!/^\(.*\)$/.test(line)) said.push(line);
    // Without empty lines between them only the first line is surely said.
    if (lines[at - 1] !== '' && at > 0 && said.length === 1) {
      end += 1;
      break;
    }
  }
  return said.length > 0 ? { speaker: name, line: said.join(' '), lines: end - at } : null;
}

const nameAsSaid = (name: string) =>
  isCapitals(name) && !/[_\d]/.test(name)
    ? name.toLowerCase().replace(/(?<![\p{L}'’])\p{L}/gu, (l) => l.toUpperCase())
    : name;

function transitionOf([, cutTo, match, dissolve]: RegExpExecArray): Unit['transition'] {
  return cutTo ? 'cut' : match ? 'match_cut' : dissolve ? 'dissolve' : null;
}

/**
 * Reads a prompt as prose, list, verse or screenplay: its sentences in order with the heading they stand under, lines
 * of dialogue with who speaks. Headings, transitions and directions for sound are no sentences. Never empty.
 */
export function readPrompt(prompt: string, reader: Reader): Unit[] {
  const lines = splitLines(prompt.replace(/\t/g, ' ').replace(ASKS_FOR_FILM, '').trimStart()).flatMap((l) =>
    l === '' ? [''] : splitAtHeadings(l),
  );
  const isScreenplay = lines.some(
    (l, i) =>
      readHeading(l) !== null ||
      (isCapitals(l) && lines[i + 1] && reader.isSpeaker(CAPITALS_CUE.exec(l)?.[1]?.trim() ?? '')),
  );
  const units: Unit[] = [];
  let heading: Heading | null = null;
  let isHeadingUsed = true;
  let item = 0;
  let transition: Unit['transition'] = null;
  let music: string | null = null;
  let effects: string[] = [];
  const add = (text: string, speaker: string | null = null, line: string | null = null) => {
    units.push({ text, heading, item, transition, speaker, line, music, effects });
    transition = null;
    effects = [];
    music = null;
    isHeadingUsed = true;
  };
  const addSpoken = (speaker: string, line: string) => {
    const said = unquoted(line);
    if (said !== '') add(`${nameAsSaid(speaker)}: “${said}”`, speaker, said);
  };
  const hear = ([, isMusic, what = '']: RegExpExecArray) => {
    const heard = what.replace(/\.$/, '');
    if (isMusic) music = heard;
    else effects = [...effects, ...heard.split(/\s*,\s*/)];
  };
  const addSentence = (sentence: string) => {
    const sound = SOUND.exec(sentence);
    const before = units.at(-1);
    if (sound) hear(sound);
    else if (OF_THE_CAMERA.test(sentence) && before && before.heading === heading && before.line === null)
      before.text = `${before.text} ${sentence}`;
    else add(sentence);
  };
  const closeHeading = () => {
    if (!isHeadingUsed && heading?.place) add(`${nameAsSaid(heading.place)}.`);
  };
  for (let at = 0; at < lines.length; at += 1) {
    let line = (lines[at] ?? '').replace(MARKDOWN, '').trim();
    if (line === '') {
      item += 1;
      continue;
    }
    const marked = readHeading(line) ? line : line.replace(LIST_MARK, '');
    if (marked !== line) item += 1;
    line = marked;
    const asked = TRANSITION.exec(line);
    const sound = SOUND.exec(line);
    const inline = INLINE_TRANSITION.exec(line);
    if (inline) {
      transition = transitionOf(inline);
      line = line.slice(inline[0].length);
    } else if (asked && line.length < 40 && (isCapitals(line) || /:$/.test(line))) {
      transition = transitionOf(asked);
      continue;
    }
    if (line === '' || !/[\p{L}\p{N}]/u.test(line) || (THE_END.test(line) && units.length > 0)) continue;
    if (META.test(line) && lines.length > 1) continue;
    if (sound && splitSentences(line).length === 1) {
      hear(sound);
      continue;
    }
    const headed = readHeading(line);
    if (headed) {
      closeHeading();
      const time: string | null = headed.heading.time;
      heading = { ...headed.heading, time };
      isHeadingUsed = false;
      item += 1;
      line = headed.after;
      if (line === '') continue;
    }
    const block = readBlock(lines, at, reader, isScreenplay);
    if (block) {
      addSpoken(block.speaker, block.line);
      at += block.lines - 1;
      continue;
    }
    const { before, spoken } = readSpoken(line, reader);
    for (const sentence of splitSentences(before)) addSentence(sentence);
    for (const each of spoken) {
      const [said, told] = untilTold(each.line, reader);
      addSpoken(each.speaker, said);
      for (const sentence of told) addSentence(sentence);
    }
  }
  closeHeading();
  if (units.length === 0) add(prompt.replace(/\s+/g, ' ').trim() || prompt);
  return units;
}
