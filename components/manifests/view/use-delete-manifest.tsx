'use client';
import { useQueryClient } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { showProblem, showUndo } from '#components/ui/show-undo.tsx';
import { deleteManifestAction, restoreManifestAction } from '#lib/actions/manifest-actions.ts';
import { manifestKeys } from '#lib/client/manifest-queries.ts';
import { useAction } from '#lib/client/use-action.ts';
import type { ManifestDetail } from '#lib/schemas/manifest.ts';

const InUseDialog = dynamic(() => import('../library/in-use-dialog.tsx').then((file) => file.InUseDialog), {
  ssr: false,
});

type Film = { project_id: string; title: string };

/** Moves a manifest to the trash from its own page; one that films were made with stays, and they are named. */
export function useDeleteManifest({ manifest_id: id, name }: Pick<ManifestDetail, 'manifest_id' | 'name'>) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const [films, setFilms] = useState<Film[] | null>(null);
  const refreshLists = () => queryClient.invalidateQueries({ queryKey: manifestKeys.lists() });
  const restore = useAction(restoreManifestAction, { onSuccess: refreshLists, onError: showProblem });
  const trash = useAction(deleteManifestAction, {
    onSuccess: () => {
      void refreshLists();
      router.push('/manifests');
      showUndo(`${name} moved to trash`, () => restore.mutate([id]));
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
