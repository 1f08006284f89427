import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { UndoToast } from '#components/ui/undo-toast.tsx';
import {
  deleteManifestAction,
  duplicateManifestAction,
  restoreManifestAction,
} from '#lib/actions/manifest-actions.ts';
import { detailOf } from '#lib/client/http.ts';
import { type ManifestPages, manifestKeys, withoutManifest } from '#lib/client/manifest-queries.ts';
import { useAction } from '#lib/client/use-action.ts';
import type { AppError } from '#lib/errors.ts';

const UNDO_MS = 10_000;

export type Film = { project_id: string; title: string };
/** A manifest that could not be deleted, and the films that hold it. */
export type InUse = { name: string; films: Film[] };

const showUndo = (text: string, onUndo: () => void) => {
  const id = notifications.show({
    autoClose: UNDO_MS,
    closeButtonProps: { 'aria-label': 'Close' },
    message: (
      <UndoToast
        text={text}
        onUndo={() => {
          notifications.hide(id);
          onUndo();
        }}
      />
    ),
  });
};

const showProblem = (error: AppError) => {
  notifications.show({ message: detailOf(error), closeButtonProps: { 'aria-label': 'Close' } });
};

/** Delete, restore and duplicate, each with its way back. */
export function useManifestActions() {
  const queryClient = useQueryClient();
  const [inUse, setInUse] = useState<InUse | null>(null);
  const refresh = () => queryClient.invalidateQueries({ queryKey: manifestKeys.all });
  const restore = useAction(restoreManifestAction, { onSuccess: refresh, onError: showProblem });
  const trash = useAction(deleteManifestAction, { onSettled: refresh });
  const copy = useAction(duplicateManifestAction, { onSuccess: refresh, onError: showProblem });

  return {
    inUse,
    closeInUse: () => setInUse(null),
    restore: (id: string, name: string) =>
      restore.mutate([id], {
        onSuccess: () => showUndo(`${name} is back in the library`, () => trash.mutate([id])),
      }),
    remove: async (id: string, name: string) => {
      await queryClient.cancelQueries({ queryKey: manifestKeys.lists() });
      queryClient.setQueriesData<ManifestPages>(
        { queryKey: manifestKeys.lists() },
        (pages) => pages && withoutManifest(pages, id),
      );
      trash.mutate([id], {
        onSuccess: () => showUndo(`${name} moved to trash`, () => restore.mutate([id])),
        onError: (error) => {
          const films = error.extra?.projects;
          if (error.code === 'in-use' && Array.isArray(films)) setInUse({ name, films });
          else showProblem(error);
        },
      });
    },
    duplicate: (id: string, name: string) =>
      copy.mutate([id], {
        onSuccess: (made) =>
          showUndo(`${name} duplicated as ${made.name}`, () => trash.mutate([made.manifest_id])),
      }),
  };
}

export type ManifestActions = ReturnType<typeof useManifestActions>;
