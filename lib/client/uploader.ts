import { v4 as uuid } from 'uuid';
import { AppError } from '#lib/errors.ts';
import type { Asset } from '#lib/schemas/asset.ts';
import { checkImageFile } from './image-file-check.ts';
import { readPreview } from './image-preview.ts';
import { uploadFile } from './upload-file.ts';
import {
  isUnfinished,
  nextUploads,
  reduceUploads,
  type UploadEvent,
  type UploadItem,
} from './upload-queue.ts';

const IN_FLIGHT = 4;
/** Bytes on their way are told this often at most: with hundreds of files the page has more to draw. */
const PROGRESS_MS = 100;

export type UploaderPorts = {
  /** The manifest the images go to; made on the first call when there is none yet. */
  ensureManifest: () => Promise<string>;
  /** Called before the finished item leaves the queue, so that a tile never blinks. */
  onAsset: (asset: Asset) => Promise<void>;
  /** Called when nothing is on its way any more, with the new assets in the order their files were given. */
  onIdle: (manifestId: string, newAssetIds: string[]) => void;
};

export type NewUpload = Pick<UploadItem, 'file' | 'name' | 'assetType' | 'replaces'>;

/** Runs the upload queue: checks, previews and sends files, four at a time, each on its own. */
export class Uploader {
  #ports: UploaderPorts;
  #items: readonly UploadItem[] = [];
  /** What the listeners were told last: between two tellings a page must see one state. */
  #shown: readonly UploadItem[] = [];
  #listeners = new Set<() => void>();
  #aborts = new Map<string, AbortController>();
  /** Since the queue was last idle: new files in their order, with what became of them. */
  #batch = new Map<string, string | null>();
  #progress: ReturnType<typeof setTimeout> | null = null;
  /** Where the images of this batch went; null while none has arrived. */
  #arrivedIn: string | null = null;

  constructor(ports: UploaderPorts) {
    this.#ports = ports;
  }

  /** A page that was opened again takes over the uploads that still run. */
  adopt(ports: UploaderPorts): void {
    this.#ports = ports;
  }

  add(uploads: NewUpload[]): void {
    const items = uploads.map(
      (upload): UploadItem => ({
        ...upload,
        key: uuid(),
        preview: null,
        phase: 'checking',
        sentBytes: 0,
        error: null,
        canRetry: true,
      }),
    );
    for (const item of items) if (!item.replaces) this.#batch.set(item.key, null);
    this.#apply({ type: 'added', items });
    for (const item of items) {
      void this.#examine(item);
    }
  }

  /** Sends all again that failed and may succeed now. */
  retryAll(): void {
    for (const { key } of this.#items) this.#apply({ type: 'retried', key });
    this.#startNext();
  }

  retry(key: string): void {
    this.#apply({ type: 'retried', key });
    this.#startNext();
  }

  /** Takes a file out, stopping it when it is on its way. */
  remove(key: string): void {
    this.#aborts.get(key)?.abort();
    this.#leave(key, 'removed');
    this.#startNext();
  }

  get isBusy(): boolean {
    return this.#items.some(isUnfinished);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  getItems = (): readonly UploadItem[] => this.#shown;

  /** Wrong files say so at once, without a turn in the queue; the others are shown and sent. */
  async #examine(item: UploadItem): Promise<void> {
    const refusal = await checkImageFile(item.file).catch(() => 'This file cannot be read. Choose it again.');
    if (refusal) this.#apply({ type: 'failed', key: item.key, error: refusal, canRetry: false });
    else this.#apply({ type: 'checked', key: item.key });
    this.#startNext();
    if (!refusal) this.#previewed(item.key, await readPreview(item.file));
  }

  #startNext(): void {
    for (const key of nextUploads(this.#items, IN_FLIGHT)) {
      const item = this.#items.find((each) => each.key === key);
      if (!item) continue;
      this.#apply({ type: 'started', key });
      void this.#send(item);
    }
  }

  async #send(item: UploadItem): Promise<void> {
    const abort = new AbortController();
    this.#aborts.set(item.key, abort);
    try {
      const asset = await this.#upload(item, abort.signal);
      if (this.#batch.has(item.key)) this.#batch.set(item.key, asset.asset_id);
      this.#arrivedIn = asset.manifest_id;
      await this.#ports.onAsset(asset);
      this.#leave(item.key, 'finished');
    } catch (error) {
      if (!abort.signal.aborted) this.#failed(item.key, error);
    } finally {
      this.#aborts.delete(item.key);
      this.#startNext();
      if (!this.isBusy) this.#settle();
    }
  }

  #settle(): void {
    const manifestId = this.#arrivedIn;
    const newAssetIds = [...this.#batch.values()].filter((id) => id !== null);
    this.#batch.clear();
    this.#arrivedIn = null;
    if (manifestId) this.#ports.onIdle(manifestId, newAssetIds);
  }

  async #upload(item: UploadItem, signal: AbortSignal): Promise<Asset> {
    const url = item.replaces
      ? `/api/assets/${item.replaces}/upload`
      : `/api/manifests/${await this.#ports.ensureManifest()}/assets`;
    signal.throwIfAborted();
    return uploadFile({
      url,
      idempotencyKey: item.key,
      fields: item.replaces ? {} : { name: item.name, asset_type: item.assetType },
      file: item.file,
      onProgress: (sentBytes) => this.#apply({ type: 'progressed', key: item.key, sentBytes }),
      signal,
    });
  }

  #failed(key: string, error: unknown): void {
    const known = error instanceof AppError;
    this.#apply({
      type: 'failed',
      key,
      error: (known && error.detail) || 'The image could not be added.',
      // 4xx except "too many requests" and "in flight": the file is wrong, not the moment.
      canRetry: !known || error.status >= 500 || error.status === 429 || error.status === 409,
    });
  }

  #previewed(key: string, preview: UploadItem['preview']): void {
    if (this.#items.some((item) => item.key === key)) this.#apply({ type: 'previewed', key, preview });
    else if (preview) URL.revokeObjectURL(preview.url);
  }

  #leave(key: string, type: 'finished' | 'removed'): void {
    const preview = this.#items.find((item) => item.key === key)?.preview;
    this.#apply({ type, key });
    if (preview) URL.revokeObjectURL(preview.url);
  }

  #apply(event: UploadEvent): void {
    this.#items = reduceUploads(this.#items, event);
    if (event.type !== 'progressed') this.#notify();
    else this.#progress ??= setTimeout(() => this.#notify(), PROGRESS_MS);
  }

  #notify(): void {
    if (this.#progress) clearTimeout(this.#progress);
    this.#progress = null;
    this.#shown = this.#items;
    for (const listener of this.#listeners) listener();
  }
}
