import type { ImportChoice, ImportedItem, ImportPreviewItem } from '#lib/schemas/bundle.ts';

const assets = (count: number) => (count === 1 ? '1 asset' : `${count} assets`);
const manifests = (count: number) => (count === 1 ? '1 manifest' : `${count} manifests`);

export const CHOICE_LABELS: Record<ImportChoice, string> = {
  rename: 'Rename',
  merge: 'Merge',
  skip: 'Skip',
};

/** What of a manifest is new to the library. */
export function newsOf({ asset_count, assets: all, clash }: ImportPreviewItem): string {
  if (asset_count === 0) return 'No assets';
  const same = all.filter((asset) => asset.state === 'same').length;
  if (clash) return `${assets(asset_count)}: ${asset_count - same} new, ${same} the same`;
  const known = all.filter((asset) => asset.is_image_known === true).length;
  return known === 0 ? assets(asset_count) : `${assets(asset_count)}, ${known} with an image the library has`;
}

/** What a choice does, said before it is done. */
export function effectOf({ name, choices }: ImportPreviewItem, choice: ImportChoice): string {
  if (!choices) return `Added as “${name}”.`;
  if (choice === 'skip') return 'Left out. Nothing changes.';
  if (choice === 'rename') return `Added as “${choices.rename.name}”.`;
  const { added, left_alone } = choices.merge;
  if (added === 0) return `“${name}” has all of them. Nothing changes.`;
  return left_alone === 0
    ? `Adds ${assets(added)} to “${name}”.`
    : `Adds ${assets(added)} to “${name}” and leaves ${left_alone} alone.`;
}

/** The main button, named after its result; null: nothing would be imported. */
export function importLabel(
  items: ImportPreviewItem[],
  choices: ReadonlyMap<number, ImportChoice>,
): string | null {
  const choiceOf = (item: ImportPreviewItem) => choices.get(item.index) ?? 'rename';
  const taken = items.filter((item) => !item.clash || choiceOf(item) !== 'skip');
  const [only] = taken;
  if (!only) return null;
  if (taken.length > 1) return `Import ${manifests(taken.length)}`;
  return only.clash && choiceOf(only) === 'merge' ? `Merge into ${only.name}` : 'Import 1 manifest';
}

/** The toast: what happened. The one manifest, if there is one, is linked by the caller. */
export function doneWords(done: ImportedItem[]): { linked: ImportedItem | null; text: string } {
  const changed = done.filter((item) => item.outcome === 'created' || item.added_asset_ids.length > 0);
  const [only] = changed;
  if (!only) return { linked: null, text: 'Nothing was new' };
  if (changed.length > 1) return { linked: null, text: `${manifests(changed.length)} imported` };
  return only.outcome === 'created'
    ? { linked: only, text: 'imported' }
    : { linked: only, text: `has ${assets(only.added_asset_ids.length)} more` };
}
