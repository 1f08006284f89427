'use client';
import { type HotkeyItem, useHotkeys } from '@mantine/hooks';
import { TYPE_ORDER } from '#components/manifests/type-words.ts';
import { useCreator } from './creator-context.tsx';

/** What has the keys to itself while it is open. */
const hasOwnKeys = () => document.querySelector('[role="dialog"], [role="menu"]') !== null;

const unlessElsewhere = ([keys, act]: [string, () => void]): HotkeyItem => [
  keys,
  () => {
    if (!hasOwnKeys()) act();
  },
];

/** Keys of the whole page; they rest while somebody types or a dialog is open. */
export function CreatorShortcuts() {
  const { selection, bulk, changeAsset, undo, addFiles } = useCreator();
  const keys: [string, () => void][] = [
    ...TYPE_ORDER.map((type, index): [string, () => void] => [
      `${index + 1}`,
      () => {
        if (selection.picked.size === 0) return;
        addFiles.rememberType(type);
        void bulk.setType([...selection.picked], type);
      },
    ]),
    [
      'P',
      () => {
        const { current } = selection;
        if (current) changeAsset(current.asset_id, { is_primary: !current.is_primary }, { now: true });
      },
    ],
    ['mod+Z', undo.undo],
    ['mod+shift+Z', undo.redo],
    ['mod+Y', undo.redo],
    ['mod+A', selection.selectAll],
    ['Escape', () => (selection.picked.size > 1 ? selection.selectOne() : selection.select(null))],
  ];
  useHotkeys(keys.map(unlessElsewhere));
  return null;
}
