import { findAssets } from '../assets/asset-repo.ts';
import { db, type Tx } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import type { Manifest as ManifestRow } from '../generated/prisma/client.ts';
import { cursorKey, decodeCursor, encodeCursor } from '../http/cursor.ts';
import { type SnapshotData, snapshotDataSchema } from '../schemas/snapshot.ts';
import {
  type ListVersionsQuery,
  type ManifestVersion,
  type NumberedContent,
  type VersionChanges,
  type VersionComparison,
  type VersionContent,
  versionChangesSchema,
} from '../schemas/version.ts';
import { changeWords } from './change-words.ts';
import { manifestNotFound } from './edit.ts';
import { findManifest } from './manifest-repo.ts';
import { digestOf, freeze } from './snapshot.ts';
import { changesBetween } from './version-changes.ts';
import { countVersions, findKeptVersion, findKeptVersions, type KeptVersion } from './version-repo.ts';

export type VersionPage = { items: ManifestVersion[]; next_cursor: string | null; total: number };

/**
 * The versions of a manifest, newest first, each with what it changed and the films that used it: four statements at
 * most. A version between two that were kept is missing when nothing ever froze it.
 * @throws AppError not-found, invalid-cursor
 */
export async function listVersions(manifestId: string, query: ListVersionsQuery): Promise<VersionPage> {
  const list = `versions:${manifestId}`;
  const after = query.cursor === undefined ? null : decodeCursor(list, query.cursor, cursorKey.int);
  const manifest = await findManifest(db(), manifestId);
  if (!manifest) throw manifestNotFound();
  const before = after && Number(after.key);
  const present = manifest.version;
  const [rows, total] = await Promise.all([
    findKeptVersions({ manifestId, present, before, limit: query.limit }),
    countVersions(manifestId, present),
  ]);
  const isPresentMissing = before === null && rows[0]?.version !== present;
  const newest = isPresentMissing ? [await presentItem(manifest, rows[0])] : [];
  const kept = rows.map((row, at) => keptItem(row, rows[at + 1], present));
  const items = [...newest, ...kept].slice(0, query.limit);
  const last = items.at(-1);
  const hasMore = newest.length + rows.length > query.limit;
  return { items, next_cursor: last && hasMore ? encodeCursor(list, last.version, manifestId) : null, total };
}

async function presentItem(manifest: ManifestRow, last: KeptVersion | undefined): Promise<ManifestVersion> {
  const data = freeze(manifest, await findAssets(db(), manifest.id));
  return itemOf({
    version: manifest.version,
    is_current: true,
    began_at: manifest.versionBeganAt.toISOString(),
    digest: digestOf(data),
    restored_from_version: manifest.restoredFromVersion,
    changes: changesBetween(last ? numbered(last) : null, data),
    films: { count: 0, newest: null },
  });
}

function keptItem(row: KeptVersion, before: KeptVersion | undefined, present: number): ManifestVersion {
  return itemOf({
    version: row.version,
    is_current: row.version === present,
    began_at: row.began_at.toISOString(),
    digest: row.digest,
    restored_from_version: row.restored_from_version,
    changes: changesOf(row, before),
    films: {
      count: row.films,
      newest:
        row.newest_id && row.newest_title ? { project_id: row.newest_id, title: row.newest_title } : null,
    },
  });
}

const itemOf = (item: Omit<ManifestVersion, 'summary'>): ManifestVersion => ({
  ...item,
  summary: changeWords(item.changes),
});

/** As noted when the version was kept; older ones hold their data instead. */
function changesOf(row: KeptVersion, before: KeptVersion | undefined): VersionChanges {
  if (row.changes !== null) return versionChangesSchema.parse(row.changes);
  return changesBetween(before ? numbered(before) : null, snapshotDataSchema.parse(row.data));
}

const numbered = ({ version, data }: { version: number; data: unknown }): NumberedContent => ({
  version,
  data: snapshotDataSchema.parse(data),
});

/** The content of one version: what a film that is started with it freezes. @throws AppError not-found */
export async function getVersion(manifestId: string, version: number): Promise<VersionContent> {
  const manifest = await findManifest(db(), manifestId);
  if (!manifest) throw manifestNotFound();
  return contentOf(db(), manifest, version);
}

/** The content of a version of a manifest that was read. @throws AppError not-found */
export async function contentOf(tx: Tx, manifest: ManifestRow, version: number): Promise<VersionContent> {
  const row = await findKeptVersion(tx, manifest.id, version);
  if (!row && version !== manifest.version)
    throw new AppError('not-found', { detail: `No version ${version} of this manifest was kept.` });
  const snapshot = row
    ? snapshotDataSchema.parse(row.data)
    : freeze(manifest, await findAssets(tx, manifest.id));
  return {
    manifest_id: manifest.id,
    version,
    is_current: version === manifest.version,
    began_at: (row?.beganAt ?? manifest.versionBeganAt).toISOString(),
    digest: row?.digest ?? digestOf(snapshot),
    restored_from_version: row ? row.restoredFromVersion : manifest.restoredFromVersion,
    snapshot,
  };
}

/** What version `to` has that `from` has not, and the reverse. @throws AppError not-found */
export async function compareVersions(
  manifestId: string,
  from: number,
  to: number,
): Promise<VersionComparison> {
  const manifest = await findManifest(db(), manifestId);
  if (!manifest) throw manifestNotFound();
  const [a, b] = await Promise.all([contentOf(db(), manifest, from), contentOf(db(), manifest, to)]);
  const changes = changesBetween({ version: from, data: a.snapshot }, b.snapshot);
  return {
    manifest_id: manifestId,
    from,
    to,
    changes,
    manifest: { from: a.snapshot.manifest, to: b.snapshot.manifest },
    ...sides(a.snapshot, b.snapshot, changes),
  };
}

/** Assets in the order of the newer side, what it lacks at the end. */
function sides(
  from: SnapshotData,
  to: SnapshotData,
  changes: VersionChanges,
): Pick<VersionComparison, 'assets' | 'unchanged'> {
  const was = new Map(from.assets.map((asset) => [asset.asset_id, asset]));
  const is = new Set(to.assets.map((asset) => asset.asset_id));
  const fieldsOf = new Map(changes.changed.map(({ manifest_tag, fields }) => [manifest_tag, fields]));
  const assets: VersionComparison['assets'] = [];
  const unchanged: VersionComparison['unchanged'] = [];
  for (const asset of to.assets) {
    const old = was.get(asset.asset_id);
    const fields = fieldsOf.get(asset.manifest_tag);
    const { asset_id, manifest_tag, asset_type, name } = asset;
    if (!old) assets.push({ kind: 'added', fields: [], from: null, to: asset });
    else if (fields) assets.push({ kind: 'changed', fields, from: old, to: asset });
    else unchanged.push({ asset_id, manifest_tag, asset_type, name });
  }
  for (const asset of from.assets)
    if (!is.has(asset.asset_id)) assets.push({ kind: 'removed', fields: [], from: asset, to: null });
  return { assets, unchanged };
}
