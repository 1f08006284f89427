import { mkdtemp, readdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blobPath, createDiskStore } from './disk-store.ts';
import type { BlobStore } from './store.ts';
import { sweepBlobs } from './sweeper.ts';

const HOUR = 3_600_000;
let root: string;
let store: BlobStore;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'vidpipe-sweep-'));
  store = createDiskStore(root);
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function putOld(text: string): Promise<string> {
  const { hash } = await store.put(Buffer.from(text));
  await utimes(blobPath(root, hash), 1, 1);
  return hash;
}
const sweep = (named: string[], referenced = async () => new Set(named)) =>
  sweepBlobs({ root, referenced, graceMs: HOUR, now: Date.now() });

describe('the sweeper', () => {
  it('removes an old blob that no row names and keeps the named and the young', async () => {
    const [orphan, named] = [await putOld('orphan'), await putOld('named')];
    const young = (await store.put(Buffer.from('young'))).hash;
    expect(await sweep([named])).toEqual({ removedBlobs: 1, removedTemps: 0, freedBytes: 6 });
    expect([await store.has(orphan), await store.has(named), await store.has(young)]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('removes what an upload left unfinished, after the grace period', async () => {
    const [left, current] = [await store.tempPath(), await store.tempPath()];
    await writeFile(left, 'half');
    await writeFile(current, 'half');
    await utimes(left, 1, 1);
    expect((await sweep([])).removedTemps).toBe(1);
    expect(await readdir(join(root, 'tmp'))).toHaveLength(1);
  });

  it('keeps a blob that is put again while its rows are looked up', async () => {
    const hash = await putOld('back again');
    const result = await sweep([], async () => {
      await store.put(Buffer.from('back again'));
      return new Set();
    });
    expect(result.removedBlobs).toBe(0);
    expect((await store.get(hash)).toString()).toBe('back again');
    expect(await readdir(join(root, 'tmp'))).toEqual([]);
  });

  it('puts back what a killed sweep had moved aside', async () => {
    const hash = await putOld('aside');
    await rename(blobPath(root, hash), join(root, 'tmp', `${hash}.swept`));
    expect((await sweep([hash])).removedBlobs).toBe(0);
    expect(await store.has(hash)).toBe(true);
  });

  it('does nothing in a store that does not exist yet', async () => {
    await rm(root, { recursive: true });
    expect(await sweep([])).toEqual({ removedBlobs: 0, removedTemps: 0, freedBytes: 0 });
  });
});
