import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { v7 as uuidv7 } from 'uuid';
import { toAsset } from '../assets/asset-dto.ts';
import { findAssets } from '../assets/asset-repo.ts';
import { Prisma, type Tx } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import type { Asset as AssetRow, Manifest as ManifestRow } from '../generated/prisma/client.ts';
import { type SnapshotAsset, type SnapshotData, snapshotDataSchema } from '../schemas/snapshot.ts';
import { manifestNotFound } from './edit.ts';
import { keepVersion } from './keep-version.ts';
import { changedFields } from './version-changes.ts';

export type TakenSnapshot = {
  snapshotId: string;
  digest: string;
  version: number;
  data: SnapshotData;
  warnings: { code: string; detail: string }[];
};

/** SHA-256 of the canonical JSON (RFC 8785) of a snapshot, hex. */
export function digestOf(data: SnapshotData): string {
  return createHash('sha256')
    .update(canonicalize(data) ?? '')
    .digest('hex');
}

/** A locked manifest, and what of it a film keeps. */
export type FrozenManifest = {
  manifest: LockedManifest;
  assets: AssetRow[];
  data: SnapshotData;
  digest: string;
  warnings: TakenSnapshot['warnings'];
};

type LockedManifest = Pick<
  ManifestRow,
  | 'id'
  | 'name'
  | 'description'
  | 'category'
  | 'tags'
  | 'status'
  | 'assetCount'
  | 'version'
  | 'versionBeganAt'
  | 'restoredFromVersion'
>;

/**
 * Freezes a manifest and all its assets for a film, and counts the use, inside the film's own transaction. The row
 * lock puts it in line with edits: a snapshot is one committed version, never a mix.
 * @throws AppError not-found; invalid-state while the manifest is being analysed
 */
export async function createSnapshot(
  tx: Tx,
  { manifestId, projectId }: { manifestId: string; projectId: string },
): Promise<TakenSnapshot> {
  return keepSnapshot(tx, projectId, await freezeManifest(tx, manifestId));
}

/**
 * The first half of `createSnapshot`, for a film that is not written yet: locks the manifest and reads what is kept.
 * @throws AppError not-found; invalid-state while the manifest is being analysed
 */
export async function freezeManifest(tx: Tx, manifestId: string): Promise<FrozenManifest> {
  const [manifest] = await tx.$queryRaw<LockedManifest[]>(Prisma.sql`
    SELECT id, name, description, category::text, coalesce(tags, '{}') AS tags, status::text, asset_count AS "assetCount", version,
      version_began_at AS "versionBeganAt", restored_from_version AS "restoredFromVersion"
    FROM manifests WHERE id = ${manifestId}::uuid AND deleted_at IS NULL FOR NO KEY UPDATE`);
  if (!manifest) throw manifestNotFound();
  if (manifest.status === 'PROCESSING')
    throw new AppError('invalid-state', {
      detail: 'This manifest is being analysed. Start the film when that is done.',
    });
  const assets = await findAssets(tx, manifestId);
  const data = freeze(manifest, assets);
  return { manifest, assets, data, digest: digestOf(data), warnings: warningsOf(manifest) };
}

/** The second half: writes the snapshot of a film whose row is there, the version it is of, and the use. */
export async function keepSnapshot(
  tx: Tx,
  projectId: string,
  { manifest, assets, data, digest, warnings }: FrozenManifest,
): Promise<TakenSnapshot> {
  const { id, version } = manifest;
  const snapshotId = uuidv7();
  await tx.$executeRaw(Prisma.sql`
    WITH used AS (
      UPDATE manifests SET times_used = times_used + 1, last_used_at = now(), last_used_version = ${version}
      WHERE id = ${id}::uuid)
    INSERT INTO manifest_snapshots (id, manifest_id, project_id, version_at_snapshot, snapshot_data, digest)
    VALUES (${snapshotId}::uuid, ${id}::uuid, ${projectId}::uuid, ${version}, ${JSON.stringify(data)}::jsonb, ${digest})`);
  await keepVersion(tx, manifest, { data, digest, assets });
  return { snapshotId, digest, version, data, warnings };
}

function warningsOf({ status, assetCount }: LockedManifest): TakenSnapshot['warnings'] {
  const warnings: TakenSnapshot['warnings'] = [];
  if (status === 'DRAFT')
    warnings.push({
      code: 'manifest-not-analysed',
      detail: 'This manifest is a draft: not all of its images were analysed.',
    });
  if (status === 'ERROR')
    warnings.push({
      code: 'manifest-has-errors',
      detail: 'Some images of this manifest could not be analysed.',
    });
  if (assetCount === 0) warnings.push({ code: 'manifest-empty', detail: 'This manifest holds no assets.' });
  return warnings;
}

/** The frozen form of a manifest: parsed by its own schema, so that what is stored is what a stage will read. */
export function freeze(
  manifest: Pick<ManifestRow, 'id' | 'name' | 'description' | 'category' | 'tags' | 'version'>,
  assets: AssetRow[],
): SnapshotData {
  const { id, name, description, category, tags, version } = manifest;
  const tagOf = new Map(assets.map((asset) => [asset.id, asset.manifestTag]));
  return snapshotDataSchema.parse({
    format: 1,
    manifest: { manifest_id: id, name, description, category, tags, version },
    assets: assets.map((asset) => freezeAsset(asset, tagOf)),
  });
}

function freezeAsset(row: AssetRow, tagOf: ReadonlyMap<string, string>): SnapshotAsset {
  const a = toAsset(row);
  const viewOf = row.viewOfId && tagOf.get(row.viewOfId);
  const croppedFrom = row.sourceAssetId && tagOf.get(row.sourceAssetId);
  return {
    asset_id: a.asset_id,
    asset_type: a.asset_type,
    name: a.name,
    manifest_tag: a.manifest_tag,
    user_tags: a.user_tags,
    description: a.description,
    source: a.source,
    sort_order: a.sort_order,
    is_primary: a.is_primary,
    ...(a.view && { view: a.view }),
    ...(viewOf && { view_of: viewOf }),
    ...(croppedFrom && { cropped_from: croppedFrom }),
    original_hash: row.originalHash,
    image_hash: a.image_hash,
    width: a.width,
    height: a.height,
    has_alpha: a.has_alpha,
    reverse_prompt: a.reverse_prompt,
    visual_description: a.visual_description,
    quality_score: a.quality_score,
    crop_bbox: a.crop_bbox,
    palette: a.palette,
    perceptual_hash: a.perceptual_hash,
  };
}

export type SnapshotDifference = {
  added: string[];
  removed: string[];
  changed: { manifest_tag: string; fields: string[] }[];
};

/** What is different now, by tag. Position alone is not a change of an asset. */
export function diffSnapshots(then: SnapshotData, now: SnapshotData): SnapshotDifference {
  const before = new Map(then.assets.map((a) => [a.manifest_tag, a]));
  const after = new Map(now.assets.map((a) => [a.manifest_tag, a]));
  const changed = now.assets.flatMap((asset) => {
    const old = before.get(asset.manifest_tag);
    const fields = old ? editedFields(old, asset) : [];
    return fields.length > 0 ? [{ manifest_tag: asset.manifest_tag, fields }] : [];
  });
  return {
    added: [...after.keys()].filter((t) => !before.has(t)),
    removed: [...before.keys()].filter((t) => !after.has(t)),
    changed,
  };
}

/** What a version counts as changed, but for what was measured: an analysis alone is no edit of the library. */
const editedFields = (old: SnapshotAsset, asset: SnapshotAsset): string[] =>
  changedFields(old, asset).filter((field) => field !== 'analysis');
