import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { blobPath, tempFolder } from './disk-store.ts';

const HASH = /^[0-9a-f]{64}$/;
/** A blob is written before the row that names it; so long the row may take. */
export const BLOB_GRACE_MS = 24 * 3_600_000;
/** Hashes asked about in one question to the database. */
const BATCH = 500;
/** Ending of a blob that is moved aside while it is decided. */
const SWEPT = '.swept';

export type SweepInput = {
  /** Folder of the disk store. */
  root: string;
  /** Which of these hashes any row names. */
  referenced: (hashes: string[]) => Promise<Set<string>>;
  /** Nothing younger is removed: its row may still be on its way. */
  graceMs: number;
  /** Milliseconds since the epoch. */
  now: number;
};

export type SweepResult = { removedBlobs: number; removedTemps: number; freedBytes: number };

async function listFolder(path: string): Promise<string[]> {
  return readdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  });
}

/** Size of a file that is older than the grace period; null: younger, or gone meanwhile. */
async function oldSize(path: string, { graceMs, now }: SweepInput): Promise<number | null> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() && now - found.mtimeMs > graceMs ? found.size : null;
}

async function* oldBlobs(input: SweepInput): AsyncGenerator<{ hash: string; size: number }> {
  for (const first of await listFolder(input.root)) {
    if (first.length !== 2) continue;
    for (const second of await listFolder(join(input.root, first))) {
      for (const hash of await listFolder(join(input.root, first, second))) {
        if (!HASH.test(hash)) continue;
        const size = await oldSize(blobPath(input.root, hash), input);
        if (size !== null) yield { hash, size };
      }
    }
  }
}

/**
 * Removes one blob, unless it was put again meanwhile: put makes the file's time young, which is looked at once more
 * after the blob was moved aside, so no order of the two loses a blob that a new row names.
 */
async function removeBlob(hash: string, input: SweepInput): Promise<boolean> {
  const path = blobPath(input.root, hash);
  const aside = join(tempFolder(input.root), `${hash}${SWEPT}`);
  await mkdir(dirname(aside), { recursive: true });
  await rename(path, aside);
  if ((await oldSize(aside, input)) === null) {
    await rename(aside, path);
    return false;
  }
  await rm(aside, { force: true });
  return true;
}

/** Puts back what a sweep that was killed between the two renames left aside. */
async function putBack(root: string, name: string): Promise<boolean> {
  const hash = basename(name, SWEPT);
  if (!name.endsWith(SWEPT) || !HASH.test(hash)) return false;
  await rename(join(tempFolder(root), name), blobPath(root, hash));
  return true;
}

/** Removes unfinished files and blobs that no row names, once they are older than the grace period. */
export async function sweepBlobs(input: SweepInput): Promise<SweepResult> {
  const result: SweepResult = { removedBlobs: 0, removedTemps: 0, freedBytes: 0 };
  for (const name of await listFolder(tempFolder(input.root))) {
    const path = join(tempFolder(input.root), name);
    if (await putBack(input.root, name)) continue;
    const size = await oldSize(path, input);
    if (size === null) continue;
    await rm(path, { force: true });
    result.removedTemps += 1;
    result.freedBytes += size;
  }
  let batch: { hash: string; size: number }[] = [];
  const flush = async () => {
    const named = await input.referenced(batch.map((blob) => blob.hash));
    for (const { hash, size } of batch) {
      if (named.has(hash) || !(await removeBlob(hash, input))) continue;
      result.removedBlobs += 1;
      result.freedBytes += size;
    }
    batch = [];
  };
  for await (const blob of oldBlobs(input)) {
    batch.push(blob);
    if (batch.length === BATCH) await flush();
  }
  if (batch.length > 0) await flush();
  return result;
}
