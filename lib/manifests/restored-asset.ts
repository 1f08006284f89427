import canonicalize from 'canonicalize';
import { Prisma } from '../db/prisma.ts';
import type { Asset as AssetRow } from '../generated/prisma/client.ts';
import type { SnapshotAsset } from '../schemas/snapshot.ts';
import type { AssetExtras } from '../schemas/version.ts';

export type AssetColumns = Prisma.AssetCreateManyInput;

/** Whether an asset is frozen as it was, place and measurements included. */
export const sameAsset = (now: SnapshotAsset | undefined, wanted: SnapshotAsset): boolean =>
  canonicalize(now) === canonicalize(wanted);

/**
 * The columns of an asset as a version froze it. What the frozen form leaves out comes from `extras`, else from the
 * present row while its image is the same, else it is empty and a text counts as the user's own.
 */
export function restoredAsset(
  frozen: SnapshotAsset,
  row: AssetRow | null,
  extras: AssetExtras | null,
): Omit<AssetColumns, 'id' | 'manifestId'> {
  return {
    assetType: frozen.asset_type,
    name: frozen.name,
    manifestTag: frozen.manifest_tag,
    userTags: frozen.user_tags,
    description: frozen.description,
    source: frozen.source,
    sortOrder: frozen.sort_order,
    isPrimary: frozen.is_primary,
    view: frozen.view ?? null,
    originalHash: frozen.original_hash,
    masterHash: frozen.image_hash,
    width: frozen.width,
    height: frozen.height,
    hasAlpha: frozen.has_alpha,
    reversePrompt: frozen.reverse_prompt,
    visualDescription: frozen.visual_description,
    qualityScore: frozen.quality_score,
    cropBbox: frozen.crop_bbox ?? Prisma.DbNull,
    palette: frozen.palette ?? Prisma.DbNull,
    perceptualHash: frozen.perceptual_hash,
    createdAt: row?.createdAt ?? (extras ? new Date(extras.created_at) : madeAt(frozen.asset_id)),
    ...(extras ? fromExtras(extras) : fromRow(frozen, row)),
  };
}

function fromExtras(extras: AssetExtras) {
  const { analysis_state: state } = extras;
  return {
    fileName: extras.file_name,
    placeholder: extras.placeholder,
    // A job that was on its way then is over by now.
    analysisState: state === 'queued' || state === 'running' ? ('none' as const) : state,
    analysisError: extras.analysis_error,
    reversePromptByUser: extras.reverse_prompt_by_user,
    visualByUser: extras.visual_by_user,
    detectionClass: extras.detection_class,
    detectionConfidence: extras.detection_confidence,
    isFaceCrop: extras.is_face_crop,
    detections: extras.detections ?? Prisma.DbNull,
    qualityReasons: extras.quality_reasons ?? Prisma.DbNull,
  };
}

function fromRow(frozen: SnapshotAsset, row: AssetRow | null) {
  const same = row?.masterHash === frozen.image_hash ? row : null;
  const measured = same?.qualityScore === frozen.quality_score ? same : null;
  const isUsers = (text: string | null, now: string | null | undefined, byUser: boolean | undefined) =>
    text !== null && (now === text && byUser !== undefined ? byUser : true);
  return {
    fileName: same?.fileName ?? null,
    placeholder: same?.placeholder ?? null,
    analysisState: frozen.quality_score === null ? ('none' as const) : ('done' as const),
    analysisError: null,
    reversePromptByUser: isUsers(frozen.reverse_prompt, row?.reversePrompt, row?.reversePromptByUser),
    visualByUser: isUsers(frozen.visual_description, row?.visualDescription, row?.visualByUser),
    detectionClass: measured?.detectionClass ?? null,
    detectionConfidence: measured?.detectionConfidence ?? null,
    isFaceCrop: measured?.isFaceCrop ?? false,
    detections: measured?.detections ?? Prisma.DbNull,
    qualityReasons: measured?.qualityReasons ?? Prisma.DbNull,
  };
}

/** When a time-ordered id was made: the first 48 bits of a UUID of version 7 are milliseconds (RFC 9562, 5.7). */
function madeAt(id: string): Date {
  return id[14] === '7' ? new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)) : new Date();
}
