import {
  framesIn,
  frameTimecode,
  HAND_OFF_RATE,
  type HandOffFilm,
  type HandOffPart,
  placed,
} from './hand-off-film.ts';

/** By custom a programme begins at one hour. */
const PROGRAMME_START = 3600 * HAND_OFF_RATE;
/** The format is ASCII, in lines. */
const LINE_MAX = 200;

const plain = (value: string) =>
  value
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[–—]/g, '-')
    .replace(/[^\x20-\x7e]+/g, ' ')
    .trim()
    .slice(0, LINE_MAX);

function event(
  number: number,
  reel: string,
  channel: 'V' | 'AA',
  effect: string,
  source: [number, number],
  record: [number, number],
): string {
  const times = [...source, ...record.map((frame) => frame + PROGRAMME_START)].map(frameTimecode);
  return `${String(number).padStart(3, '0')}  ${reel.padEnd(8)} ${channel.padEnd(5)} ${effect.padEnd(8)} ${times.join(' ')}`;
}

type Placed = HandOffPart & { at: number };

function lines(part: Placed, before: Placed | undefined, number: number): string[] {
  const source: [number, number] = [part.from, part.from + part.frames];
  const record: [number, number] = [part.at, part.at + part.frames];
  const named = [`* FROM CLIP NAME: ${plain(part.name)}`, `* SOURCE FILE: ${part.media.path}`];
  const said = part.note ? [`* COMMENT: ${plain(part.note)}`] : [];
  if (!before || part.dissolve === 0)
    return [event(number, part.reel, 'V', 'C', source, record), ...named, ...said];
  // A dissolve is one event of two lines: what it comes out of, without length, and what comes.
  const out = before.from + before.frames;
  return [
    event(number, before.reel, 'V', 'C', [out, out], [part.at, part.at]),
    event(number, part.reel, 'V', `D    ${String(part.dissolve).padStart(3, '0')}`, source, record),
    `* FROM CLIP NAME: ${plain(before.name)}`,
    `* TO CLIP NAME: ${plain(part.name)}`,
    `* SOURCE FILE: ${part.media.path}`,
    ...said,
  ];
}

/** The film as an edit decision list, CMX 3600: non-drop at 30 fps, programme from 01:00:00:00. */
export function toEdl(film: HandOffFilm): string {
  const parts = placed(film.parts);
  const events = parts.flatMap((part, i) => lines(part, parts[i - 1], i + 1));
  const length = framesIn(parts);
  const sound = film.hasSound
    ? [
        event(parts.length + 1, 'FILM', 'AA', 'C', [0, length], [0, length]),
        '* FROM CLIP NAME: Sound',
        `* SOURCE FILE: ${film.film.path}`,
      ]
    : [];
  return [`TITLE: ${plain(film.title) || 'FILM'}`, 'FCM: NON-DROP FRAME', '', ...events, ...sound, ''].join(
    '\r\n',
  );
}
