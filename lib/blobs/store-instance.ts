import { join } from 'node:path';
import { env } from '../server/env.ts';
import { createDiskStore } from './disk-store.ts';
import type { BlobStore } from './store.ts';

let store: BlobStore | undefined;

/** The blob store of this installation, made on first use. */
export function blobStore(): BlobStore {
  store ??= createDiskStore(join(env.DATA_DIR, 'blobs'));
  return store;
}
