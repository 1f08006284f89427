import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { showProblem, showUndo } from '#components/ui/show-undo.tsx';
import { bulkEditAction, undoBulkEditAction } from '#lib/actions/manifest-actions.ts';
import { bulkWords } from '#lib/client/bulk-words.ts';
import { type ManifestPages, manifestKeys, withoutManifests } from '#lib/client/manifest-queries.ts';
import { useAction } from '#lib/client/use-action.ts';
import { retag } from '#lib/manifests/retag.ts';
import type { BulkEdit, BulkRefusal, ManifestBrief } from '#lib/schemas/bulk.ts';
import { categoryLabel } from '../category-label.ts';
import type { LibrarySelection } from './use-selection.ts';

type Act = Omit<BulkEdit, 'manifest_ids'>;

const after = (item: ManifestBrief, { add_tags, remove_tags, category }: Act): ManifestBrief => ({
  ...item,
  tags: retag(item.tags, { ...(add_tags && { add: add_tags }), ...(remove_tags && { remove: remove_tags }) }),
  category: category ?? item.category,
});

/** One act on many manifests with its toast, its way back and what was refused. */
export function useBulkEdit(selection: LibrarySelection) {
  const queryClient = useQueryClient();
  const [refused, setRefused] = useState<BulkRefusal[] | null>(null);
  const refresh = () => queryClient.invalidateQueries({ queryKey: manifestKeys.all });
  const run = useAction(bulkEditAction, { onSettled: refresh });
  const takeBack = useAction(undoBulkEditAction, { onSettled: refresh, onError: showProblem });

  const undo = (edits: BulkEdit[]) =>
    takeBack.mutate([edits], {
      onSuccess: () => {
        for (const edit of edits) selection.edit(edit.manifest_ids, (item) => after(item, edit));
      },
    });

  /** Cards that leave the list leave it at once; those that were refused come back with the next read. */
  const leave = async (ids: string[]) => {
    await queryClient.cancelQueries({ queryKey: manifestKeys.lists() });
    queryClient.setQueriesData<ManifestPages>(
      { queryKey: manifestKeys.lists() },
      (pages) => pages && withoutManifests(pages, new Set(ids)),
    );
  };

  const apply = async (targets: readonly ManifestBrief[], act: Act): Promise<void> => {
    const ids = targets.map((item) => item.manifest_id);
    if (ids.length === 0) return;
    const leaves = Boolean(act.delete || act.restore || act.purge);
    if (leaves) await leave(ids);
    run.mutate([{ manifest_ids: ids, ...act }], {
      onSuccess: ({ changed, made, refused, undo: edits }) => {
        if (leaves) selection.drop(changed);
        else selection.edit(changed, (item) => after(item, act));
        if (refused.length > 0) setRefused(refused);
        const done = new Set(
          act.duplicate ? ids.filter((id) => !refused.some((r) => r.manifest_id === id)) : changed,
        );
        const names = targets.filter((item) => done.has(item.manifest_id)).map((item) => item.name);
        const category = act.category ? categoryLabel(act.category) : '';
        if (names.length > 0)
          showUndo(bulkWords(act, names, category), edits.length > 0 ? () => undo(edits) : undefined);
        else if (refused.length === 0 && made.length === 0) showUndo('Nothing to change');
      },
      onError: showProblem,
    });
  };

  return { apply, isBusy: run.isPending, refused, closeRefused: () => setRefused(null) };
}
