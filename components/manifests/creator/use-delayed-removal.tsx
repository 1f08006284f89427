'use client';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { UndoToast } from '#components/ui/undo-toast.tsx';
import { deleteAssetAction } from '#lib/actions/asset-actions.ts';
import { withoutAssets } from '#lib/client/asset-queries.ts';
import { changeCachedManifest, refreshManifest } from '#lib/client/manifest-cache.ts';
import { unwrap } from '#lib/client/use-action.ts';
import { AppError } from '#lib/errors.ts';

const UNDO_MS = 10_000;

/**
 * Deletes assets ten seconds after they vanished from the page, so that undo gives them back with tag and place.
 * Leaving the page deletes at once.
 */
export function useDelayedDelete(manifestId: string | null) {
  const queryClient = useQueryClient();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const waiting = useRef(new Map<string, { ids: string[]; timer: ReturnType<typeof setTimeout> }>());

  const show = useCallback((ids: readonly string[]) => {
    setHidden((now) => new Set([...now].filter((id) => !ids.includes(id))));
  }, []);

  const finish = useCallback(
    async (batch: string) => {
      const entry = waiting.current.get(batch);
      if (!entry || !manifestId) return;
      waiting.current.delete(batch);
      const results = await Promise.allSettled(
        entry.ids.map(async (id) => unwrap(await deleteAssetAction(id))),
      );
      const failed = results.find((result) => result.status === 'rejected');
      if (failed) {
        const { reason } = failed;
        notifications.show({
          color: 'red',
          message: (reason instanceof AppError && reason.detail) || 'The image could not be deleted.',
        });
      }
      await changeCachedManifest(queryClient, manifestId, (detail) =>
        withoutAssets(detail, new Set(failed ? [] : entry.ids)),
      );
      await refreshManifest(queryClient, manifestId);
      show(entry.ids);
    },
    [manifestId, queryClient, show],
  );

  /** Hides the assets now; the returned function brings them back while that is still possible. */
  const remove = useCallback(
    (ids: string[], what: string): (() => void) => {
      const batch = crypto.randomUUID();
      setHidden((now) => new Set([...now, ...ids]));
      const timer = setTimeout(() => void finish(batch), UNDO_MS);
      waiting.current.set(batch, { ids, timer });
      const undo = () => {
        const entry = waiting.current.get(batch);
        if (!entry) return;
        clearTimeout(entry.timer);
        waiting.current.delete(batch);
        notifications.hide(batch);
        show(ids);
      };
      notifications.show({
        id: batch,
        autoClose: UNDO_MS,
        message: <UndoToast text={`${what} deleted`} onUndo={undo} />,
      });
      return undo;
    },
    [finish, show],
  );

  useEffect(() => {
    const batches = waiting.current;
    const deleteNow = () => {
      for (const [batch, { ids, timer }] of batches) {
        clearTimeout(timer);
        notifications.hide(batch);
        // A closing page may not wait for a server action.
        for (const id of ids) void fetch(`/api/assets/${id}`, { method: 'DELETE', keepalive: true });
      }
      batches.clear();
    };
    window.addEventListener('pagehide', deleteNow);
    return () => {
      window.removeEventListener('pagehide', deleteNow);
      deleteNow();
    };
  }, []);

  return { hidden, remove };
}
