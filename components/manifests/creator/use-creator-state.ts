'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { withAsset } from '#lib/client/asset-queries.ts';
import { changeCachedManifest } from '#lib/client/manifest-cache.ts';
import { manifestDetailOptions } from '#lib/client/manifest-queries.ts';
import { useProcessingProgress } from '#lib/client/use-processing-progress.ts';
import { useUploadAssets } from '#lib/client/use-upload-assets.ts';
import type { Asset, UpdateAsset } from '#lib/schemas/asset.ts';
import type { ManifestDetail, UpdateManifest } from '#lib/schemas/manifest.ts';
import { useDeleteGuard } from '../use-delete-guard.tsx';
import { type AssetFilter, filterAssets } from './asset-filter.ts';
import { imagesWords } from './asset-words.ts';
import { assetWithDraft, manifestWithDraft, NEW_MANIFEST } from './drafts.ts';
import { keepFileOrder } from './keep-file-order.ts';
import { useAddFiles } from './use-add-files.ts';
import { useAnalysis } from './use-analysis.ts';
import { MANIFEST, useAutosave } from './use-autosave.ts';
import { useBulk } from './use-bulk.tsx';
import { useCreatorUrl } from './use-creator-url.ts';
import { type Removal, useDelayedRemoval } from './use-delayed-removal.tsx';
import { useLeaveGuard } from './use-leave-guard.ts';
import { useManifestSession } from './use-manifest-session.ts';
import { useReorder } from './use-reorder.ts';
import { useSelection } from './use-selection.ts';
import { useUndo } from './use-undo.ts';

/** `?asset=` of a review that shows the manifest itself. */
const NO_ASSET = 'none';

