import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { Entry } from 'yauzl';
import { bundleError, damagedZip } from '../bundles/bundle-error.ts';
import { openZip, type ZipRules } from '../bundles/open-zip.ts';
import { AppError } from '../errors.ts';
import { IMAGE_LIMITS } from '../schemas/asset.ts';
import { LOCKFILE_LIMITS } from '../schemas/lockfile.ts';
import { LOCKFILE_NAME } from './film-bundle-names.ts';

/** Bytes of one uploaded clip. */
const MEDIA_BYTES = 512 * 1024 * 1024;

const RULES: ZipRules = {
  name: /^(?:lockfile\.json|images\/[0-9a-f]{64}\.(?:png|jpg|webp)|media\/[0-9a-f]{64}\.mp4)$/,
  holds: 'only lockfile.json, images/<sha256>.png, .jpg or .webp and media/<sha256>.mp4 are',
  choose: 'a lockfile or the .film.zip of a film',
  maxBytes: (name) => {
    if (name === LOCKFILE_NAME) return LOCKFILE_LIMITS.bytes;
    return name.startsWith('media/') ? MEDIA_BYTES : IMAGE_LIMITS.bytes;
  },
};

export type OpenFilmBundle = {
  /** Its lockfile; null: the zip has none and goes with one beside it. */
  lockfile: Buffer | null;
  /** Hashes of the images and media in it, by their names. */
  hashes: ReadonlySet<string>;
  /** Unpacks a file to `path` and holds it against its hash; null only looks. */
  extract: (hash: string, path: string | null) => Promise<void>;
};

/** Opens the zip of a film. @throws AppError see openZip */
export async function withFilmBundle<T>(path: string, use: (open: OpenFilmBundle) => Promise<T>): Promise<T> {
  const zip = await openZip(path, RULES);
  try {
    const byHash = new Map<string, Entry>();
    for (const [name, entry] of zip.entries)
      if (name !== LOCKFILE_NAME) byHash.set(name.slice(name.indexOf('/') + 1, name.indexOf('.')), entry);
    const read = (entry: Entry) =>
      zip.read(entry).catch((cause) => {
        throw damagedZip(cause);
      });
    const lockEntry = zip.entries.get(LOCKFILE_NAME);
    return await use({
      lockfile: lockEntry ? await buffer(await read(lockEntry)).catch(rethrowDamaged) : null,
      hashes: new Set(byHash.keys()),
      extract: async (hash, target) => {
        const entry = byHash.get(hash);
        if (!entry) throw bundleError(`${hash} is not in the zip.`);
        const digest = createHash('sha256');
        const sink =
          target === null ? new PassThrough().resume() : createWriteStream(target, { flags: 'wx' });
        const watch = async function* (chunks: AsyncIterable<Buffer>) {
          for await (const chunk of chunks) {
            digest.update(chunk);
            yield chunk;
          }
        };
        try {
          await pipeline(await read(entry), watch, sink).catch(rethrowDamaged);
          if (digest.digest('hex') !== hash)
            throw bundleError(`The bytes of ${entry.fileName} are not those of its hash.`);
        } catch (error) {
          if (target !== null) await rm(target, { force: true });
          throw error;
        }
      },
    });
  } finally {
    zip.close();
  }
}

function rethrowDamaged(cause: NodeJS.ErrnoException): never {
  if (cause.code === 'ENOSPC' || cause.code === 'EDQUOT')
    throw new AppError('insufficient-storage', { detail: 'The disk is full. Free some space.', cause });
  throw damagedZip(cause);
}
