import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createDiskStore } from '../blobs/disk-store.ts';
import type { BlobStore } from '../blobs/store.ts';
import { AppError } from '../errors.ts';
import { parseLockfile } from '../lockfile/parse-lockfile.ts';
import type { Rendered } from '../lockfile/render-lockfile.ts';
import type { Lockfile } from '../schemas/lockfile.ts';
import { env } from './env.ts';
import { runScript } from './run-script.ts';
import { StartError } from './start-error.ts';

/*
 * `npm run verify -- lockfile.json [--bundle film.zip]`: draws the film of a lockfile anew and compares its frames.
 * Images come from the bundle, from the data folder of this installation (DATA_DIR), or from both; neither is written,
 * and neither web nor database has to run. Ends with 0 when every frame is the same, else with 1.
 */

const USAGE = 'Usage: npm run verify -- lockfile.json [--bundle film.zip], or: npm run verify -- film.zip';

type Source = { lock: Lockfile; bundle: BlobStore | null };

async function main(): Promise<void> {
  const { lockPath, bundlePath } = readArguments();
  const folder = await mkdtemp(join(tmpdir(), 'vidpipe-bundle-'));
  try {
    const { lock, bundle } = await readSource(lockPath, bundlePath, folder);
    const installed = createDiskStore(join(env.DATA_DIR, 'blobs'));
    const { renderLockfile } = await import('../lockfile/render-lockfile.ts');
    const { settings, scenes, film } = lock;
    console.log(`${settings.title}: ${scenes.length} scenes, ${film.duration} s, ${film.frames} frames.`);
    const rendered = await renderLockfile(lock, {
      stores: bundle ? [bundle, installed] : [installed],
      onShot: (done, of) => console.log(`Drew shot ${done} of ${of}.`),
    });
    process.exitCode = report(lock, rendered);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function readArguments(): { lockPath: string | null; bundlePath: string | null } {
  const parsed = (() => {
    try {
      return parseArgs({ allowPositionals: true, options: { bundle: { type: 'string' } } });
    } catch {
      throw new StartError(USAGE);
    }
  })();
  const [path, ...rest] = parsed.positionals;
  if (!path || rest.length > 0) throw new StartError(USAGE);
  if (/\.zip$/i.test(path) && !parsed.values.bundle) return { lockPath: null, bundlePath: path };
  return { lockPath: path, bundlePath: parsed.values.bundle ?? null };
}

/** The lockfile, and what the bundle has of files, unpacked and held against their hashes. */
async function readSource(
  lockPath: string | null,
  bundlePath: string | null,
  folder: string,
): Promise<Source> {
  try {
    const beside = lockPath === null ? null : await readFile(lockPath);
    if (bundlePath === null) return { lock: parseLockfile(beside ?? Buffer.alloc(0)), bundle: null };
    const { withFilmBundle } = await import('../lockfile/open-film-bundle.ts');
    return await withFilmBundle(bundlePath, async ({ lockfile, hashes, extract }) => {
      const bytes = beside ?? lockfile;
      if (!bytes) throw new StartError('The zip has no lockfile.json in it.');
      const bundle = createDiskStore(folder);
      for (const hash of hashes) {
        const path = await bundle.tempPath();
        await extract(hash, path);
        await bundle.putFile(path);
      }
      return { lock: parseLockfile(bytes), bundle };
    });
  } catch (error) {
    if (error instanceof AppError) throw new StartError(error.detail ?? error.message);
    const { code, path } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new StartError(`There is no file ${path}.`);
    throw error;
  }
}

/** Prints what differs; answers the exit code. */
function report({ film }: Lockfile, { findings, parts }: Rendered): 0 | 1 {
  const differs = findings.filter((f) => f.severity === 'differs');
  for (const { detail } of differs) console.log(`differs: ${detail}`);
  for (const { detail, severity } of findings) if (severity === 'note') console.log(`note: ${detail}`);
  if (differs.length === 0) {
    console.log(`The same film: all ${film.frames} frames in ${parts.length} parts.`);
    return 0;
  }
  console.log(parts.length === 0 ? 'The film was not drawn.' : 'This is not the same film.');
  return 1;
}

await runScript(main);
