export const SHORTCUT_PLACES = ['Anywhere', 'Library', 'Creator', 'Generate and projects'] as const;
export type ShortcutPlace = (typeof SHORTCUT_PLACES)[number];

export type Shortcut = {
  place: ShortcutPlace;
  label: string;
  /** Ways to press it. In one way keys are pressed one after the other, those joined by "+" at once. */
  keys: readonly string[][];
  /** Stands between the ways where they are not alternatives: "1 … 6". */
  joint?: string;
};

const everywhere = (label: string, ...keys: string[]): Shortcut => ({
  place: 'Anywhere',
  label,
  keys: [keys],
});
const inPlace = (place: ShortcutPlace) => (label: string, keys: string[][], joint?: string) =>
  ({ place, label, keys, ...(joint && { joint }) }) satisfies Shortcut;
const library = inPlace('Library');
const creator = inPlace('Creator');
const film = inPlace('Generate and projects');

/** Keys that go anywhere and what they do; `use-global-keys.ts` listens to these by their names. */
export const GLOBAL_SHORTCUTS = {
  palette: everywhere('Command palette', 'mod+k'),
  search: everywhere('Search this page', '/'),
  create: everywhere('New manifest', 'n'),
  generate: everywhere('Generate', 'g', 'g'),
  library: everywhere('Library', 'g', 'l'),
  projects: everywhere('Projects', 'g', 'p'),
  docs: everywhere('API docs', 'g', 'd'),
  help: everywhere('These shortcuts', '?'),
} as const satisfies Record<string, Shortcut>;
export type GlobalShortcut = keyof typeof GLOBAL_SHORTCUTS;

/** Every key of the program, as the sheet shows them. The keys of a place are heard where its components are. */
export const SHORTCUTS: readonly Shortcut[] = [
  ...Object.values(GLOBAL_SHORTCUTS),
  library('Move', [['left'], ['up'], ['down'], ['right']]),
  library('Select', [['x']]),
  library('Select a range', [['shift+up'], ['shift+down']]),
  library('Select all, none', [
    ['*', 'a'],
    ['*', 'n'],
  ]),
  library('Clear the selection', [['escape']]),
  library('Open', [['enter']]),
  library('Edit', [['e']]),
  library('Delete, with undo', [['#']]),
  creator('Paste images', [['mod+v']]),
  creator('Next, previous asset', [['right'], ['left']]),
  creator('Open the image', [['enter']]),
  creator('Select', [['x']]),
  creator('Set type', [['1'], ['6']], '…'),
  creator('Move asset', [['alt+left'], ['alt+right']]),
  creator('Mark primary', [['p']]),
  creator('Delete, with undo', [['delete']]),
  creator('Undo, redo', [['mod+z'], ['mod+shift+z']]),
  film('Mention an asset', [['@']]),
  film('Start', [['mod+enter']]),
  film('Subtitles of a film', [['c']]),
];

const SIGNS: Record<string, string> = {
  left: '←',
  right: '→',
  up: '↑',
  down: '↓',
  enter: '↵',
  escape: 'Esc',
  delete: 'Del',
  shift: 'Shift',
  alt: 'Alt',
};

/** What is printed on the keys of "mod+shift+z", on this kind of keyboard. */
export function keySigns(combination: string, isMac: boolean): string[] {
  // "+" itself is no key of ours.
  return combination.split('+').map((key) => {
    if (key === 'mod') return isMac ? '⌘' : 'Ctrl';
    return SIGNS[key] ?? key.toUpperCase();
  });
}
