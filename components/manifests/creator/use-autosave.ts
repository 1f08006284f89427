'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { updateAssetAction } from '#lib/actions/asset-actions.ts';
import { updateManifestAction } from '#lib/actions/manifest-actions.ts';
import { withAsset } from '#lib/client/asset-queries.ts';
import { changeCachedManifest, refreshManifest } from '#lib/client/manifest-cache.ts';
import { manifestKeys } from '#lib/client/manifest-queries.ts';
import { isSame, mergeEdit } from '#lib/client/merge-edit.ts';
import { type SaveOutcome, SaveQueue } from '#lib/client/save-queue.ts';
import { unwrap } from '#lib/client/use-action.ts';
import { AppError } from '#lib/errors.ts';
import type { Asset } from '#lib/schemas/asset.ts';
import type { ManifestDetail, UpdateManifest } from '#lib/schemas/manifest.ts';
import { NEW_MANIFEST } from './drafts.ts';
import type { EnsuredManifest } from './use-manifest-session.ts';

/** The save queue's key of the manifest itself; assets are saved under their ids. */
export const MANIFEST = 'manifest';

type EnsureManifest = (first?: UpdateManifest) => Promise<EnsuredManifest>;

/** Edits that lose the race against others this often in a row are tried again later. */
const TRIES = 5;
/** Above this the manifest is not read again after every pause in typing. */
const READ_AGAIN_BELOW = 300;

type Fields = Record<string, unknown>;

/**
 * Saves every edit of the page as it is made, against the revision it knows, and shows the result in the cached
 * manifest. What others changed meanwhile is merged field by field; a field that both changed waits for a decision.
 */
export function useAutosave(manifestId: string | null, ensureManifest: EnsureManifest): SaveQueue {
  const queryClient = useQueryClient();
  const lastId = useRef<string | null>(null);

  const cached = () =>
    queryClient.getQueryData<ManifestDetail>(manifestKeys.detail(lastId.current ?? manifestId ?? ''));
  const held = (key: string): Fields | undefined =>
    key === MANIFEST ? (cached() ?? NEW_MANIFEST) : cached()?.assets.find((asset) => asset.asset_id === key);

  async function save(key: string, changes: Fields, bases: Fields): Promise<SaveOutcome> {
    try {
      if (key !== MANIFEST) {
        return await saveMerged(key, changes, bases, {
          send: async (fields, revision) => showAsset(unwrap(await updateAssetAction(key, fields, revision))),
          show: async (current) =>
            showAsset((await import('#lib/schemas/asset.ts')).assetSchema.parse(current)),
        });
      }
      const { id, isNew, madeWith } = await ensureManifest(changes as UpdateManifest);
      lastId.current = id;
      if (isNew) return { ok: true };
      const showFields = (fields: Partial<ManifestDetail>) =>
        changeCachedManifest(queryClient, id, (detail) => ({ ...detail, ...fields }));
      const own = ownBases(bases, madeWith, held(key) ?? {});
      return await saveMerged(key, changes, own, {
        send: async (fields, revision) =>
          showFields(unwrap(await updateManifestAction(id, fields, revision))),
        show: async (current) =>
          showFields((await import('#lib/schemas/manifest.ts')).manifestFieldsSchema.parse(current)),
      });
    } catch (error) {
      return refusal(error);
    }
  }

  async function showAsset(asset: Asset) {
    lastId.current = asset.manifest_id;
    await changeCachedManifest(queryClient, asset.manifest_id, (detail) => withAsset(detail, asset));
  }

  async function saveMerged(
    key: string,
    changes: Fields,
    bases: Fields,
    ports: {
      send: (fields: Fields, revision: number | undefined) => Promise<void>;
      show: (current: unknown) => Promise<void>;
    },
  ): Promise<SaveOutcome> {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const current = held(key);
      const { send, conflicts } = current
        ? mergeEdit(changes, bases, current)
        : { send: changes, conflicts: {} };
      if (Object.keys(send).length === 0) return { ok: true, conflicts };
      try {
        await ports.send(send, current ? Number(current.revision) : undefined);
        return { ok: true, conflicts };
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'precondition-failed') throw error;
        await ports.show(error.extra?.current);
      }
    }
    throw new AppError('unavailable', { detail: 'Others are changing this too. Trying again.' });
  }

  /** Once typing rests. */
  function onIdle() {
    const isLong = (cached()?.assets.length ?? 0) > READ_AGAIN_BELOW;
    if (lastId.current) void refreshManifest(queryClient, lastId.current, { onlyMark: isLong });
  }

  const heldOf = (key: string, field: string) => held(key)?.[field];

  const ports = useRef({ save, heldOf, onIdle });
  useEffect(() => {
    ports.current = { save, heldOf, onIdle };
  });
  const [queue] = useState(
    () =>
      new SaveQueue({
        save: (key, changes, bases) => ports.current.save(key, changes, bases),
        heldOf: (key, field) => ports.current.heldOf(key, field),
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

/** A field that still holds what this page made the manifest with was not changed by anybody else. */
const ownBases = (bases: Fields, madeWith: Fields, current: Fields): Fields =>
  Object.fromEntries(
    Object.entries(bases).map(([field, base]) => [
      field,
      field in madeWith && isSame(madeWith[field], current[field]) ? current[field] : base,
    ]),
  );

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
    isGone: error.code === 'not-found',
  };
}
