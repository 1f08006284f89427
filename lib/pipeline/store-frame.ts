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
  // Decoded once, and not once for each width.
  const { data, info: raw } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
  for (const wanted of THUMB_WIDTHS) {
    const { data: webp, info } = await sharp(data, { raw })
      .resize({ width: wanted, withoutEnlargement: true })
      .webp({ quality: 82 })
      .toBuffer({ resolveWithObject: true });
    const { width, height } = info;
    const stored = await blobStore().put(webp);
    blobs.push({ ...stored, mediaType: 'image/webp', width, height });
    thumbs[wanted] = stored.hash;
  }
  blobs.push({ ...frame, mediaType: 'image/png', ...size, thumbs });
  return { blobs, blobHash: frame.hash };
}
