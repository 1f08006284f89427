import { toAsset } from '../assets/asset-dto.ts';
import type { Tx } from '../db/prisma.ts';
import type { Asset as AssetRow, Manifest as ManifestRow } from '../generated/prisma/client.ts';
import { type SnapshotData, snapshotDataSchema } from '../schemas/snapshot.ts';
import type { AssetExtras, VersionExtras } from '../schemas/version.ts';
import { changesBetween } from './version-changes.ts';

type Content = { data: SnapshotData; digest: string; assets: AssetRow[] };

type Versioned = Pick<ManifestRow, 'id' | 'version' | 'versionBeganAt' | 'restoredFromVersion' | 'status'>;

/**
 * Keeps the content of the manifest's present version, what it changed, and what a restore needs beside the frozen
 * form. What is kept already says the same. The caller holds the manifest's lock.
 */
export async function keepVersion(tx: Tx, manifest: Versioned, content: Content): Promise<void> {
  const { id: manifestId, version, versionBeganAt: beganAt, restoredFromVersion, status } = manifest;
  const last = await tx.manifestVersion.findFirst({
    where: { manifestId, version: { lte: version } },
    orderBy: { version: 'desc' },
    select: { version: true },
  });
  if (last?.version === version) return;
  const before = last && (await findContent(tx, manifestId, last.version));
  const { data, digest, assets } = content;
  await tx.manifestVersion.create({
    data: {
      manifestId,
      version,
      data,
      digest,
      changes: changesBetween(before, data),
      extras: extrasOf(status, assets),
      beganAt,
      restoredFromVersion,
    },
    select: { version: true },
  });
}

async function findContent(tx: Tx, manifestId: string, version: number) {
  const { data } = await tx.manifestVersion.findUniqueOrThrow({
    where: { manifestId_version: { manifestId, version } },
    select: { data: true },
  });
  return { version, data: snapshotDataSchema.parse(data) };
}

function extrasOf(status: ManifestRow['status'], assets: AssetRow[]): VersionExtras {
  return { status, assets: Object.fromEntries(assets.map((row) => [row.id, assetExtras(row)])) };
}

function assetExtras(row: AssetRow): AssetExtras {
  const a = toAsset(row);
  return {
    file_name: a.file_name,
    placeholder: a.placeholder,
    analysis_state: a.analysis_state,
    analysis_error: a.analysis_error,
    reverse_prompt_by_user: row.reversePromptByUser,
    visual_by_user: row.visualByUser,
    detection_class: a.detection_class,
    detection_confidence: a.detection_confidence,
    is_face_crop: a.is_face_crop,
    detections: a.detections,
    quality_reasons: a.quality_reasons,
    created_at: a.created_at,
  };
}
