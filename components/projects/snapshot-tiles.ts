import type { SheetTile } from '#lib/schemas/manifest.ts';
import type { SnapshotAnswer } from '#lib/schemas/project.ts';

/** The frozen assets as tiles of a contact sheet: with a picture, primary first. */
export function snapshotTiles({ snapshot }: SnapshotAnswer): SheetTile[] {
  const pictured = snapshot.assets.filter((asset) => asset.image_hash !== null);
  const primaryFirst = pictured.toSorted(
    (a, b) => Number(b.is_primary) - Number(a.is_primary) || a.sort_order - b.sort_order,
  );
  return primaryFirst.map(({ asset_id, manifest_tag, name, image_hash, width, height, has_alpha }) => ({
    asset_id,
    manifest_tag,
    name,
    thumbnail_url: `/api/blobs/${image_hash}?w=320`,
    width,
    height,
    has_alpha,
    placeholder: null,
    analysed: true,
  }));
}
