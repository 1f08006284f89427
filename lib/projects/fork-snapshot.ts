import { v7 as uuidv7 } from 'uuid';
import { findAssets } from '../assets/asset-repo.ts';
import { db, Prisma, type Tx } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import { lockManifest, manifestNotFound } from '../manifests/edit.ts';
import { findManifest } from '../manifests/manifest-repo.ts';
import { createSnapshot, freeze, type TakenSnapshot } from '../manifests/snapshot.ts';
import { contentOf } from '../manifests/version-service.ts';
import type { Fork } from '../schemas/fork.ts';
import type { SnapshotData } from '../schemas/snapshot.ts';
import type { ForkSource } from './fork-plan.ts';

type Frozen = {
  version: number | null;
  snapshot: SnapshotData | null;
  warnings: TakenSnapshot['warnings'];
};

/** What a fork would freeze: the film's own snapshot, or its manifest in another version. @throws AppError not-found */
export async function readWanted(
  { row, snapshot }: ForkSource,
  wanted: Fork['manifest'],
): Promise<SnapshotData | null> {
  if (wanted === 'same') return snapshot;
  if (row.manifestId === null) throw hasNoManifest();
  const manifest = await findManifest(db(), row.manifestId);
  if (!manifest) throw manifestNotFound();
  // As it is, and not as a version of the same number was kept: an analysis begins no version.
  if (wanted === 'live' || wanted === manifest.version)
    return freeze(manifest, await findAssets(db(), manifest.id));
  return (await contentOf(db(), manifest, wanted)).snapshot;
}

/**
 * Gives a fork its snapshot, inside its own transaction, and counts the use of a manifest that still lives.
 * @throws AppError not-found (manifest, version); invalid-state while the manifest is analysed
 */
export async function freezeFor(
  tx: Tx,
  projectId: string,
  { row, snapshot }: ForkSource,
  wanted: Fork['manifest'],
): Promise<Frozen> {
  if (wanted === 'same') {
    if (snapshot) {
      await copySnapshot(tx, row.id, projectId);
      await countUse(tx, row.manifestId);
    }
    return { version: row.manifestVersion, snapshot, warnings: [] };
  }
  const { manifestId } = row;
  if (manifestId === null) throw hasNoManifest();
  await lockManifest(tx, manifestId);
  const manifest = await tx.manifest.findUniqueOrThrow({ where: { id: manifestId } });
  if (wanted === 'live' || wanted === manifest.version) {
    const { version, data, warnings } = await createSnapshot(tx, { manifestId, projectId });
    return { version, snapshot: data, warnings };
  }
  const kept = await contentOf(tx, manifest, wanted);
  await tx.manifestSnapshot.create({
    data: {
      ...{ manifestId, projectId, versionAtSnapshot: wanted },
      ...{ snapshotData: kept.snapshot, digest: kept.digest },
    },
    select: { id: true },
  });
  await countUse(tx, manifestId);
  return { version: wanted, snapshot: kept.snapshot, warnings: [] };
}

/** Bit for bit, in the database itself. */
const copySnapshot = (tx: Tx, from: string, to: string) =>
  tx.$executeRaw(Prisma.sql`
    INSERT INTO manifest_snapshots (id, manifest_id, project_id, version_at_snapshot, snapshot_data, digest)
    SELECT ${uuidv7()}::uuid, manifest_id, ${to}::uuid, version_at_snapshot, snapshot_data, digest
    FROM manifest_snapshots WHERE project_id = ${from}::uuid`);

/** One use more; a version that a film froze before is kept and marked as used already. */
const countUse = (tx: Tx, manifestId: string | null) =>
  tx.$executeRaw(Prisma.sql`
    UPDATE manifests SET times_used = times_used + 1, last_used_at = now()
    WHERE id = ${manifestId}::uuid AND deleted_at IS NULL`);

const hasNoManifest = () =>
  new AppError('validation-failed', {
    detail: 'This film was made without a manifest, so there is no other version of it.',
    errors: [{ pointer: '#/manifest', code: 'no-manifest', detail: 'must be "same"' }],
  });
