import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { ASSET_ORDER } from '../assets/asset-repo.ts';
import { db } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import type { Asset as AssetRow } from '../generated/prisma/client.ts';
import { manifestNotFound } from '../manifests/edit.ts';
import {
  BUNDLE_FORMAT,
  BUNDLE_LIMITS,
  BUNDLE_SCHEMA_PATH,
  BUNDLE_VERSION,
  type Bundle,
  type BundleImage,
  bundleSchema,
} from '../schemas/bundle.ts';
import { toBundleManifest } from './bundle-content.ts';
import { countValues } from './count-values.ts';

export type ExportedBundle = {
  /** Ends in `.manifest.zip`. */
  fileName: string;
  /** `manifest.json`: canonical JSON (RFC 8785). */
  json: Uint8Array;
  images: BundleImage[];
  /** SHA-256 of `json`. It names every image by its hash, so it stands for all bytes of the bundle. */
  digest: string;
};

const EXTENSION: Record<string, BundleImage['extension']> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
};
/** Room for the zip's own records, per image. */
const RECORD_BYTES = 512;

/**
 * What a bundle of live manifests holds, in the given order, as of one moment.
 * @throws AppError not-found; payload-too-large when it would not be let in again
 */
export async function exportManifests(ids: string[]): Promise<ExportedBundle> {
  const bundle = await readBundle(ids);
  const json = Buffer.from(canonicalize(bundle) ?? '');
  const bytes = bundle.images.reduce((sum, image) => sum + image.size + RECORD_BYTES, json.length);
  const assets = bundle.manifests.reduce((sum, manifest) => sum + manifest.assets.length, 0);
  if (
    json.length > BUNDLE_LIMITS.jsonBytes ||
    countValues(json) > BUNDLE_LIMITS.jsonValues ||
    bytes > BUNDLE_LIMITS.bytes ||
    assets > BUNDLE_LIMITS.assets
  )
    throw new AppError('payload-too-large', {
      detail: 'This is more than one bundle holds. Export fewer manifests at once.',
    });
  const [first, ...others] = bundle.manifests;
  const name = others.length === 0 && first ? first.name : `${bundle.manifests.length} manifests`;
  const digest = createHash('sha256').update(json).digest('hex');
  return { fileName: `${name}.manifest.zip`, json, images: bundle.images, digest };
}

/** Read in one snapshot of the database, so that no edit falls between a manifest and its assets. */
async function readBundle(ids: string[]): Promise<Bundle> {
  return db().$transaction(
    async (tx) => {
      const rows = await tx.manifest.findMany({
        where: { id: { in: ids }, deletedAt: null },
        include: { tagCounters: true, assets: { orderBy: [...ASSET_ORDER] } },
      });
      const byId = new Map(rows.map((row) => [row.id, row]));
      const manifests = ids.map((id) => {
        const row = byId.get(id);
        if (!row) throw manifestNotFound();
        return row;
      });
      const images = imagesOf(manifests.flatMap((manifest) => manifest.assets));
      const blobs = await tx.blob.findMany({
        where: { hash: { in: [...images.keys()] } },
        select: { hash: true, size: true, mediaType: true },
      });
      // Parsed by its own schema: what is written can be read again.
      return bundleSchema.parse({
        $schema: BUNDLE_SCHEMA_PATH,
        format: BUNDLE_FORMAT,
        version: BUNDLE_VERSION,
        manifests: manifests.map((row) => toBundleManifest(row, row.tagCounters, row.assets)),
        images: blobs
          .map(({ hash, size, mediaType }) => ({
            sha256: hash,
            extension: EXTENSION[mediaType],
            size,
            master: images.get(hash),
          }))
          .sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1)),
      });
    },
    { isolationLevel: 'RepeatableRead' },
  );
}

/** The masters by the hash of their originals. */
function imagesOf(assets: AssetRow[]): Map<string, BundleImage['master']> {
  const images = new Map<string, BundleImage['master']>();
  for (const { originalHash, masterHash, width, height, hasAlpha } of assets) {
    if (originalHash && masterHash && width && height && !images.has(originalHash))
      images.set(originalHash, { sha256: masterHash, width, height, has_alpha: hasAlpha });
  }
  return images;
}
