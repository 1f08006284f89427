'use client';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { v4 as uuid } from 'uuid';
import { showUndo, UNDO_MS } from '#components/ui/show-undo.tsx';
import { bulkAssetsAction, mergeAssetsAction } from '#lib/actions/asset-actions.ts';
import { withAsset, withoutAssets } from '#lib/client/asset-queries.ts';
import { detailOf } from '#lib/client/http.ts';
import { changeCachedManifest, refreshManifest } from '#lib/client/manifest-cache.ts';
import { unwrap } from '#lib/client/use-action.ts';

/** A request that outlives its page carries 64 kB at most. */
const LAST_IDS = 1400;

/** What becomes of assets that go: deleted, or merged into one that stays. */
export type Removal = { ids: string[]; into?: string; text: string; onFinal?: () => void };
type Waiting = Removal & { timer: ReturnType<typeof setTimeout> };

const requestOf = ({ ids, into }: Removal) =>
  into
    ? { path: 'merge', body: { into, asset_ids: ids } }
    : { path: 'bulk', body: { op: 'delete', asset_ids: ids } };

/**
 * Deletes or merges assets ten seconds after they vanished from the page, so that undo gives them back with tag and
 * place. Leaving the page does it at once.
 */
export function useDelayedRemoval(manifestId: string | null) {
  const queryClient = useQueryClient();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const waiting = useRef(new Map<string, Waiting>());

  const show = useCallback((ids: readonly string[]) => {
    setHidden((now) => new Set([...now].filter((id) => !ids.includes(id))));
  }, []);

  const finish = useCallback(
    async (batch: string) => {
      const entry = waiting.current.get(batch);
      if (!entry || !manifestId) return;
      waiting.current.delete(batch);
      entry.onFinal?.();
      try {
        const { assets, removed, missing } = unwrap(
          entry.into
            ? await mergeAssetsAction(manifestId, { into: entry.into, asset_ids: entry.ids })
            : await bulkAssetsAction(manifestId, { op: 'delete', asset_ids: entry.ids }),
        );
        await changeCachedManifest(queryClient, manifestId, (detail) =>
          assets.reduce(withAsset, withoutAssets(detail, new Set([...removed, ...missing]))),
        );
      } catch (error) {
        notifications.show({ color: 'red', message: detailOf(error) });
      }
      await refreshManifest(queryClient, manifestId);
      show(entry.ids);
    },
    [manifestId, queryClient, show],
  );

  /** Hides the assets now; the returned function brings them back while that is still possible. */
  const remove = useCallback(
    (removal: Removal, onUndo?: () => void): (() => void) => {
      const batch = uuid();
      setHidden((now) => new Set([...now, ...removal.ids]));
      const timer = setTimeout(() => void finish(batch), UNDO_MS);
      waiting.current.set(batch, { ...removal, timer });
      const undo = () => {
        const entry = waiting.current.get(batch);
        if (!entry) return;
        clearTimeout(entry.timer);
        waiting.current.delete(batch);
        notifications.hide(batch);
        show(removal.ids);
      };
      showUndo(removal.text, onUndo ?? undo, batch);
      return undo;
    },
    [finish, show],
  );

  useEffect(() => {
    const batches = waiting.current;
    const removeNow = () => {
      for (const [batch, entry] of batches) {
        clearTimeout(entry.timer);
        notifications.hide(batch);
        const { path, body } = requestOf({ ...entry, ids: entry.ids.slice(0, LAST_IDS) });
        // A closing page may not wait for a server action.
        void fetch(`/api/manifests/${manifestId}/assets/${path}`, {
          method: 'POST',
          keepalive: true,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
      }
      batches.clear();
    };
    window.addEventListener('pagehide', removeNow);
    return () => {
      window.removeEventListener('pagehide', removeNow);
      removeNow();
    };
  }, [manifestId]);

  return { hidden, remove };
}
