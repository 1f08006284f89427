import { v7 as uuidv7 } from 'uuid';
import { findAssets } from '../assets/asset-repo.ts';
import { notifyManifest } from '../db/events.ts';
import { db, Prisma, type Tx } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import type { Manifest as ManifestRow } from '../generated/prisma/client.ts';
import type { ManifestDetail } from '../schemas/manifest.ts';
import { type SnapshotData, snapshotDataSchema } from '../schemas/snapshot.ts';
import { type VersionExtras, versionExtrasSchema } from '../schemas/version.ts';
import { beginEdit, lockManifest, revisionPassed } from './edit.ts';
import { keepVersion } from './keep-version.ts';
import { detailIn } from './manifest-detail.ts';
import { type AssetColumns, restoredAsset, sameAsset } from './restored-asset.ts';
import { digestOf, freeze } from './snapshot.ts';
import { isSameContent } from './version-changes.ts';
import { findKeptVersion } from './version-repo.ts';

/**
 * Begins the next version with the content of an older one; the present content is kept as a version first, so that
 * it can be restored in turn. Assets that are gone come back under their id and tag, those added since go, all others
 * are as they were; what a film froze stays untouched, and no tag is ever given again. Restoring what is there
 * already changes nothing.
 *
 * Versions kept before `extras` were noted lack what the frozen form leaves out: the file name, boxes and reasons of
 * the analysis, and who wrote a text. Assets that still have the same image keep theirs; of others these stay empty.
 * @throws AppError not-found; invalid-state while the manifest is analysed; precondition-failed
 */
export async function restoreVersion(
  manifestId: string,
  version: number,
  { ifRevision }: { ifRevision?: number | number[] } = {},
): Promise<ManifestDetail> {
  return db().$transaction(async (tx) => {
    await lockManifest(tx, manifestId);
    const manifest = await tx.manifest.findUniqueOrThrow({ where: { id: manifestId } });
    if (ifRevision !== undefined && ![ifRevision].flat().includes(manifest.revision))
      throw revisionPassed(manifest.revision);
    if (manifest.status === 'PROCESSING')
      throw new AppError('invalid-state', {
        detail: 'This manifest is being analysed. Restore the version when that is done.',
      });
    const assets = await findAssets(tx, manifestId);
    const present = freeze(manifest, assets);
    const kept = await findKeptVersion(tx, manifestId, version);
    if (!kept && version !== manifest.version)
      throw new AppError('not-found', { detail: `No version ${version} of this manifest was kept.` });
    const wanted = kept ? snapshotDataSchema.parse(kept.data) : present;
    if (isSameContent(wanted, present)) return detailIn(tx, manifestId);
    await keepVersion(tx, manifest, { data: present, digest: digestOf(present), assets });
    const { revision } = await beginEdit(tx, manifestId);
    const extras = versionExtrasSchema.nullable().parse(kept?.extras ?? null);
    await putAssets(tx, { manifest: { ...manifest, revision }, present, wanted, extras });
    await beginRestored(tx, manifest, { wanted, version, extras });
    await notifyManifest(tx, manifestId);
    return detailIn(tx, manifestId);
  });
}

type Restore = {
  manifest: ManifestRow;
  present: SnapshotData;
  wanted: SnapshotData;
  extras: VersionExtras | null;
};

/**
 * Takes away what is other than wanted and puts in what was, in as many statements whatever the number of assets.
 * Taking away first keeps tags, views and primaries unique throughout; groups and crops are tied at the end.
 */
async function putAssets(tx: Tx, { manifest, present, wanted, extras }: Restore): Promise<void> {
  const now = new Map(present.assets.map((asset) => [asset.asset_id, asset]));
  const stays = new Set(
    wanted.assets.filter((asset) => sameAsset(now.get(asset.asset_id), asset)).map((a) => a.asset_id),
  );
  const rows = await tx.asset.findMany({ where: { manifestId: manifest.id } });
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  await tx.asset.deleteMany({ where: { manifestId: manifest.id, id: { notIn: [...stays] } } });
  const made = wanted.assets.filter((asset) => !stays.has(asset.asset_id));
  const taken = new Set(
    (
      await tx.asset.findMany({ where: { id: { in: made.map((a) => a.asset_id) } }, select: { id: true } })
    ).map(({ id }) => id),
  );
  const idOf = new Map(
    wanted.assets.map((asset) => [asset.manifest_tag, taken.has(asset.asset_id) ? uuidv7() : asset.asset_id]),
  );
  const columns = made.map(
    (asset): AssetColumns => ({
      ...restoredAsset(asset, rowOf.get(asset.asset_id) ?? null, extras?.assets[asset.asset_id] ?? null),
      id: idOf.get(asset.manifest_tag) ?? asset.asset_id,
      manifestId: manifest.id,
      // No edit of an asset was counted higher than those of its manifest: an old ETag never fits again.
      revision: manifest.revision,
    }),
  );
  await tx.asset.createMany({ data: columns });
  await tieAssets(tx, wanted, idOf);
}

async function tieAssets(tx: Tx, wanted: SnapshotData, idOf: ReadonlyMap<string, string>): Promise<void> {
  const tied = wanted.assets.filter((asset) => asset.view_of || asset.cropped_from);
  const ids = (tags: (string | undefined)[]) => tags.map((tag) => (tag && idOf.get(tag)) ?? null);
  await tx.$executeRaw(Prisma.sql`
    UPDATE assets SET view_of_id = tie.view_of, source_asset_id = tie.cropped_from
    FROM unnest(
      ${ids(tied.map((a) => a.manifest_tag))}::uuid[],
      ${ids(tied.map((a) => a.view_of))}::uuid[],
      ${ids(tied.map((a) => a.cropped_from))}::uuid[]
    ) AS tie(id, view_of, cropped_from)
    WHERE assets.id = tie.id`);
}

/** The manifest's own fields, and the next version. Where it rests follows from its assets. */
async function beginRestored(
  tx: Tx,
  before: ManifestRow,
  { wanted, version, extras }: { wanted: SnapshotData; version: number; extras: VersionExtras | null },
): Promise<void> {
  const { name, description, category, tags } = wanted.manifest;
  await tx.manifest.update({
    where: { id: before.id },
    data: {
      name,
      description,
      category,
      tags,
      assetCount: wanted.assets.length,
      status: await restingStatus(tx, before.id, extras),
      version: before.version + 1,
      versionBeganAt: new Date(),
      restoredFromVersion: version,
    },
  });
}

async function restingStatus(
  tx: Tx,
  manifestId: string,
  extras: VersionExtras | null,
): Promise<ManifestRow['status']> {
  const states = await tx.asset.findMany({
    where: { manifestId, masterHash: { not: null } },
    select: { analysisState: true },
  });
  if (states.some(({ analysisState }) => analysisState === 'failed')) return 'ERROR';
  if (extras?.status === 'READY') return 'READY';
  return states.length > 0 && states.every(({ analysisState }) => analysisState === 'done')
    ? 'READY'
    : 'DRAFT';
}
