import { typeByShape } from '#lib/projects/quick-image.ts';
import { checkImageFile } from './image-file-check.ts';
import { readPreview } from './image-preview.ts';
import type { QuickImageItem } from './quick-images.ts';

/** Enough pixels a side to see whether a picture is cut out. */
const PROBE = 32;

/** What reading a file tells of it: a preview with its size and likely type, or why it cannot be used. */
export async function readQuickImage(
  file: File,
): Promise<Pick<QuickImageItem, 'url' | 'width' | 'height' | 'type' | 'problem'>> {
  const nothing = { url: null, width: null, height: null, type: 'OTHER' } as const;
  const refusal = await checkImageFile(file).catch(() => 'This cannot be read. Is it a folder?');
  if (refusal !== null) return { ...nothing, problem: refusal };
  const preview = await readPreview(file);
  if (!preview) return { ...nothing, problem: 'This image is damaged. Save it again as PNG, JPEG or WebP.' };
  const hasAlpha = file.type !== 'image/jpeg' && (await isCutOut(file).catch(() => false));
  return { ...preview, type: typeByShape({ ...preview, hasAlpha }), problem: null };
}

async function isCutOut(file: File): Promise<boolean> {
  const bitmap = await createImageBitmap(file, { resizeWidth: PROBE, resizeHeight: PROBE });
  const context = new OffscreenCanvas(PROBE, PROBE).getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  bitmap.close();
  const pixels = context?.getImageData(0, 0, PROBE, PROBE).data ?? [];
  // Red, green, blue, alpha.
  for (let at = 3; at < pixels.length; at += 4) if ((pixels[at] ?? 255) < 250) return true;
  return false;
}
