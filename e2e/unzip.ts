import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';

/** The entries of a zip in their order, whole: for tests and small files of our own. */
export async function unzip(bytes: Buffer): Promise<{ name: string; bytes: Uint8Array }[]> {
  const zip = await fromBufferPromise(bytes);
  const entries: { name: string; bytes: Uint8Array }[] = [];
  for await (const entry of zip.eachEntry())
    entries.push({ name: entry.fileName, bytes: await buffer(await zip.openReadStreamPromise(entry)) });
  return entries;
}
