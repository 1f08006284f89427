import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { showProblem, showUndo } from '#components/ui/show-undo.tsx';
import {
  deleteManifestAction,
  duplicateManifestAction,
  restoreManifestAction,
} from '#lib/actions/manifest-actions.ts';
import { type ManifestPages, manifestKeys, withoutManifests } from '#lib/client/manifest-queries.ts';
import { useAction } from '#lib/client/use-action.ts';

export type Film = { project_id: string; title: string };
/** A manifest that could not be deleted, and the films that hold it. */
export type InUse = { name: string; films: Film[] };

/** Delete, restore and duplicate, each with its way back. */
export function useManifestActions() {
  const queryClient = useQueryClient();
  const [inUse, setInUse] = useState<InUse | null>(null);
  const refresh = () => queryClient.invalidateQueries({ queryKey: manifestKeys.all });
  const { mutate: restore } = useAction(restoreManifestAction, { onSuccess: refresh, onError: showProblem });
  const { mutate: trash } = useAction(deleteManifestAction, { onSettled: refresh });
  const { mutate: copy } = useAction(duplicateManifestAction, { onSuccess: refresh, onError: showProblem });

  // The same functions at every render: cards are only drawn again when their manifest changed.
  return useMemo(
    () => ({
      inUse,
      closeInUse: () => setInUse(null),
      restore: (id: string, name: string) =>
        restore([id], {
          onSuccess: () => showUndo(`${name} is back in the library`, () => trash([id])),
        }),
      remove: async (id: string, name: string) => {
        await queryClient.cancelQueries({ queryKey: manifestKeys.lists() });
        queryClient.setQueriesData<ManifestPages>(
          { queryKey: manifestKeys.lists() },
          (pages) => pages && withoutManifests(pages, new Set([id])),
        );
        trash([id], {
          onSuccess: () => showUndo(`${name} moved to trash`, () => restore([id])),
          onError: (error) => {
            const films = error.extra?.projects;
            if (error.code === 'in-use' && Array.isArray(films)) setInUse({ name, films });
            else showProblem(error);
          },
        });
      },
      duplicate: (id: string, name: string) =>
        copy([id], {
          onSuccess: (made) =>
            showUndo(`${name} duplicated as ${made.name}`, () => trash([made.manifest_id])),
        }),
    }),
    [inUse, queryClient, restore, trash, copy],
  );
}

export type ManifestActions = ReturnType<typeof useManifestActions>;
