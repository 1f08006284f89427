import { createHash, randomBytes } from 'node:crypto';
import { access, readFile, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { beforeEach, describe, expect, it } from 'vitest';
import type { BlobStore } from './store.ts';

const UNKNOWN = 'f'.repeat(64);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** What every store must do; `makeStore` gives an empty one. */
export function describeStoreContract(name: string, makeStore: () => Promise<BlobStore>): void {
  describe(`${name} as a blob store`, () => {
    let store: BlobStore;
    beforeEach(async () => {
      store = await makeStore();
    });

    it('gives back the bytes that were put, named by their SHA-256', async () => {
      const bytes = randomBytes(100_000);
      const blob = await store.put(bytes);
      expect(blob).toEqual({ hash: sha256(bytes), size: bytes.length });
      expect((await store.get(blob.hash)).equals(bytes)).toBe(true);
      expect(await store.has(blob.hash)).toBe(true);
      expect(await store.size(blob.hash)).toBe(bytes.length);
      expect((await readFile(await store.localPath(blob.hash))).equals(bytes)).toBe(true);
    });

    it('stores an empty file', async () => {
      const { hash } = await store.put(new Uint8Array());
      expect(await store.size(hash)).toBe(0);
    });

    it('takes over a finished temp file', async () => {
      const bytes = randomBytes(70_000);
      const path = await store.tempPath();
      await writeFile(path, bytes);
      expect(await store.putFile(path)).toEqual({ hash: sha256(bytes), size: bytes.length });
      expect((await store.get(sha256(bytes))).equals(bytes)).toBe(true);
      await expect(access(path)).rejects.toMatchObject({ code: 'ENOENT' });
    });

    it('keeps one blob when the same bytes are put fifty times at once', async () => {
      const bytes = randomBytes(5000);
      const all = await Promise.all(Array.from({ length: 50 }, () => store.put(bytes)));
      expect(new Set(all.map((blob) => blob.hash))).toEqual(new Set([sha256(bytes)]));
      expect((await store.get(sha256(bytes))).equals(bytes)).toBe(true);
    });

    it('streams a range, both ends included', async () => {
      const bytes = randomBytes(1000);
      const { hash } = await store.put(bytes);
      expect((await buffer(await store.stream(hash))).equals(bytes)).toBe(true);
      const part = await buffer(await store.stream(hash, { start: 10, end: 19 }));
      expect(part.equals(bytes.subarray(10, 20))).toBe(true);
    });

    it('answers not-found for a hash it has not, and for what is no hash', async () => {
      for (const hash of [UNKNOWN, '../../etc/passwd', UNKNOWN.toUpperCase(), '']) {
        const verbs: (() => Promise<unknown>)[] = [
          async () => store.get(hash),
          async () => store.size(hash),
          async () => store.stream(hash),
          async () => store.localPath(hash),
        ];
        for (const verb of verbs) await expect(verb()).rejects.toMatchObject({ code: 'not-found' });
      }
      expect(await store.has(UNKNOWN)).toBe(false);
    });

    it('knows by touching it whether a blob is there', async () => {
      const { hash } = await store.put(randomBytes(10));
      expect([await store.touch(hash), await store.touch(UNKNOWN)]).toEqual([true, false]);
    });

    it('forgets a deleted blob and does not mind deleting it again', async () => {
      const { hash } = await store.put(randomBytes(10));
      await store.delete(hash);
      await store.delete(hash);
      expect(await store.has(hash)).toBe(false);
    });

    it('never gives the same temp path twice', async () => {
      const paths = await Promise.all(Array.from({ length: 20 }, () => store.tempPath()));
      expect(new Set(paths).size).toBe(20);
    });
  });
}
