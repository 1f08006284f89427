'use client';
import { useHotkeys } from '@mantine/hooks';
import { TYPE_ORDER } from '#components/manifests/type-words.ts';
import { useCreator } from './creator-context.tsx';

/** Keys of the whole page; they rest while somebody types. */
export function CreatorShortcuts() {
  const { selection, changeAsset, changeAssets, undo, addFiles } = useCreator();
  useHotkeys([
    ...TYPE_ORDER.map((type, index): [string, () => void] => [
      `${index + 1}`,
      () => {
        if (selection.picked.size === 0) return;
        addFiles.rememberType(type);
        changeAssets([...selection.picked], () => ({ asset_type: type }), true);
      },
    ]),
    [
      'P',
      () => {
        const { current } = selection;
        if (current) changeAsset(current.asset_id, { is_primary: !current.is_primary }, { now: true });
      },
    ],
    ['mod+Z', () => undo.undo()],
    ['Escape', () => selection.select(null)],
  ]);
  return null;
}
