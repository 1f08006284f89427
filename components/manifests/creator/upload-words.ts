import { formatSize } from '#lib/client/image-file-check.ts';
import type { UploadItem } from '#lib/client/upload-queue.ts';

export const percentOf = (item: UploadItem) =>
  item.file.size === 0 ? 0 : Math.floor((item.sentBytes / item.file.size) * 100);

/** How far a file has come: "64 %, 5.9 of 9.2 MB". When all bytes are there the server still decodes them. */
export function sentWords(item: UploadItem): string {
  const total = formatSize(item.file.size);
  if (item.phase !== 'uploading') return `waiting, ${total}`;
  if (item.sentBytes >= item.file.size) return `reading the image, ${total}`;
  const [sent, unit] = formatSize(item.sentBytes).split(' ');
  return `${percentOf(item)} %, ${total.endsWith(unit ?? '') ? sent : `${sent} ${unit}`} of ${total}`;
}
