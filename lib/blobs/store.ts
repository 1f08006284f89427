import type { Readable } from 'node:stream';

/** Where a blob's bytes are and how many there are. `hash` is the SHA-256 of the bytes, 64 hex digits. */
export type StoredBlob = { hash: string; size: number };

/**
 * The content-addressed store: a blob is written whole or not at all, never changes, and is named by its hash.
 * Putting bytes that are there already is cheap and succeeds. All verbs throw `AppError`:
 * `not-found` for an unknown hash, `insufficient-storage` when the volume is full.
 */
export interface BlobStore {
  /** Stores the bytes durably (file and folder synced) before it resolves. */
  put(bytes: Uint8Array): Promise<StoredBlob>;
  /** Takes over a finished file made under `tempPath()`: hashes it, syncs it and moves it to its place. */
  putFile(path: string): Promise<StoredBlob>;
  /** A fresh path for a file that will be given to `putFile`; the sweeper removes what is left behind. */
  tempPath(): Promise<string>;
  get(hash: string): Promise<Buffer>;
  has(hash: string): Promise<boolean>;
  size(hash: string): Promise<number>;
  /** Makes a blob young again, so that the sweeper leaves it to a row that is to come. False: it is not there. */
  touch(hash: string): Promise<boolean>;
  /** `start` and `end` are inclusive byte offsets. */
  stream(hash: string, range?: { start: number; end: number }): Promise<Readable>;
  /** A local path with the blob's bytes, for programs that read files; read-only, stays while the blob stays. */
  localPath(hash: string): Promise<string>;
  delete(hash: string): Promise<void>;
}
