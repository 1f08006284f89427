import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { findAssets } from '../assets/asset-repo.ts';
import { notifyManifest } from '../db/events.ts';
import { db, Prisma, type Tx } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import type { Asset as AssetRow, Manifest as ManifestRow } from '../generated/prisma/client.ts';
import { enqueueMany } from '../jobs/boss.ts';
import {
  type ManifestProgress,
  type ProcessingRun,
  type ProcessScope,
  processingRunSchema,
} from '../schemas/manifest.ts';
import { beginEdit, lockManifest, manifestNotFound } from './edit.ts';
import { detailIn } from './manifest-detail.ts';
import { findManifest } from './manifest-repo.ts';

export type StartedProcessing = { task_id: string; status: 'PROCESSING'; manifest_id: string };

/**
 * Starts analysing a manifest's images: one job each, enqueued with the state they belong to. Pressed twice, the second
 * press finds it running.
 * @throws AppError not-found; invalid-state while it runs; validation-failed when there is no image to analyse
 */
export async function processManifest(manifestId: string, scope: ProcessScope): Promise<StartedProcessing> {
  return db().$transaction((tx) => startProcessingIn(tx, manifestId, scope));
}

/** `processManifest` inside a transaction that does more. */
export async function startProcessingIn(
  tx: Tx,
  manifestId: string,
  scope: ProcessScope,
): Promise<StartedProcessing> {
  const { status } = await beginEdit(tx, manifestId);
  if (status === 'PROCESSING')
    throw new AppError('invalid-state', { detail: 'This manifest is being analysed already.' });
  const assets = await findAssets(tx, manifestId);
  const chosen = choose(assets, scope);
  if (!assets.some((a) => a.masterHash))
    throw new AppError('validation-failed', { detail: 'There is no image to analyse yet. Add one first.' });
  const run: ProcessingRun = {
    run_id: uuidv7(),
    from_status: status,
    step: 'measure',
    started_at: new Date().toISOString(),
    finished_at: null,
    cancelled: false,
  };
  await tx.manifest.update({
    where: { id: manifestId },
    data: { status: 'PROCESSING', processingProgress: run },
  });
  await tx.asset.updateMany({
    where: { id: { in: chosen.map((a) => a.id) } },
    data: { analysisState: 'queued', analysisRunId: run.run_id, analysisError: null },
  });
  await enqueueMany(
    tx,
    'analyse-asset',
    chosen.map((a) => ({ manifest_id: manifestId, asset_id: a.id, run_id: run.run_id })),
  );
  if (chosen.length === 0)
    await enqueueMany(tx, 'finish-processing', [{ manifest_id: manifestId, run_id: run.run_id }]);
  await notifyManifest(tx, manifestId);
  return { task_id: run.run_id, status: 'PROCESSING', manifest_id: manifestId };
}

/** Assets of the scope that have an image. `missing`: never analysed, failed, or interrupted. */
function choose(assets: AssetRow[], scope: ProcessScope): AssetRow[] {
  const withImage = assets.filter((a) => a.masterHash);
  if (scope === 'all') return withImage;
  if (scope === 'missing') return withImage.filter((a) => a.analysisState !== 'done');
  const byId = new Map(withImage.map((a) => [a.id, a]));
  const unknown = scope.findIndex((id) => !byId.has(id));
  if (unknown >= 0)
    throw new AppError('validation-failed', {
      detail: 'One of the assets is not of this manifest or has no image.',
      errors: [
        {
          pointer: `#/scope/${unknown}`,
          code: 'not-found',
          detail: 'is not an asset of this manifest with an image',
        },
      ],
    });
  return scope.flatMap((id) => byId.get(id) ?? []);
}

/** Analyses one asset again. @throws AppError not-found, invalid-state, validation-failed */
export async function reprocessAsset(assetId: string): Promise<StartedProcessing> {
  const asset = await db().asset.findFirst({
    where: { id: assetId, manifest: { deletedAt: null } },
    select: { manifestId: true },
  });
  if (!asset) throw new AppError('not-found', { detail: 'There is no such asset, or it was deleted.' });
  return processManifest(asset.manifestId, [assetId]);
}

