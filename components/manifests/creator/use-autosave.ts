'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { updateAssetAction } from '#lib/actions/asset-actions.ts';
import { updateManifestAction } from '#lib/actions/manifest-actions.ts';
import { withAsset } from '#lib/client/asset-queries.ts';
import { changeCachedManifest, refreshManifest } from '#lib/client/manifest-cache.ts';
import { type SaveOutcome, SaveQueue } from '#lib/client/save-queue.ts';
import { unwrap } from '#lib/client/use-action.ts';
import { AppError } from '#lib/errors.ts';
import type { UpdateAsset } from '#lib/schemas/asset.ts';
import type { UpdateManifest } from '#lib/schemas/manifest.ts';

/** The save queue's key of the manifest itself; assets are saved under their ids. */
export const MANIFEST = 'manifest';

type EnsureManifest = (first?: UpdateManifest) => Promise<{ id: string; isNew: boolean }>;

/** Saves every edit of the page as it is made, and shows the result in the cached manifest. */
export function useAutosave(ensureManifest: EnsureManifest): SaveQueue {
  const queryClient = useQueryClient();
  const lastId = useRef<string | null>(null);

  async function save(key: string, changes: Record<string, unknown>): Promise<SaveOutcome> {
    try {
      if (key === MANIFEST) await saveManifest(changes as UpdateManifest);
      else await saveAsset(key, changes as UpdateAsset);
      return { ok: true };
    } catch (error) {
      return refusal(error);
    }
  }

  async function saveManifest(changes: UpdateManifest) {
    const { id, isNew } = await ensureManifest(changes);
    lastId.current = id;
    if (isNew) return;
    const item = unwrap(await updateManifestAction(id, changes));
    await changeCachedManifest(queryClient, id, (detail) => ({ ...detail, ...item }));
  }

  async function saveAsset(assetId: string, changes: UpdateAsset) {
    const asset = unwrap(await updateAssetAction(assetId, changes));
    lastId.current = asset.manifest_id;
    await changeCachedManifest(queryClient, asset.manifest_id, (detail) => withAsset(detail, asset));
  }

  /** Once typing rests. */
  function onIdle() {
    if (lastId.current) void refreshManifest(queryClient, lastId.current);
  }

  const ports = useRef({ save, onIdle });
  useEffect(() => {
    ports.current = { save, onIdle };
  });
  const [queue] = useState(
    () =>
      new SaveQueue({
        save: (key, changes) => ports.current.save(key, changes),
        onIdle: () => ports.current.onIdle(),
      }),
  );
  useSyncExternalStore(queue.subscribe, queue.getVersion, queue.getVersion);

  useEffect(() => {
    const flush = () => queue.flush();
    const onVisibility = () => document.visibilityState === 'hidden' && flush();
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      flush();
    };
  }, [queue]);
  return queue;
}

/** Field errors say only what is wrong: "must not be empty". */
const SUBJECT: Record<string, string> = {
  name: 'The name',
  description: 'The description',
  reverse_prompt: 'The reverse prompt',
  visual_description: 'The visual description',
  user_tags: 'A tag',
  tags: 'A tag',
};

function refusal(error: unknown): SaveOutcome {
  if (!(error instanceof AppError)) {
    return { ok: false, detail: 'The server cannot be reached. Trying again.', fields: {}, retryable: true };
  }
  const fields: Record<string, string> = {};
  for (const { pointer, detail } of error.errors ?? []) {
    const field = pointer?.split('/')[1];
    if (field) fields[field] ??= `${SUBJECT[field] ?? 'This'} ${detail}.`;
  }
  return {
    ok: false,
    detail: error.detail ?? 'The change could not be saved.',
    fields,
    retryable: error.status >= 500 || error.status === 429,
  };
}
