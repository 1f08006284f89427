import type { ForkPreview } from '../schemas/fork.ts';

const REASON: Record<ForkPreview['anew_because'][number], string> = {
  prompt: 'prompt',
  style: 'style',
  clip_duration: 'scene length',
  total_duration: 'total length',
  seed: 'seed',
  'no-storyboard': '',
};

/** "4 of 6 scenes are shared, 2 are made anew." */
export function shareWords({
  keeps_storyboard,
  anew_because,
  scenes_total,
  scenes_shared,
}: ForkPreview): string {
  const all = scenes_total === 1 ? 'The scene is' : `All ${scenes_total} scenes are`;
  if (!keeps_storyboard) {
    const made = `${counted(scenes_total, 'scene')} ${scenes_total === 1 ? 'is' : 'are'} made.`;
    if (anew_because.includes('no-storyboard')) return `There is no storyboard to share yet: ${made}`;
    const names = anew_because.map((each) => REASON[each]);
    return `The storyboard is planned anew, for another ${listed(names)}: ${made}`;
  }
  const anew = scenes_total - scenes_shared;
  if (anew === 0) return `${all} shared. Only the film is stitched anew.`;
  if (scenes_shared === 0) return `${all} made anew, on the same storyboard.`;
  return `${scenes_shared} of ${scenes_total} scenes ${scenes_shared === 1 ? 'is' : 'are'} shared, ${anew} ${anew === 1 ? 'is' : 'are'} made anew.`;
}

/** What does not come along, a sentence each. */
export function lossWords({ removed_tags, own_left }: ForkPreview): string[] {
  return [
    removed_tags.length > 0 &&
      `${listed(removed_tags)} ${removed_tags.length === 1 ? 'is' : 'are'} taken out: the manifest has ${removed_tags.length === 1 ? 'it' : 'them'} no more.`,
    own_left > 0 &&
      `${counted(own_left, 'own picture')} ${own_left === 1 ? 'stays' : 'stay'} behind, in the other size.`,
  ].filter((text) => text !== false);
}

/** "Scene 2", "Scenes 2, 3 and 5": numbers as people count them, of indexes from 0. */
export const sceneNumbers = (indexes: readonly number[]): string =>
  `${indexes.length === 1 ? 'Scene' : 'Scenes'} ${listed(indexes.map((index) => String(index + 1)))}`;

/** Which scenes hold an asset that is another one now, and what a film of today makes of them. */
export function touchWords(
  touched: { scenes: readonly number[]; redone: readonly number[] } | undefined,
): string {
  const { scenes = [], redone = [] } = touched ?? {};
  if (scenes.length === 0 && redone.length === 0) return 'In no scene of this film.';
  if (redone.length === 0) return `${sceneNumbers(scenes)}, whose pictures stay.`;
  const isAll = scenes.every((index) => redone.includes(index));
  if (isAll) return `${sceneNumbers(redone)}, made anew.`;
  return `${sceneNumbers(scenes)}, of which ${redone.length} ${redone.length === 1 ? 'is' : 'are'} made anew.`;
}

const counted = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;
const listed = (words: readonly string[]) =>
  words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : (words[0] ?? '');
