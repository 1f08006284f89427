import type { AssetType } from '#lib/schemas/asset.ts';

/** One file on its way to the server. It leaves the queue when its asset is in the manifest. */
export type UploadItem = {
  key: string;
  file: File;
  /** Name and type the asset will be given. */
  name: string;
  assetType: AssetType;
  /** The asset whose image this file replaces; null: the file becomes a new asset. */
  replaces: string | null;
  /** Object URL and pixels of the local preview; null while it is read, or when it cannot be shown. */
  preview: { url: string; width: number; height: number } | null;
  phase: 'checking' | 'waiting' | 'uploading' | 'failed';
  sentBytes: number;
  /** For people; null unless failed. */
  error: string | null;
  /** False when the file itself is wrong: sending it again cannot help. */
  canRetry: boolean;
};

export type UploadEvent =
  | { type: 'added'; items: UploadItem[] }
  | { type: 'checked'; key: string }
  | { type: 'previewed'; key: string; preview: UploadItem['preview'] }
  | { type: 'started'; key: string }
  | { type: 'progressed'; key: string; sentBytes: number }
  | { type: 'failed'; key: string; error: string; canRetry: boolean }
  | { type: 'retried'; key: string }
  | { type: 'finished'; key: string }
  | { type: 'removed'; key: string };

/** The queue after `event`. An event for an item that is gone changes nothing. */
export function reduceUploads(items: readonly UploadItem[], event: UploadEvent): readonly UploadItem[] {
  if (event.type === 'added') return [...items, ...event.items];
  if (event.type === 'finished' || event.type === 'removed') {
    return items.filter((item) => item.key !== event.key);
  }
  return items.map((item) => (item.key === event.key ? changed(item, event) : item));
}

function changed(
  item: UploadItem,
  event: Exclude<UploadEvent, { type: 'added' } | { type: 'finished' } | { type: 'removed' }>,
): UploadItem {
  switch (event.type) {
    case 'checked':
      return { ...item, phase: 'waiting' };
    case 'previewed':
      return { ...item, preview: event.preview };
    case 'started':
      return { ...item, phase: 'uploading', sentBytes: 0, error: null };
    case 'progressed':
      // Progress that arrives after a failure must not bring the row back to life.
      return item.phase === 'uploading'
        ? { ...item, sentBytes: Math.min(event.sentBytes, item.file.size) }
        : item;
    case 'failed':
      return { ...item, phase: 'failed', error: event.error, canRetry: event.canRetry };
    case 'retried':
      return item.phase === 'failed' && item.canRetry
        ? { ...item, phase: 'waiting', sentBytes: 0, error: null }
        : item;
  }
}

/** Keys of the items to start now, oldest first, so that at most `limit` are in flight. */
export function nextUploads(items: readonly UploadItem[], limit: number): string[] {
  const inFlight = items.filter((item) => item.phase === 'uploading').length;
  return items
    .filter((item) => item.phase === 'waiting')
    .slice(0, Math.max(0, limit - inFlight))
    .map((item) => item.key);
}

export const isUnfinished = (item: UploadItem) => item.phase !== 'failed';
