import { SNIFF_BYTES, sniffImage } from '#lib/assets/sniff-image.ts';
import { IMAGE_LIMITS } from '#lib/schemas/asset.ts';

/** "12.4 MB", "83 kB", in units of 1,048,576 and 1,024 bytes, as the limit of a file is. */
export function formatSize(bytes: number): string {
  const megabytes = bytes / (1024 * 1024);
  if (megabytes < 0.1) return `${Math.ceil(bytes / 1024)} kB`;
  // A file one byte too large must not read "10.0 MB is more than 10 MB".
  const shown = bytes > IMAGE_LIMITS.bytes ? Math.ceil(megabytes * 10) / 10 : megabytes;
  return `${shown.toFixed(1)} MB`;
}

/**
 * Why a file cannot become a reference image, in the server's words; null when it is worth sending. Saves the
 * upload of what would be refused: the server decides by decoding the whole image.
 */
export async function checkImageFile(file: Blob): Promise<string | null> {
  if (file.size === 0) return 'This file is empty. Choose another.';
  const sniffed = sniffImage(new Uint8Array(await file.slice(0, SNIFF_BYTES).arrayBuffer()));
  if (sniffed.mediaType === null) {
    const what = sniffed.formatName
      ? `This is ${sniffed.formatName}.`
      : 'This is not an image that can be read.';
    return `${what} Use PNG, JPEG or WebP.`;
  }
  if (file.size > IMAGE_LIMITS.bytes) return `${formatSize(file.size)} is more than 10 MB.`;
  return null;
}
