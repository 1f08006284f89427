'use client';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { showProblem, showUndo } from '#components/ui/show-undo.tsx';
import { restoreVersionAction } from '#lib/actions/version-actions.ts';
import { changeCachedManifest, refreshManifest } from '#lib/client/manifest-cache.ts';
import { useAction } from '#lib/client/use-action.ts';
import type { ManifestDetail } from '#lib/schemas/manifest.ts';

/** Restores a version; the way back is to restore the one it replaced. */
export function useRestoreVersion(manifest: ManifestDetail, onRestored: () => void) {
  const { manifest_id: id } = manifest;
  const queryClient = useQueryClient();
  const action = useAction(restoreVersionAction, {
    onSuccess: async (restored) => {
      await changeCachedManifest(queryClient, id, () => restored);
      await refreshManifest(queryClient, id);
    },
    onError: (error) => {
      showProblem(error);
      void refreshManifest(queryClient, id);
    },
  });
  const start = (version: number) =>
    action.mutate([id, version, manifest.revision], {
      onSuccess: (restored) => {
        onRestored();
        showRestored(version, restored, manifest.version, () =>
          action.mutate([id, manifest.version, restored.revision]),
        );
      },
    });
  return { start, isPending: action.isPending };
}

function showRestored(version: number, restored: ManifestDetail, before: number, onUndo: () => void) {
  const closeButtonProps = { 'aria-label': 'Close' };
  if (restored.version === before) {
    notifications.show({ message: `v${version} is what is there already`, closeButtonProps });
    return;
  }
  showUndo(`v${version} restored as v${restored.version}`, onUndo);
}
