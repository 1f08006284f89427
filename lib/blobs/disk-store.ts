import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { AppError } from '../errors.ts';
import type { BlobStore, StoredBlob } from './store.ts';
import { tempName } from './temp-files.ts';

const HASH = /^[0-9a-f]{64}$/;
const FULL_VOLUME = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

const errnoOf = (error: unknown) => (error as NodeJS.ErrnoException | null)?.code ?? '';

/** Where a blob lies: two levels of folders, so that none grows large. */
export function blobPath(root: string, hash: string): string {
  if (!HASH.test(hash)) throw new AppError('not-found', { detail: 'There is no such file.' });
  return join(root, hash.slice(0, 2), hash.slice(2, 4), hash);
}

/** Folder of unfinished files inside the store. */
export const tempFolder = (root: string): string => join(root, 'tmp');

function translate(error: unknown): never {
  if (error instanceof AppError) throw error;
  if (FULL_VOLUME.has(errnoOf(error))) {
    throw new AppError('insufficient-storage', {
      detail: 'The disk is full. Free some space.',
      cause: error,
    });
  }
  if (errnoOf(error) === 'ENOENT') {
    throw new AppError('not-found', { detail: 'There is no such file.', cause: error });
  }
  throw error;
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Makes the folder of a blob; a folder that is new is synced into its parent as well. */
async function makeFolder(folder: string): Promise<void> {
  const firstMade = await mkdir(folder, { recursive: true });
  if (firstMade === undefined) return;
  for (let made = folder; made.length >= firstMade.length; made = dirname(made))
    await syncFolder(dirname(made));
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/**
 * A blob store in a folder: `root/aa/bb/<hash>`, unfinished files under `root/tmp`. The write order is temp file,
 * fsync, rename, fsync of the folder, so a crash at any point leaves either no blob or a whole one.
 */
export function createDiskStore(root: string): BlobStore {
  async function tempPath(): Promise<string> {
    await mkdir(tempFolder(root), { recursive: true });
    return join(tempFolder(root), tempName());
  }

  async function sizeOf(hash: string): Promise<number | null> {
    const found = await stat(blobPath(root, hash)).catch((error) => {
      if (errnoOf(error) === 'ENOENT') return null;
      throw error;
    });
    return found?.size ?? null;
  }

  /** Whether the blob is there whole. Makes it young again, so that the sweeper leaves it to its new row. */
  async function keep(hash: string, size: number): Promise<boolean> {
    return (await sizeOf(hash)) === size && (await touch(hash));
  }

  function touch(hash: string): Promise<boolean> {
    const now = new Date();
    return utimes(blobPath(root, hash), now, now).then(
      () => true,
      () => false,
    );
  }

  /** Moves a synced temp file to its place. A blob that is there already is kept, unless its size is wrong. */
  async function settle(temp: string, hash: string, size: number): Promise<StoredBlob> {
    const target = blobPath(root, hash);
    if (await keep(hash, size)) {
      await rm(temp, { force: true });
      return { hash, size };
    }
    await makeFolder(dirname(target));
    await rename(temp, target);
    await syncFolder(dirname(target));
    return { hash, size };
  }

  async function writeSynced(temp: string, bytes: Uint8Array): Promise<void> {
    let handle: FileHandle | undefined;
    try {
      handle = await open(temp, 'wx');
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle?.close();
    }
  }

  return {
    tempPath,
    async put(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex');
      const size = bytes.byteLength;
      if (await keep(hash, size)) return { hash, size };
      const temp = await tempPath();
      try {
        await writeSynced(temp, bytes);
        return await settle(temp, hash, size);
      } catch (error) {
        await rm(temp, { force: true });
        translate(error);
      }
    },
    async putFile(path) {
      try {
        const handle = await open(path, 'r+');
        await handle.sync().finally(() => handle.close());
        const { size } = await stat(path);
        return await settle(path, await hashFile(path), size);
      } catch (error) {
        await rm(path, { force: true });
        translate(error);
      }
    },
    get: (hash) => readFile(blobPath(root, hash)).catch(translate),
    touch,
    has: async (hash) => (await sizeOf(hash)) !== null,
    async size(hash) {
      return (await stat(blobPath(root, hash)).catch(translate)).size;
    },
    async stream(hash, range): Promise<Readable> {
      // Opened first: an unknown hash must reject here and not as an event of a stream that is already being sent.
      const handle = await open(blobPath(root, hash), 'r').catch(translate);
      return handle.createReadStream(range);
    },
    async localPath(hash) {
      const path = blobPath(root, hash);
      await stat(path).catch(translate);
      return path;
    },
    async delete(hash) {
      await rm(blobPath(root, hash), { force: true });
    },
  };
}