/** Everything the creator's panels share. Server data stays in the query cache; this hook only adds what is unsaved. */
export function useCreatorState(initialId: string | null, onCreated: (id: string) => void) {
  const queryClient = useQueryClient();
  const { manifestId, ensureManifest } = useManifestSession(initialId, onCreated);
  const query = useQuery({ ...manifestDetailOptions(manifestId ?? ''), enabled: manifestId !== null });
  const saves = useAutosave(manifestId, ensureManifest);
  const undo = useUndo();
  const [url, setUrl] = useCreatorUrl();
  const { hidden, remove } = useDelayedRemoval(manifestId);
  const [announcement, announce] = useState('');
  const [isComparing, setIsComparing] = useState(false);

  const saved: ManifestDetail = query.data ?? NEW_MANIFEST;
  const manifest = manifestWithDraft(saved, saves.draft(MANIFEST));
  const unsaved = saves.getVersion();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `unsaved` counts the changes of the drafts
  const assets: Asset[] = useMemo(
    () =>
      saved.assets
        .filter((asset) => !hidden.has(asset.asset_id))
        .map((asset) => assetWithDraft(asset, saves.draft(asset.asset_id))),
    [saved.assets, hidden, saves, unsaved],
  );
  const progress = useProcessingProgress(manifestId, saved.status === 'PROCESSING');

  const step =
    url.step ?? (saved.status === 'PROCESSING' ? 'process' : saved.status === 'READY' ? 'review' : 'upload');
  const filter: AssetFilter =
    step === 'review' ? { type: url.type, show: url.show } : { type: null, show: null };
  const shown = filterAssets(assets, filter, url.asset);
  // A review always has an image before it, unless somebody put it away.
  const first = step === 'review' ? (shown[0]?.asset_id ?? null) : null;
  const selection = useSelection(
    shown,
    url.asset ?? first,
    (asset) => void setUrl({ asset: asset ?? (step === 'review' ? NO_ASSET : null) }),
  );
  const view = url.view ?? (step === 'review' && selection.current ? 'image' : 'sheet');

  const ports = useMemo(
    () => ({
      ensureManifest: async () => (await ensureManifest(saves.draft(MANIFEST) as UpdateManifest)).id,
      onAsset: (asset: Asset) =>
        changeCachedManifest(queryClient, asset.manifest_id, (detail) => withAsset(detail, asset)),
      onIdle: (id: string, assetIds: string[]) => void keepFileOrder(queryClient, id, assetIds),
    }),
    [ensureManifest, queryClient, saves],
  );
  const uploads = useUploadAssets(manifestId, ports);
  const addFiles = useAddFiles(uploads.uploader, () => {
    if (step !== 'upload') void setUrl({ step: 'upload', view: null });
  });
  useLeaveGuard(useCallback(() => uploads.uploader.isBusy || saves.hasUnsaved, [uploads.uploader, saves]));

  function changeManifest(changes: UpdateManifest, options?: { now?: boolean }) {
    const [field = ''] = Object.keys(changes);
    const before = pick(manifest, changes);
    undo.remember(
      field,
      () => saves.change(MANIFEST, before, { now: true }),
      () => saves.change(MANIFEST, changes, { now: true }),
      `manifest.${field}`,
    );
    saves.change(MANIFEST, changes, options);
  }

  function changeAssets(ids: readonly string[], changesOf: (asset: Asset) => UpdateAsset, now = false) {
    const changed = assets.filter((asset) => ids.includes(asset.asset_id));
    const edits = changed.map((asset) => ({ id: asset.asset_id, asset, changes: changesOf(asset) }));
    const fields = Object.keys(edits[0]?.changes ?? {});
    const before = edits.map(({ id, asset, changes }) => ({ id, changes: pick(asset, changes) }));
    undo.remember(
      fields.join(', '),
      () => {
        for (const { id, changes } of before) saves.change(id, changes, { now: true });
      },
      () => {
        for (const { id, changes } of edits) saves.change(id, changes, { now: true });
      },
      `${ids.join()}.${fields.join()}`,
    );
    for (const { id, changes } of edits) saves.change(id, changes, { now });
  }

  /** Takes images out of sight now and for good in ten seconds; answers which image is next. */
  function removeAssets(removal: Omit<Removal, 'onFinal'>, label: string): string | null {
    const gone = new Set(removal.ids);
    const last = assets.findLastIndex((asset) => gone.has(asset.asset_id));
    const next =
      removal.into ??
      (
        assets.find((asset, i) => i > last && !gone.has(asset.asset_id)) ??
        assets.findLast((asset) => !gone.has(asset.asset_id))
      )?.asset_id ??
      null;
    let bringBack = () => {};
    const run = () => {
      bringBack = remove(
        {
          ...removal,
          onFinal: () => {
            handle.forget();
            for (const id of removal.ids) saves.drop(id);
          },
        },
        () => handle.undo(),
      );
    };
    run();
    const handle = undo.remember(label, () => bringBack(), run);
    selection.select(next);
    return next;
  }

  const wordsFor = (ids: string[]) => {
    const name = assets.find((asset) => asset.asset_id === ids[0])?.name;
    return ids.length === 1 && name ? name : imagesWords(ids.length);
  };
  const guard = useDeleteGuard((ids: string[]) =>
    removeAssets({ ids, text: `${wordsFor(ids)} deleted` }, 'deletion'),
  );
  const deleteAssets = (ids: string[]) => guard.remove(ids, wordsFor(ids), saved.times_used > 0);

  const bulk = useBulk({ manifestId, assets, saves, undo });
  const reorder = useReorder({ manifestId, assets, picked: selection.picked, undo, announce });
  const analysis = useAnalysis({
    manifestId,
    saves,
    onStarted: () => void setUrl({ step: 'process', view: null }),
  });

  return {
    manifestId,
    manifest,
    assets,
    /** Those that the filter of the review lets through. */
    shown,
    filter,
    /** Another filter begins at its first image. */
    setFilter: (next: AssetFilter) => void setUrl({ ...next, asset: null }),
    isLoading: manifestId !== null && query.isPending,
    loadError: query.error,
    saves,
    undo,
    uploads,
    addFiles,
    progress,
    analysis,
    selection,
    step,
    view,
    announcement,
    /** Whether the dialog about what was changed elsewhere is asked for. */
    isComparing,
    setIsComparing,
    setStep: (next: typeof step) => void setUrl({ step: next, view: null }, { history: 'push' }),
    setView: (next: typeof view) => void setUrl({ view: next }),
    changeManifest,
    changeAsset: (id: string, changes: UpdateAsset, options?: { now?: boolean }) =>
      changeAssets([id], () => changes, options?.now),
    changeAssets,
    deleteAssets,
    deleteDialog: guard.dialog,
    removeAssets,
    bulk,
    reorder,
  };
}

export type CreatorState = ReturnType<typeof useCreatorState>;

/** The present values of the fields that `changes` is about. */
function pick(from: object, changes: object): Record<string, unknown> {
  const values = from as Record<string, unknown>;
  return Object.fromEntries(Object.keys(changes).map((field) => [field, values[field]]));
}
