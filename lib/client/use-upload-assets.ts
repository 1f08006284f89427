'use client';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { UploadItem } from './upload-queue.ts';
import { Uploader, type UploaderPorts } from './uploader.ts';

const NOTHING: readonly UploadItem[] = [];

/** Uploads go on while their page is away; the page takes them up again when it is opened. */
const running = new Map<string, Uploader>();

/** The uploads into one manifest: what is on its way or failed, and the uploader that runs them. */
export function useUploadAssets(manifestId: string | null, ports: UploaderPorts) {
  const [uploader] = useState(() => (manifestId && running.get(manifestId)) || new Uploader(ports));
  useEffect(() => uploader.adopt(ports), [uploader, ports]);

  useEffect(() => {
    if (!manifestId) return;
    running.set(manifestId, uploader);
    return () => {
      if (uploader.getItems().length === 0) running.delete(manifestId);
    };
  }, [manifestId, uploader]);

  const items = useSyncExternalStore(uploader.subscribe, uploader.getItems, () => NOTHING);
  return { items, uploader };
}
