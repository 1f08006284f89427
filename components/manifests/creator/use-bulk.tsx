'use client';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { showUndo } from '#components/ui/show-undo.tsx';
import { bulkAssetsAction } from '#lib/actions/asset-actions.ts';
import { deleteManifestAction, restoreManifestAction } from '#lib/actions/manifest-actions.ts';
import { withAsset, withoutAssets } from '#lib/client/asset-queries.ts';
import { detailOf } from '#lib/client/http.ts';
import { changeCachedManifest, refreshManifest } from '#lib/client/manifest-cache.ts';
import type { SaveQueue } from '#lib/client/save-queue.ts';
import { unwrap } from '#lib/client/use-action.ts';
import type { Asset, AssetType } from '#lib/schemas/asset.ts';
import type { BulkAnswer, BulkAssetsInput, Destination } from '#lib/schemas/asset-bulk.ts';
import { imagesWords } from './asset-words.ts';
import type { UndoHandle, useUndo } from './use-undo.ts';

type Bulk = {
  manifestId: string | null;
  assets: Asset[];
  saves: SaveQueue;
  undo: ReturnType<typeof useUndo>;
};

const tagsById = (assets: readonly Asset[]) =>
  Object.fromEntries(assets.map((asset) => [asset.asset_id, asset.manifest_tag]));

/** Changes of many images at once: one request each, with a way back that really goes back. */
export function useBulk({ manifestId, assets, saves, undo }: Bulk) {
  const queryClient = useQueryClient();
  const pick = (ids: readonly string[]) => {
    const wanted = new Set(ids);
    return assets.filter((asset) => wanted.has(asset.asset_id));
  };

  /** Sends one change and shows its result; null: it was refused, and a toast said why. */
  async function send(change: BulkAssetsInput, from = manifestId): Promise<BulkAnswer | null> {
    if (!manifestId || !from) return null;
    // What was typed goes first, so that it is part of what is copied (actions run in order).
    saves.flush();
    try {
      const answer = unwrap(await bulkAssetsAction(from, change));
      await changeCachedManifest(queryClient, manifestId, (detail) =>
        answer.assets
          .filter((asset) => asset.manifest_id === manifestId)
          .reduce(withAsset, withoutAssets(detail, new Set(from === manifestId ? answer.removed : []))),
      );
      return answer;
    } catch (error) {
      notifications.show({ color: 'red', message: detailOf(error) });
      return null;
    } finally {
      void refreshManifest(queryClient, manifestId);
    }
  }

  const offerUndo = (text: string, handle: UndoHandle) => showUndo(text, handle.undo);

  /** Sets the type, with a new tag each; undo gives the old tags back. */
  async function setType(ids: readonly string[], assetType: AssetType) {
    const before = pick(ids).filter((asset) => asset.asset_type !== assetType);
    if (!manifestId || before.length === 0) return;
    const assetIds = before.map((asset) => asset.asset_id);
    const run = () => send({ op: 'type', asset_ids: assetIds, asset_type: assetType });
    // Seen at once; the new tags come with the answer.
    await changeCachedManifest(queryClient, manifestId, (detail) =>
      before.reduce((sum, asset) => withAsset(sum, { ...asset, asset_type: assetType }), detail),
    );
    if (!(await run())) return;
    const handle = undo.remember('type', () => send({ op: 'retag', former_tags: tagsById(before) }), run);
    if (before.length > 1) offerUndo(`${imagesWords(before.length)} have a new type and tag`, handle);
  }

  async function editTags(ids: readonly string[], edit: { add?: string[]; remove?: string[] }) {
    const picked = pick(ids);
    const has = (asset: Asset, tag: string) =>
      asset.user_tags.some((each) => each.toLowerCase() === tag.toLowerCase());
    const [added, removed] = [edit.add?.[0], edit.remove?.[0]];
    const tag = added ?? removed;
    if (!tag) return;
    const changing = picked.filter((asset) => has(asset, tag) === (added === undefined));
    if (changing.length === 0) return;
    const assetIds = changing.map((asset) => asset.asset_id);
    const put = () => send({ op: 'tags', asset_ids: assetIds, add: [tag] });
    const take = () => send({ op: 'tags', asset_ids: assetIds, remove: [tag] });
    const [run, back] = added === undefined ? [take, put] : [put, take];
    if (!(await run())) return;
    const handle = undo.remember('tags', back, run);
    const what = added === undefined ? 'removed from' : 'added to';
    offerUndo(`“${tag}” ${what} ${imagesWords(changing.length)}`, handle);
  }

  /** Copies or moves images; answers whether it was done. */
  async function transfer(op: 'copy' | 'move', ids: readonly string[], to: Destination): Promise<boolean> {
    const before = pick(ids);
    const assetIds = before.map((asset) => asset.asset_id);
    const first = await send({ op, asset_ids: assetIds, to });
    if (!first?.to) return false;
    const target = first.to;
    let there = first.assets.map((asset) => asset.asset_id);
    let tagsThere = tagsById(first.assets);
    const again = async () => {
      const answer = await send({
        op,
        asset_ids: assetIds,
        to: { manifest_id: target.manifest_id },
        ...(op === 'move' && { former_tags: tagsThere }),
      } as BulkAssetsInput);
      there = answer?.assets.map((asset) => asset.asset_id) ?? [];
      tagsThere = tagsById(answer?.assets ?? []);
    };
    const back = async () => {
      if (op === 'copy') await send({ op: 'delete', asset_ids: there }, target.manifest_id);
      else
        await send(
          {
            op: 'move',
            asset_ids: there,
            to: { manifest_id: manifestId ?? '' },
            former_tags: tagsById(before),
          },
          target.manifest_id,
        );
    };
    // A manifest that was made for them goes to the trash and comes back with them.
    const handle = undo.remember(
      op,
      async () => {
        await back();
        if (target.is_new) await deleteManifestAction(target.manifest_id);
      },
      async () => {
        if (target.is_new) await restoreManifestAction(target.manifest_id);
        await again();
      },
    );
    void refreshManifest(queryClient, target.manifest_id);
    const verb = op === 'copy' ? 'copied' : 'moved';
    offerUndo(`${imagesWords(there.length)} ${verb} to “${target.name}”`, handle);
    return true;
  }

  return { setType, editTags, transfer };
}
