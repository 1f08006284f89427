'use client';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { searchOptions } from '#lib/client/search-query.ts';
import { assetItem, generateWith, manifestItem, projectItem } from './palette-hits.tsx';
import { findActions, type PaletteGroup, stepFrom } from './palette-item.ts';
import { useGeneralActions, useManifestPaletteActions } from './use-palette-actions.tsx';

const TYPING_MS = 120;

/** What was typed, what that finds, and which row is the active one. */
export function usePalette() {
  const [typed, setTyped] = useState('');
  const [activeId, setActiveId] = useState<string | null>(null);
  const q = typed.trim();
  const [settled] = useDebouncedValue(q, q === '' ? 0 : TYPING_MS);
  const query = useQuery(searchOptions(settled));
  const pathname = usePathname();
  const general = useGeneralActions();
  const open = useManifestPaletteActions();

  const { manifests = [], assets = [], projects = [] } = query.data ?? {};
  const best = q !== '' && manifests[0]?.status !== 'PROCESSING' ? manifests[0] : undefined;
  const here = { label: open?.name ?? '', items: findActions(open?.items ?? [], q) };
  const found: PaletteGroup[] = [
    { label: q ? 'Manifests' : 'Manifests changed last', items: manifests.map(manifestItem) },
    { label: 'Assets', items: assets.map((hit) => assetItem(hit, pathname)) },
    { label: q ? 'Projects' : 'Projects made last', items: projects.map(projectItem) },
  ];
  const actions = {
    label: 'Actions',
    items: [...(best ? [generateWith(best)] : []), ...findActions(general, q)],
  };
  const groups = (q ? [...found, here, actions] : [here, ...found, actions]).filter(
    ({ items }) => items.length > 0,
  );
  const items = groups.flatMap((group) => group.items);
  const active = items.find(({ id }) => id === activeId) ?? items[0] ?? null;
  return {
    typed,
    type: (text: string) => {
      setTyped(text);
      setActiveId(null);
    },
    q,
    groups,
    count: items.length,
    active,
    setActiveId,
    move: (by: number) => setActiveId(stepFrom(items, active?.id, by)?.id ?? null),
    /** What stands there answers older words than those typed. */
    isBehind: q !== settled || query.isPlaceholderData || query.isPending,
    error: query.isError ? query.error : null,
    retry: () => void query.refetch(),
  };
}
