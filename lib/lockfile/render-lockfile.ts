import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { createDiskStore } from '../blobs/disk-store.ts';
import type { BlobStore } from '../blobs/store.ts';
import type { EnginePorts } from '../engines/engine.ts';
import { engineFor } from '../engines/registry.ts';
import { makeClip } from '../pipeline/clips.ts';
import { stitchInThread } from '../pipeline/stitch-in-thread.ts';
import type { FilmPart, LockedScene, LockFinding, Lockfile, MadeWith } from '../schemas/lockfile.ts';
import { checkLockfile } from './check-lockfile.ts';
import { hashFilm } from './film-frames.ts';
import { differingPart, missingFinding } from './findings.ts';
import { type NeededFile, neededFiles, sceneInputOfLock, stitchInputOfLock } from './locked-film.ts';
import { madeWith } from './made-with.ts';

/** Shots that are drawn at once. */
const PARALLEL = 2;

export type RenderOptions = {
  /** Where images and uploads are taken from, the first that has one. */
  stores: Pick<BlobStore, 'get' | 'has' | 'localPath'>[];
  /** Told as shots are drawn: how many of how many. */
  onShot?: (done: number, of: number) => void;
};

export type Rendered = {
  findings: LockFinding[];
  parts: FilmPart[];
  madeWith: MadeWith;
};

/**
 * Draws the film of a lockfile anew with the engine of this program, without web and database, and compares the hashes
 * of its frames part by part. Nothing is kept.
 */
export async function renderLockfile(lock: Lockfile, options: RenderOptions): Promise<Rendered> {
  const findings = checkLockfile(lock);
  const store = anyOf(options.stores);
  const missing = await missingOf(lock, store);
  const here = madeWith(lock.engine);
  if (missing.length > 0)
    return { findings: [...findings, ...missing.map(missingFinding)], parts: [], madeWith: here };
  const folder = await mkdtemp(join(tmpdir(), 'vidpipe-verify-'));
  try {
    const parts = await draw(lock, store, folder, options.onShot);
    const differing = lock.film.parts.flatMap((part, i) =>
      parts[i]?.sha256 === part.sha256 ? [] : [differingPart(part, parts[i])],
    );
    return { findings: [...findings, ...differing, ...libraryFindings(lock, here)], parts, madeWith: here };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type ReadStore = RenderOptions['stores'][number];

function anyOf(stores: ReadStore[]): ReadStore {
  const holder = async (hash: string): Promise<ReadStore> => {
    for (const store of stores) if (await store.has(hash)) return store;
    throw new Error(`${hash} is not here.`);
  };
  return {
    has: async (hash) => (await Promise.all(stores.map((store) => store.has(hash)))).includes(true),
    get: async (hash) => (await holder(hash)).get(hash),
    localPath: async (hash) => (await holder(hash)).localPath(hash),
  };
}

/** Of the images, only those that a scene shows are drawn. */
async function missingOf(lock: Lockfile, store: ReadStore): Promise<NeededFile[]> {
  const tags = new Set(
    lock.scenes.flatMap(({ plan }) => [...plan.placements, ...plan.references].map((p) => p.tag)),
  );
  const shown = new Set(
    lock.snapshot?.data.assets.filter((a) => tags.has(a.manifest_tag)).map((a) => a.image_hash),
  );
  const missing: NeededFile[] = [];
  for (const file of neededFiles(lock))
    if ((file.kind !== 'image' || shown.has(file.hash)) && !(await store.has(file.hash))) missing.push(file);
  return missing;
}

async function draw(
  lock: Lockfile,
  store: ReadStore,
  folder: string,
  onShot: RenderOptions['onShot'],
): Promise<FilmPart[]> {
  const engine = await engineFor(lock);
  const made = createDiskStore(folder);
  const both = anyOf([made, store]);
  const ports: EnginePorts = {
    blobs: { get: both.get, localPath: both.localPath, tempPath: made.tempPath },
  };
  let done = 0;
  const film = async (scene: LockedScene): Promise<string> => {
    const { take } = scene;
    const hash =
      take.source === 'uploaded'
        ? take.blob_hash
        : (await made.putFile((await makeClip(engine, sceneInputOfLock(lock, scene), ports)).path)).hash;
    done += 1;
    onShot?.(done, lock.scenes.length);
    return hash;
  };
  const clips = await pLimit(PARALLEL).map(lock.scenes, film);
  const input = stitchInputOfLock(lock, clips);
  const { path } = await stitchInThread(input, ports);
  return hashFilm(path, input.clips);
}

/** What the web process cannot know: it has no FFmpeg. */
function libraryFindings({ made_with }: Lockfile, here: MadeWith): LockFinding[] {
  return (['encoding', 'ffmpeg', 'libvips'] as const).flatMap((key): LockFinding[] =>
    made_with[key] === here[key]
      ? []
      : [
          {
            code: 'library-version',
            severity: 'note',
            detail: `${key}: ${made_with[key]} made the film, ${here[key]} is here.`,
          },
        ],
  );
}
