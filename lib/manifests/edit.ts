import canonicalize from 'canonicalize';
import { CHANNEL } from '../db/events.ts';
import { Prisma, type Tx } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import { etagOf } from '../http/etag.ts';
import type { ManifestCategory, ManifestStatus } from '../schemas/manifest.ts';

/** A manifest's counters after an edit began. */
export type EditedManifest = {
  id: string;
  version: number;
  revision: number;
  status: ManifestStatus;
  asset_count: number;
};

/** What every edit sets. */
const EDIT_BEGINS = Prisma.sql`
      revision = revision + 1,
      version = CASE WHEN last_used_version >= version THEN version + 1 ELSE version END,
      version_began_at = CASE WHEN last_used_version >= version THEN now() ELSE version_began_at END,
      restored_from_version = CASE WHEN last_used_version >= version THEN NULL ELSE restored_from_version END,
      contact_sheet_hash = NULL,
      updated_at = now()`;

/**
 * Begins an edit of a manifest or of its assets: locks the row until the transaction ends, counts the revision and,
 * when a film was made with the present version, begins the next one. The rendered contact sheet becomes stale. Tells
 * whoever watches the manifest, as notifyManifest does.
 * Every write to a manifest or its assets goes through here first; `addedAssets` are counted with it.
 * @throws AppError not-found; precondition-failed when the present revision is not (among)
 * `ifRevision`, with what a person can edit as it is now
 */
export async function beginEdit(
  tx: Tx,
  manifestId: string,
  ifRevision?: number | number[],
  { addedAssets = 0 } = {},
): Promise<EditedManifest> {
  const condition =
    ifRevision === undefined ? Prisma.empty : Prisma.sql`AND revision = ANY(${[ifRevision].flat()}::int[])`;
  const rows = await tx.$queryRaw<EditedManifest[]>(Prisma.sql`
    UPDATE manifests SET ${EDIT_BEGINS}, asset_count = asset_count + ${addedAssets}
    WHERE id = ${manifestId}::uuid AND deleted_at IS NULL ${condition}
    RETURNING id, version, revision, status::text, asset_count, pg_notify(${CHANNEL}, 'manifest:' || id)::text`);
  const edited = rows[0];
  if (edited) return edited;
  throw await whyNot(tx, manifestId);
}

/** The manifest is gone, or at another revision than was asked for. */
async function whyNot(tx: Tx, manifestId: string): Promise<AppError> {
  const current = await tx.manifest.findFirst({
    where: { id: manifestId, deletedAt: null },
    select: { revision: true, name: true, description: true, category: true, tags: true },
  });
  if (!current) return manifestNotFound();
  const { revision, ...fields } = current;
  return revisionPassed(revision, fields);
}

/** An edit was meant for another revision than the present one. */
export const revisionPassed = (revision: number, current: object = {}) =>
  new AppError('precondition-failed', {
    detail: 'The manifest was changed elsewhere. Load it again and repeat your change.',
    extra: { current_revision: revision, current: { revision, ...current } },
    headers: { etag: etagOf(revision) },
  });

/**
 * Locks a live manifest's row until the transaction ends, without an edit: what is decided next stays true.
 * @throws AppError not-found; precondition-failed when the present revision is not among `ifRevision`
 */
export async function lockManifest(tx: Tx, manifestId: string, ifRevision?: number[]): Promise<void> {
  const [locked] = await tx.$queryRaw<{ revision: number }[]>(
    Prisma.sql`SELECT revision FROM manifests WHERE id = ${manifestId}::uuid AND deleted_at IS NULL FOR NO KEY UPDATE`,
  );
  if (!locked) throw manifestNotFound();
  if (ifRevision && !ifRevision.includes(locked.revision)) throw await whyNot(tx, manifestId);
}

/** `lockManifest` of the manifest that an asset is in; null when either is gone. */
export async function lockManifestOf(tx: Tx, assetId: string): Promise<string | null> {
  const [locked] = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT id FROM manifests WHERE id = (SELECT manifest_id FROM assets WHERE id = ${assetId}::uuid)
      AND deleted_at IS NULL FOR NO KEY UPDATE`);
  return locked?.id ?? null;
}

/** `beginEdit` of many that are locked (`lockManifests`) and live, in one statement. */
export async function beginEdits(tx: Tx, manifestIds: string[]): Promise<void> {
  await tx.$executeRaw(
    Prisma.sql`UPDATE manifests SET ${EDIT_BEGINS} WHERE id = ANY(${manifestIds}::uuid[]) AND deleted_at IS NULL`,
  );
}

export type LockedManifest = {
  id: string;
  name: string;
  tags: string[];
  category: ManifestCategory;
  is_trashed: boolean;
};

/**
 * Locks those of these manifests that exist, in the trash too, until the transaction ends. Always in the order of
 * their ids, so that two edits of overlapping sets wait for each other instead of locking each other out.
 */
export async function lockManifests(tx: Tx, manifestIds: string[]): Promise<LockedManifest[]> {
  return tx.$queryRaw<LockedManifest[]>(Prisma.sql`
    SELECT id, name, tags, category::text AS category, deleted_at IS NOT NULL AS is_trashed
    FROM manifests WHERE id = ANY(${manifestIds}::uuid[]) ORDER BY id FOR UPDATE`);
}

/** Whether `data` says anything that `row` does not hold already: an edit that changes nothing is none. */
export const changesAnything = (row: Record<string, unknown>, data: Record<string, unknown>): boolean =>
  Object.entries(data).some(([column, value]) => canonicalize(row[column]) !== canonicalize(value));

export const manifestNotFound = () =>
  new AppError('not-found', { detail: 'There is no such manifest, or it was deleted.' });
