import sharp from 'sharp';
import type { BlobRow } from '../blobs/blob-repo.ts';
import { blobStore } from '../blobs/store-instance.ts';

/** Larger ones would be as large as the frame itself. */
const THUMB_WIDTHS = [320, 640] as const;

/** Stores a keyframe (PNG) with its thumbnails; the rows are for the caller to insert. */
export async function storeFrame(
  png: Buffer,
  size: { width: number; height: number },
): Promise<{ blobs: BlobRow[]; blobHash: string }> {
  const frame = await blobStore().put(png);
  const blobs: BlobRow[] = [];
  const thumbs: NonNullable<BlobRow['thumbs']> = {};
  for (const width of THUMB_WIDTHS) {
    const { data, info } = await sharp(png)
      .resize({ width, withoutEnlargement: true })
      .webp({ quality: 82 })
      .toBuffer({ resolveWithObject: true });
    const stored = await blobStore().put(data);
    blobs.push({ ...stored, mediaType: 'image/webp', width: info.width, height: info.height });
    thumbs[width] = stored.hash;
  }
  blobs.push({ ...frame, mediaType: 'image/png', ...size, thumbs });
  return { blobs, blobHash: frame.hash };
}
