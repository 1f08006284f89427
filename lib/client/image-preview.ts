import pLimit from 'p-limit';
import type { UploadItem } from './upload-queue.ts';

/** Decoded pictures are large: a dropped folder must not fill the memory of the page. */
const decoding = pLimit(2);

/** A local preview of a picked file with its upright pixels; null when the browser cannot show it. */
export const readPreview = (file: File): Promise<UploadItem['preview']> => decoding(() => decode(file));

async function decode(file: File): Promise<UploadItem['preview']> {
  const url = URL.createObjectURL(file);
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
    return { url, width: image.naturalWidth, height: image.naturalHeight };
  } catch {
    URL.revokeObjectURL(url);
    return null;
  }
}
