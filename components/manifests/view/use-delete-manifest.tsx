'use client';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { UndoToast } from '#components/ui/undo-toast.tsx';
import { deleteManifestAction, restoreManifestAction } from '#lib/actions/manifest-actions.ts';
import { detailOf } from '#lib/client/http.ts';
import { manifestKeys } from '#lib/client/manifest-queries.ts';
import { useAction } from '#lib/client/use-action.ts';
import type { AppError } from '#lib/errors.ts';
import type { ManifestDetail } from '#lib/schemas/manifest.ts';

const InUseDialog = dynamic(() => import('../library/in-use-dialog.tsx').then((file) => file.InUseDialog), {
  ssr: false,
});

const UNDO_MS = 10_000;
const closeButtonProps = { 'aria-label': 'Close' };

type Film = { project_id: string; title: string };

/** Moves a manifest to the trash from its own page; one that films were made with stays, and they are named. */
export function useDeleteManifest({ manifest_id: id, name }: Pick<ManifestDetail, 'manifest_id' | 'name'>) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const [films, setFilms] = useState<Film[] | null>(null);
  const showProblem = (error: AppError) => {
    notifications.show({ message: detailOf(error), closeButtonProps });
  };
  const refreshLists = () => queryClient.invalidateQueries({ queryKey: manifestKeys.lists() });
  const restore = useAction(restoreManifestAction, { onSuccess: refreshLists, onError: showProblem });
  const trash = useAction(deleteManifestAction, {
    onSuccess: () => {
      void refreshLists();
      router.push('/manifests');
      const toast = notifications.show({
        autoClose: UNDO_MS,
        closeButtonProps,
        message: (
          <UndoToast
            text={`${name} moved to trash`}
            onUndo={() => {
              notifications.hide(toast);
              restore.mutate([id]);
            }}
          />
        ),
      });
    },
    onError: (error) => {
      const inUse = error.extra?.projects;
      if (error.code === 'in-use' && Array.isArray(inUse)) setFilms(inUse);
      else showProblem(error);
    },
  });
  return {
    remove: () => trash.mutate([id]),
    dialog: films && <InUseDialog inUse={{ name, films }} onClose={() => setFilms(null)} />,
  };
}
