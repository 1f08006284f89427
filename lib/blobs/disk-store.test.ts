import { chmod, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { blobPath, createDiskStore } from './disk-store.ts';
import { describeStoreContract } from './store-contract.ts';

const faults = vi.hoisted(() => ({ failWrite: null as string | null }));
vi.mock('node:fs/promises', async (load) => {
  const real = await load<typeof import('node:fs/promises')>();
  return {
    ...real,
    open: async (...args: Parameters<typeof real.open>) => {
      const handle = await real.open(...args);
      if (faults.failWrite && args[1] === 'wx') {
        const code = faults.failWrite;
        handle.writeFile = async (bytes) => {
          await handle.write((bytes as Uint8Array).subarray(0, 10));
          throw Object.assign(new Error(code), { code });
        };
      }
      return handle;
    },
  };
});

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'vidpipe-blobs-'));
  faults.failWrite = null;
});
afterEach(() => rm(root, { recursive: true, force: true }));

describeStoreContract('the disk store', async () => createDiskStore(root));

describe('the disk store', () => {
  it('puts a blob two folders deep and leaves no temp file', async () => {
    const { hash } = await createDiskStore(root).put(Buffer.from('light'));
    expect((await stat(join(root, hash.slice(0, 2), hash.slice(2, 4), hash))).size).toBe(5);
    expect(await readdir(join(root, 'tmp'))).toEqual([]);
  });

  it('answers insufficient-storage when the volume is full and leaves nothing behind', async () => {
    faults.failWrite = 'ENOSPC';
    const store = createDiskStore(root);
    await expect(store.put(Buffer.from('a picture too many'))).rejects.toMatchObject({
      code: 'insufficient-storage',
    });
    expect(await readdir(join(root, 'tmp'))).toEqual([]);
    faults.failWrite = null;
    await expect(store.put(Buffer.from('a picture too many'))).resolves.toMatchObject({ size: 18 });
  });

  it('mends a blob whose file was cut short by putting it again', async () => {
    const store = createDiskStore(root);
    const { hash } = await store.put(Buffer.from('whole bytes'));
    await chmod(blobPath(root, hash), 0o644);
    await writeFile(blobPath(root, hash), 'who');
    await store.put(Buffer.from('whole bytes'));
    expect((await store.get(hash)).toString()).toBe('whole bytes');
  });

  it('makes a blob young again when its bytes are put again', async () => {
    const store = createDiskStore(root);
    const { hash } = await store.put(Buffer.from('old'));
    await utimes(blobPath(root, hash), 1, 1);
    await store.put(Buffer.from('old'));
    expect((await stat(blobPath(root, hash))).mtimeMs).toBeGreaterThan(Date.now() - 60_000);
  });
});
