import { notifyManifest } from '../db/events.ts';
import { db, type Tx } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import type { Asset as AssetRow } from '../generated/prisma/client.ts';
import { beginEdit, lockManifest } from '../manifests/edit.ts';
import { allocateTags, findRetiredTags, retireTags } from '../manifests/tags.ts';
import { ASSET_LIMITS, ASSET_TYPES, type AssetType, TAG_PREFIX } from '../schemas/asset.ts';
import type { BulkAnswer, BulkAssets, BulkOf } from '../schemas/asset-bulk.ts';
import { findPicked, type NewTag, writeTags, writeUserTags } from './asset-bulk-repo.ts';
import { toAsset } from './asset-dto.ts';
import { copyAssets, moveAssets } from './asset-transfer-service.ts';
import { missingOf, nonePicked } from './picked-assets.ts';

/**
 * One change of many assets, all or nothing, in a number of statements that does not grow with theirs. Assets that
 * somebody else deleted or moved meanwhile are named in the answer and hold the others back from nothing.
 * @throws AppError not-found when none is there; validation-failed when a limit would be passed
 */
export async function changeAssets(manifestId: string, change: BulkAssets): Promise<BulkAnswer> {
  switch (change.op) {
    case 'type':
      return inOneEdit(manifestId, change.asset_ids, (tx, picked) => setType(tx, picked, change.asset_type));
    case 'retag':
      return inOneEdit(manifestId, Object.keys(change.former_tags), (tx, picked) =>
        giveTagsBack(tx, manifestId, picked, change.former_tags),
      );
    case 'tags':
      return inOneEdit(manifestId, change.asset_ids, (tx, picked) => setUserTags(tx, picked, change));
    case 'delete':
      return deleteAssets(manifestId, change.asset_ids);
    case 'copy':
      return copyAssets(manifestId, change);
    case 'move':
      return moveAssets(manifestId, change);
  }
}

/** `write` answers which of the picked assets it changed; when it is none, there was no edit. */
async function inOneEdit(
  manifestId: string,
  assetIds: string[],
  write: (tx: Tx, picked: AssetRow[]) => Promise<string[]>,
): Promise<BulkAnswer> {
  return db().$transaction(async (tx) => {
    await lockManifest(tx, manifestId);
    const picked = await findPicked(tx, manifestId, assetIds);
    if (picked.length === 0) throw nonePicked();
    const changed = await write(tx, picked);
    if (changed.length > 0) {
      await beginEdit(tx, manifestId);
      await notifyManifest(tx, manifestId);
    }
    return {
      assets: (await findPicked(tx, manifestId, changed)).map(toAsset),
      removed: [],
      missing: missingOf(assetIds, picked),
      to: null,
    };
  });
}

async function setType(tx: Tx, picked: AssetRow[], assetType: AssetType): Promise<string[]> {
  const changing = picked.filter((asset) => asset.assetType !== assetType);
  const [first] = changing;
  if (!first) return [];
  const tags = await allocateTags(tx, first.manifestId, assetType, changing.length);
  await retireTags(tx, changing);
  await writeTags(
    tx,
    changing.map(({ id }, i) => ({ id, assetType, manifestTag: tags[i] ?? '' })),
  );
  return changing.map(({ id }) => id);
}

/** The type whose series a tag belongs to. */
const typeOfTag = (tag: string): AssetType | undefined =>
  ASSET_TYPES.find((type) => tag.startsWith(`${TAG_PREFIX[type]}_`));

async function giveTagsBack(
  tx: Tx,
  manifestId: string,
  picked: AssetRow[],
  formerTags: Record<string, string>,
): Promise<string[]> {
  const retired = await findRetiredTags(
    tx,
    manifestId,
    picked.map(({ id }) => id),
  );
  const given: NewTag[] = retired.flatMap(({ assetId, manifestTag }) => {
    const assetType = typeOfTag(manifestTag);
    return assetType && formerTags[assetId] === manifestTag ? [{ id: assetId, assetType, manifestTag }] : [];
  });
  const ids = new Set(given.map(({ id }) => id));
  await retireTags(
    tx,
    picked.filter(({ id }) => ids.has(id)),
  );
  await writeTags(tx, given);
  await tx.retiredTag.deleteMany({
    where: { manifestId, manifestTag: { in: given.map(({ manifestTag }) => manifestTag) } },
  });
  return [...ids];
}

async function setUserTags(
  tx: Tx,
  picked: AssetRow[],
  { add, remove }: Pick<BulkOf<'tags'>, 'add' | 'remove'>,
): Promise<string[]> {
  const removed = new Set(remove.map((tag) => tag.toLowerCase()));
  const changed = picked.flatMap(({ id, name, userTags }) => {
    const kept = userTags.filter((tag) => !removed.has(tag.toLowerCase()));
    const known = new Set(kept.map((tag) => tag.toLowerCase()));
    const next = [...kept, ...add.filter((tag) => !known.has(tag.toLowerCase()))];
    if (next.length > ASSET_LIMITS.userTags)
      throw new AppError('validation-failed', {
        detail: `“${name}” would have more than ${ASSET_LIMITS.userTags} tags. Nothing was changed.`,
        errors: [{ pointer: '#/add', code: 'too-many', detail: 'has too many entries' }],
      });
    return next.join('\n') === userTags.join('\n') ? [] : [{ id, userTags: next }];
  });
  if (changed.length > 0) await writeUserTags(tx, changed);
  return changed.map(({ id }) => id);
}

/** Deletes assets for good. Pressed twice it deletes nothing more, and that is no error. */
async function deleteAssets(manifestId: string, assetIds: string[]): Promise<BulkAnswer> {
  return db().$transaction(async (tx) => {
    await lockManifest(tx, manifestId);
    const picked = await findPicked(tx, manifestId, assetIds);
    const removed = picked.map(({ id }) => id);
    if (removed.length > 0) {
      await beginEdit(tx, manifestId);
      await tx.asset.deleteMany({ where: { manifestId, id: { in: removed } } });
      await tx.manifest.update({
        where: { id: manifestId },
        data: { assetCount: { decrement: removed.length } },
      });
      await notifyManifest(tx, manifestId);
    }
    return { assets: [], removed, missing: missingOf(assetIds, picked), to: null };
  });
}
