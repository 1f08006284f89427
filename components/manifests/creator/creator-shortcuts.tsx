'use client';
import { useHotkeys } from '@mantine/hooks';
import { TYPE_ORDER } from '#components/manifests/type-words.ts';
import { useCreator } from './creator-context.tsx';

/** Keys of the whole page; they rest while somebody types. */
export function CreatorShortcuts() {
  const { selection, bulk, undo, addFiles } = useCreator();
  useHotkeys([
    ...TYPE_ORDER.map((type, index): [string, () => void] => [
      `${index + 1}`,
      () => {
        if (selection.picked.size === 0) return;
        addFiles.rememberType(type);
        void bulk.setType([...selection.picked], type);
      },
    ]),
    ['mod+Z', () => undo.undo()],
    ['mod+shift+Z', () => undo.redo()],
    ['mod+Y', () => undo.redo()],
    ['mod+A', () => selection.selectAll()],
    ['Escape', () => selection.select(null)],
  ]);
  return null;
}