/**
 * Stops an analysis: what is finished stays, what waits is marked not analysed. Pressed when nothing runs, it does nothing.
 * @throws AppError not-found
 */
export async function cancelProcessing(manifestId: string): Promise<ManifestProgress> {
  await db().$transaction((tx) => cancelProcessingIn(tx, manifestId));
  return getProgress(manifestId);
}

/** `cancelProcessing` inside a transaction that does more. */
export async function cancelProcessingIn(tx: Tx, manifestId: string): Promise<void> {
  await lockManifest(tx, manifestId);
  const manifest = await tx.manifest.findUniqueOrThrow({ where: { id: manifestId } });
  if (manifest.status !== 'PROCESSING') return;
  const run = processingRunSchema.parse(manifest.processingProgress);
  await tx.asset.updateMany({
    where: { manifestId, analysisState: { in: ['queued', 'running'] } },
    data: { analysisState: 'none' },
  });
  await settleRun(tx, manifestId, { ...run, cancelled: true });
}

/** Ends a run, in the trash too, and lets the manifest rest. False: it ended already, or another one has begun. */
export async function settleRun(tx: Tx, manifestId: string, run: ProcessingRun): Promise<boolean> {
  await tx.$queryRaw(Prisma.sql`SELECT id FROM manifests WHERE id = ${manifestId}::uuid FOR NO KEY UPDATE`);
  const status = settledStatus(run, await findAssets(tx, manifestId));
  const { count } = await tx.manifest.updateMany({
    where: {
      id: manifestId,
      status: 'PROCESSING',
      processingProgress: { path: ['run_id'], equals: run.run_id },
    },
    data: { status, processingProgress: { ...run, step: null, finished_at: new Date().toISOString() } },
  });
  if (count > 0) await notifyManifest(tx, manifestId);
  return count > 0;
}

type Settled = Pick<AssetRow, 'masterHash' | 'analysisState' | 'createdAt'>;

/**
 * Where a manifest rests after a run: ERROR with a failure; READY when all images it had at the start are analysed, or
 * when it was READY before; else DRAFT.
 */
function settledStatus(run: ProcessingRun, assets: Settled[]): ManifestRow['status'] {
  if (assets.some((a) => a.analysisState === 'failed')) return 'ERROR';
  const atStart = assets.filter((a) => a.masterHash && a.createdAt <= new Date(run.started_at));
  return run.from_status === 'READY' || atStart.every((a) => a.analysisState === 'done') ? 'READY' : 'DRAFT';
}

/** State of the running or last analysis. @throws AppError not-found */
export async function getProgress(manifestId: string): Promise<ManifestProgress> {
  const [row, detail] = await Promise.all([findManifest(db(), manifestId), detailIn(db(), manifestId)]);
  if (!row) throw manifestNotFound();
  const { status, revision, processing_progress, assets } = detail;
  return {
    manifest_id: manifestId,
    status,
    revision,
    progress: processing_progress,
    seconds_left:
      status === 'PROCESSING' && processing_progress ? secondsLeft(processing_progress, Date.now()) : null,
    contact_sheet_hash: row.contactSheetHash,
    assets: assets.map(({ asset_id, analysis_state, analysis_error, quality_score }) => ({
      asset_id,
      analysis_state,
      analysis_error,
      quality_score,
    })),
  };
}

/** Names a state of an analysis, whatever the clock says of the time left. */
export function progressVersion({ seconds_left: _, ...state }: ManifestProgress): string {
  return createHash('sha256').update(JSON.stringify(state)).digest('base64url').slice(0, 16);
}

/** Time per finished image so far, times those that wait; null until one is finished. */
export function secondsLeft(
  progress: { started_at: string; total: number; done: number; failed: number },
  now: number,
): number | null {
  const finished = progress.done + progress.failed;
  if (finished === 0) return null;
  const elapsed = (now - Date.parse(progress.started_at)) / 1000;
  return Math.max(0, Math.round((elapsed / finished) * (progress.total - finished)));
}
