import { Prisma, type Tx } from '../db/prisma.ts';
import { MANIFEST_LIMITS } from '../schemas/manifest.ts';

/** A live manifest that has the name of one in a bundle. */
export type Clash = { id: string; name: string; assetCount: number };

/** The live manifest of the library of each name; of several the one that was changed last. */
export async function findClashes(tx: Tx, names: string[]): Promise<Map<string, Clash>> {
  const rows = await tx.manifest.findMany({
    where: { name: { in: names }, deletedAt: null, ownerProjectId: null },
    select: { id: true, name: true, assetCount: true },
    orderBy: [{ updatedAt: 'asc' }, { id: 'asc' }],
  });
  return new Map(rows.map((row) => [row.name, row]));
}

const clashAssetSelect = {
  id: true,
  manifestId: true,
  manifestTag: true,
  assetType: true,
  name: true,
  originalHash: true,
  isPrimary: true,
  view: true,
  viewOfId: true,
} as const satisfies Prisma.AssetSelect;

export type ClashAsset = Prisma.AssetGetPayload<{ select: typeof clashAssetSelect }>;

export function findClashAssets(tx: Tx, manifestIds: string[]): Promise<ClashAsset[]> {
  return tx.asset.findMany({ where: { manifestId: { in: manifestIds } }, select: clashAssetSelect });
}

/** An image that the library has whole: master, size and all thumbnails. `assetId` is an asset that names it. */
export type KnownImage = {
  assetId: string;
  originalHash: string;
  masterHash: string;
  width: number;
  height: number;
  hasAlpha: boolean;
  placeholder: string;
};

/** Which of these originals the library has whole, by their hash. */
export async function findKnownImages(tx: Tx, hashes: string[]): Promise<Map<string, KnownImage>> {
  const rows = await tx.$queryRaw<KnownImage[]>(Prisma.sql`
    SELECT DISTINCT ON (a.original_hash) a.id AS "assetId", a.original_hash AS "originalHash",
      a.master_hash AS "masterHash", a.width, a.height, a.has_alpha AS "hasAlpha", a.placeholder
    FROM assets a JOIN blobs b ON b.hash = a.master_hash
    WHERE a.original_hash = ANY(${hashes}::char(64)[]) AND a.placeholder IS NOT NULL
      AND num_nulls(b.thumb_320_hash, b.thumb_640_hash, b.thumb_1280_hash) = 0
    ORDER BY a.original_hash, a.id`);
  return new Map(rows.map((row) => [row.originalHash, row]));
}

/** Holds assets with their images until the transaction ends. False: one is gone, or has another image now. */
export async function holdImages(tx: Tx, images: KnownImage[]): Promise<boolean> {
  const held = await tx.$queryRaw<unknown[]>(Prisma.sql`
    SELECT a.id FROM assets a
    JOIN unnest(${images.map((i) => i.assetId)}::uuid[], ${images.map((i) => i.originalHash)}::char(64)[],
      ${images.map((i) => i.masterHash)}::char(64)[]) AS k(id, original, master)
    ON a.id = k.id AND a.original_hash = k.original AND a.master_hash = k.master
    FOR KEY SHARE OF a`);
  return held.length === images.length;
}

const suffixed = (name: string, number: number) => {
  const suffix = ` (${number})`;
  return (
    [...name]
      .slice(0, MANIFEST_LIMITS.name - suffix.length)
      .join('')
      .trimEnd() + suffix
  );
};
/** Room for the number of a name. */
const SUFFIX_MAX = 8;

/** A way to find names that no live manifest has: `Cast (2)`, `Cast (3)`… Each call gives another. */
export async function nameFinder(tx: Tx, names: string[]): Promise<(name: string) => string> {
  const stems = [
    ...new Set(names.map((name) => [...name].slice(0, MANIFEST_LIMITS.name - SUFFIX_MAX).join(''))),
  ];
  const rows = await tx.manifest.findMany({
    where: { deletedAt: null, OR: stems.map((stem) => ({ name: { startsWith: stem } })) },
    select: { name: true },
  });
  const taken = new Set([...rows.map((row) => row.name), ...names]);
  return (name) => {
    let number = 2;
    while (taken.has(suffixed(name, number))) number += 1;
    const free = suffixed(name, number);
    taken.add(free);
    return free;
  };
}
