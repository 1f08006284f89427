import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { blobStore } from '../blobs/store-instance.ts';
import { notifyManifest } from '../db/events.ts';
import { db } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import { publicFetch } from '../http/public-fetch.ts';
import { enqueueMany } from '../jobs/boss.ts';
import { manifestNotFound } from '../manifests/edit.ts';
import { IMAGE_LIMITS } from '../schemas/asset.ts';
import type { ImageImports } from '../schemas/asset-list.ts';
import { assertManifest, setAssetImage } from './asset-service.ts';
import { claimImport, findImports, findLostImports, settleImport } from './image-import-repo.ts';
import { type TakenImage, takeImage } from './image-intake.ts';

const REDIRECTS = 5;
const TIMEOUT_MS = 60_000;
/** Answers that another try may change. */
const mayChange = (status: number) => status >= 500 || status === 408 || status === 425 || status === 429;

/** What went wrong with one try, for people. */
class ImportFailure extends Error {
  readonly isFinal: boolean;
  constructor(reason: string, { isFinal }: { isFinal: boolean }) {
    super(reason);
    this.isFinal = isFinal;
  }
}

/** Where the images stand that a manifest's assets get from addresses. @throws AppError not-found */
export async function getImports(manifestId: string): Promise<ImageImports> {
  await assertManifest(manifestId);
  const imports = await findImports(db(), manifestId);
  const count = (state: string) => imports.filter((each) => each.state === state).length;
  return {
    manifest_id: manifestId,
    waiting: count('waiting'),
    running: count('running'),
    done: count('done'),
    failed: count('failed'),
    imports,
  };
}

/** Names a state of the imports of a manifest. */
export const importsVersion = (state: ImageImports): string =>
  createHash('sha256').update(JSON.stringify(state)).digest('base64url').slice(0, 16);

/**
 * Fetches the image of one asset and gives it to it: the work of a job. The row is the checkpoint, so the job may come
 * any number of times. Throws when another try may succeed, the row then says why this one did not.
 */
export async function importImage(assetId: string, signal: AbortSignal): Promise<void> {
  const claimed = await claimImport(db(), assetId);
  if (!claimed) return;
  await announce(assetId);
  try {
    const image = await fetchImage(claimed.url, signal);
    await setAssetImage(assetId, image, {}, async (tx, before) => {
      if (!(await settleImport(tx, assetId, { state: 'done' })))
        throw new ImportFailure('', { isFinal: true });
      if (before.masterHash !== null)
        throw new ImportFailure('The asset was given another image meanwhile.', { isFinal: true });
    });
  } catch (error) {
    // Taken from this worker: whoever gets it next begins anew.
    signal.throwIfAborted();
    const failure = failureOf(error);
    const state = failure?.isFinal ? ('failed' as const) : ('waiting' as const);
    await settleImport(db(), assetId, { state, error: failure?.message ?? 'It failed on our side.' });
    await announce(assetId);
    if (!failure?.isFinal) throw error;
  }
}

/** Marks an import failed that no try could end; the reason of the last one stays. */
export async function giveUpImport(assetId: string): Promise<void> {
  await settleImport(db(), assetId, { state: 'failed' });
  await announce(assetId);
}

/** Gives open imports a job again that have none. */
export async function reconcileImports(): Promise<void> {
  const lost = await findLostImports(db());
  if (lost.length === 0) return;
  await db().$transaction((tx) =>
    enqueueMany(
      tx,
      'fetch-image',
      lost.map((asset_id) => ({ asset_id })),
    ),
  );
}

async function announce(assetId: string): Promise<void> {
  const asset = await db().asset.findUnique({ where: { id: assetId }, select: { manifestId: true } });
  if (asset) await notifyManifest(db(), asset.manifestId);
}

async function fetchImage(url: string, signal: AbortSignal): Promise<TakenImage> {
  const answer = await publicFetch(url, {
    headers: { accept: 'image/webp,image/png,image/jpeg' },
    redirects: REDIRECTS,
    timeoutMs: TIMEOUT_MS,
    maxBytes: IMAGE_LIMITS.bytes,
    signal,
  });
  if (answer.status !== 200) {
    answer.close();
    throw new ImportFailure(`The address answered ${answer.status}.`, { isFinal: !mayChange(answer.status) });
  }
  const temp = await blobStore().tempPath();
  try {
    await pipeline(Readable.from(answer.body), createWriteStream(temp, { flags: 'wx' }));
    // What the server calls it does not count: the bytes decide.
    return await takeImage({ path: temp }, { fileName: fileNameOf(answer.url) });
  } finally {
    await rm(temp, { force: true });
  }
}

function fileNameOf(url: string): string | null {
  const last = path.posix.basename(new URL(url).pathname);
  try {
    return decodeURIComponent(last) || null;
  } catch {
    return last || null;
  }
}

const TRY_AGAIN: ReadonlySet<string> = new Set([
  'address-unreachable',
  'unavailable',
  'insufficient-storage',
]);

/** What is known of a failed try; null: an error of ours. */
function failureOf(error: unknown): ImportFailure | null {
  if (error instanceof ImportFailure) return error;
  if (!(error instanceof AppError)) return null;
  if (error.code === 'answer-too-large')
    return new ImportFailure('The file is larger than 10 MB.', { isFinal: true });
  if (error.code === 'not-found')
    return new ImportFailure(manifestNotFound().detail ?? '', { isFinal: true });
  if (error.status >= 500 && !TRY_AGAIN.has(error.code)) return null;
  return new ImportFailure(error.detail ?? 'The image cannot be used.', {
    isFinal: !TRY_AGAIN.has(error.code),
  });
}
