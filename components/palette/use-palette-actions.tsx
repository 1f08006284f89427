'use client';
import {
  IconApi,
  IconCopy,
  IconEye,
  IconKeyboard,
  IconLayoutGrid,
  IconMovie,
  IconPackageExport,
  IconPencil,
  IconPlayerPlay,
  IconPlus,
  IconSettings,
  IconSparkles,
  IconTrash,
} from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { usePathname, useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { KeySigns } from '#components/layout/key-signs.tsx';
import { showProblem } from '#components/ui/show-undo.tsx';
import { duplicateManifestAction, processManifestAction } from '#lib/actions/manifest-actions.ts';
import { refreshManifest } from '#lib/client/manifest-cache.ts';
import { manifestDetailOptions, manifestKeys } from '#lib/client/manifest-queries.ts';
import { showOverlay } from '#lib/client/overlay.ts';
import { GLOBAL_SHORTCUTS, type GlobalShortcut } from '#lib/client/shortcuts.ts';
import { useAction } from '#lib/client/use-action.ts';
import { useIsMac } from '#lib/client/use-mod-key.ts';
import type { ManifestDetail } from '#lib/schemas/manifest.ts';
import type { PaletteItem } from './palette-item.ts';

const ICON = { size: 18, stroke: 1.5, 'aria-hidden': true } as const;
const OPEN_MANIFEST = /^\/manifests\/([0-9a-f-]{36})(\/edit)?$/;

const base = (id: string, label: string, icon: ReactNode) => ({ id, label, ranges: [], picture: { icon } });

/** What can be done from anywhere. */
export function useGeneralActions(): PaletteItem[] {
  const isMac = useIsMac();
  const keys = (name: GlobalShortcut) => (
    <span aria-hidden="true">
      <KeySigns keys={GLOBAL_SHORTCUTS[name].keys.flat()} isMac={isMac} />
    </span>
  );
  return [
    { ...base('new', 'New manifest', <IconPlus {...ICON} />), href: '/manifests/new', end: keys('create') },
    {
      ...base('generate', 'Generate', <IconPlayerPlay {...ICON} />),
      href: '/generate',
      end: keys('generate'),
    },
    {
      ...base('library', 'Go to the library', <IconLayoutGrid {...ICON} />),
      href: '/manifests',
      end: keys('library'),
    },
    {
      ...base('projects', 'Go to projects', <IconMovie {...ICON} />),
      href: '/projects',
      end: keys('projects'),
    },
    { ...base('settings', 'Settings and webhooks', <IconSettings {...ICON} />), href: '/settings' },
    { ...base('trash', 'Go to the trash', <IconTrash {...ICON} />), href: '/manifests?trashed=true' },
    { ...base('docs', 'API docs', <IconApi {...ICON} />), href: '/docs', end: keys('docs') },
    {
      ...base('shortcuts', 'Shortcuts', <IconKeyboard {...ICON} />),
      run: () => showOverlay('shortcuts'),
      end: keys('help'),
    },
  ];
}

/** What can be done with the manifest that is on the page; its name is what the group is called. */
export function useManifestPaletteActions(): { name: string; items: PaletteItem[] } | null {
  const [, id, isEditing] = OPEN_MANIFEST.exec(usePathname()) ?? [];
  const { data: manifest } = useQuery({ ...manifestDetailOptions(id ?? ''), enabled: id !== undefined });
  const router = useRouter();
  const queryClient = useQueryClient();
  const copy = useAction(duplicateManifestAction, {
    onSuccess: (made) => {
      void queryClient.invalidateQueries({ queryKey: manifestKeys.lists() });
      router.push(`/manifests/${made.manifest_id}/edit`);
    },
    onError: showProblem,
  });
  const analyse = useAction(processManifestAction, {
    onSuccess: () => router.push(`/manifests/${id}/edit?step=process`),
    onError: showProblem,
    onSettled: () => (id === undefined ? undefined : refreshManifest(queryClient, id)),
  });
  if (id === undefined || !manifest) return null;
  return {
    name: manifest.name,
    items: [
      isEditing
        ? { ...base('view', 'View', <IconEye {...ICON} />), href: `/manifests/${id}` }
        : { ...base('edit', 'Edit', <IconPencil {...ICON} />), href: `/manifests/${id}/edit` },
      ...atRest(manifest, () => analyse.mutate([id])),
      { ...base('duplicate', 'Duplicate', <IconCopy {...ICON} />), run: () => copy.mutate([id]) },
      {
        ...base('export', 'Export', <IconPackageExport {...ICON} />),
        href: `/api/manifests/${id}/export`,
        isDownload: true,
      },
    ],
  };
}

/** What waits while a manifest is analysed. */
function atRest({ manifest_id, status, sheet }: ManifestDetail, onAnalyse: () => void): PaletteItem[] {
  if (status === 'PROCESSING') return [];
  return [
    {
      ...base('use', 'Use in a generation', <IconPlayerPlay {...ICON} />),
      href: `/generate?manifest=${manifest_id}`,
    },
    ...(sheet.length > 0
      ? [{ ...base('analyse', 'Analyse', <IconSparkles {...ICON} />), run: onAnalyse }]
      : []),
  ];
}
