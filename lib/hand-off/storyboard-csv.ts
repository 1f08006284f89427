import type { ProjectScene } from '../schemas/project.ts';
import { frameTimecode, HAND_OFF_RATE } from './hand-off-film.ts';

const COLUMNS: [string, (scene: ProjectScene) => string | number][] = [
  ['scene', (s) => s.index + 1],
  ['title', (s) => s.title],
  ['slug_line', (s) => s.slug_line],
  ['description', (s) => s.description],
  ['shot', (s) => s.shot_type],
  ['camera_move', (s) => s.camera_move],
  ['transition', (s) => s.transition],
  ['starts_at', (s) => frameTimecode(Math.round(s.starts_at * HAND_OFF_RATE))],
  ['ends_at', (s) => frameTimecode(Math.round((s.starts_at + s.duration) * HAND_OFF_RATE))],
  ['seconds', (s) => s.duration],
  ['frames', (s) => Math.round(s.duration * HAND_OFF_RATE)],
  ['tags', (s) => s.placements.map((p) => p.tag).join(' ')],
  [
    'placements',
    (s) =>
      s.placements
        .map((p) => `${p.tag} ${p.name}, ${p.role}, ${p.position}${p.action && `: ${p.action}`}`)
        .join('\n'),
  ],
  ['references', (s) => s.references.map((r) => `${r.tag} for ${r.for}: ${r.reason}`).join('\n')],
  ['continuity', (s) => s.continuity.join('\n')],
  ['motion_prompt', (s) => s.motion_prompt],
  ['dialogue', (s) => s.audio.dialogue.map((d) => `${d.speaker ?? 'Voice'}: ${d.text}`).join('\n')],
  ['effects', (s) => s.audio.effects.join('\n')],
  ['ambience', (s) => s.audio.ambience],
  ['music', (s) => s.audio.music],
  ['take', (s) => s.clips.find((c) => c.is_chosen)?.take ?? ''],
];

/** What a spreadsheet would run instead of show. */
const FORMULA = /^[\t\r ]*[=+\-@]/;

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) || /^[\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The storyboard as CSV (RFC 4180), a row for each scene; no cell begins as a formula. */
export function storyboardCsv(scenes: ProjectScene[]): string {
  const rows = [
    COLUMNS.map(([name]) => name),
    ...scenes.map((scene) => COLUMNS.map(([, value]) => cell(value(scene)))),
  ];
  // The mark tells spreadsheets that this is UTF-8.
  return `\ufeff${rows.map((row) => `${row.join(',')}\r\n`).join('')}`;
}
