import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { showProblem, showUndo } from '#components/ui/show-undo.tsx';
import { isSendable, moved, type QuickImageItem, quickAssets, roomFor } from '#lib/client/quick-images.ts';
import type { AssetType } from '#lib/schemas/asset.ts';
import { PROJECT_LIMITS } from '#lib/schemas/project.ts';

const FULL = `A film takes ${PROJECT_LIMITS.quickUploadImages} images at most.`;

/** The images that were dropped into the form: they stay in this browser until the film starts. */
export function useQuickImages() {
  const [items, setItems] = useState<QuickImageItem[]>([]);
  const latest = useRef(items);
  useEffect(() => {
    latest.current = items;
  });
  useEffect(
    () => () => {
      for (const { url } of latest.current) if (url) URL.revokeObjectURL(url);
    },
    [],
  );
  const patch = useCallback(
    (id: string, change: (item: QuickImageItem) => Partial<QuickImageItem>) =>
      setItems((all) => all.map((item) => (item.id === id ? { ...item, ...change(item) } : item))),
    [],
  );

  const add = useCallback(
    async (files: File[]) => {
      const { newQuickImage } = await import('#lib/client/new-quick-image.ts');
      const room = roomFor(latest.current);
      const added = files.map((file, index) => newQuickImage(file, index < room ? null : FULL));
      setItems((all) => [...all, ...added]);
      for (const item of added.filter(({ problem }) => problem === null)) void read(item, patch);
    },
    [patch],
  );
  const remove = (id: string) => {
    const place = items.findIndex((item) => item.id === id);
    const item = items[place];
    if (!item) return;
    setItems(items.toSpliced(place, 1));
    showUndo(`${item.name || 'Image'} removed`, () => setItems((all) => all.toSpliced(place, 0, item)));
  };
  const assets = useMemo(() => quickAssets(items), [items]);
  return {
    items,
    /** Those that can be sent, as the assets they will be. */
    assets,
    isReading: items.some((item) => item.url === null && item.problem === null),
    add: useCallback((files: File[]) => void add(files).catch(showProblem), [add]),
    remove,
    rename: (id: string, name: string) => patch(id, () => ({ name })),
    setType: (id: string, type: AssetType) => patch(id, () => ({ type, isTypeChosen: true })),
    move: (id: string, by: -1 | 1) => setItems(moved(items, id, by)),
    /** The server refused the nth image that was sent. */
    refuse: (index: number, problem: string) => {
      const item = items.filter(isSendable)[index];
      if (item) patch(item.id, () => ({ problem }));
    },
  };
}
export type QuickImages = ReturnType<typeof useQuickImages>;

async function read(
  { id, file }: QuickImageItem,
  patch: (id: string, change: (item: QuickImageItem) => Partial<QuickImageItem>) => void,
): Promise<void> {
  const { readQuickImage } = await import('#lib/client/read-quick-image.ts');
  const { type, ...facts } = await readQuickImage(file);
  patch(id, (item) => ({ ...facts, type: item.isTypeChosen ? item.type : type }));
}
