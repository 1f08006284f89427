'use client';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { UndoToast } from '#components/ui/undo-toast.tsx';
import { restoreVersionAction } from '#lib/actions/version-actions.ts';
import { detailOf } from '#lib/client/http.ts';
import { changeCachedManifest, refreshManifest } from '#lib/client/manifest-cache.ts';
import { useAction } from '#lib/client/use-action.ts';
import type { ManifestDetail } from '#lib/schemas/manifest.ts';

const UNDO_MS = 10_000;

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
      notifications.show({ message: detailOf(error), closeButtonProps: { 'aria-label': 'Close' } });
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
  const toast = notifications.show({
    autoClose: UNDO_MS,
    closeButtonProps,
    message: (
      <UndoToast
        text={`v${version} restored as v${restored.version}`}
        onUndo={() => {
          notifications.hide(toast);
          onUndo();
        }}
      />
    ),
  });
}
