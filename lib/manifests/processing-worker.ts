import { findAssets } from '../assets/asset-repo.ts';
import { insertBlobs } from '../blobs/blob-repo.ts';
import { blobStore } from '../blobs/store-instance.ts';
import { notifyManifest } from '../db/events.ts';
import { db, type Prisma } from '../db/prisma.ts';
import { analyse } from '../engines/local/analyse.ts';
import { AppError } from '../errors.ts';
import { enqueueMany } from '../jobs/boss.ts';
import { ASSET_LIMITS, type AssetAnalysis } from '../schemas/asset.ts';
import { processingRunSchema } from '../schemas/manifest.ts';
import { firstCodePoints } from '../schemas/text-rules.ts';
import { logger } from '../server/logger.ts';
import { renderManifestSheet } from './contact-sheet-service.ts';
import { settleRun } from './processing-service.ts';

type AnalyseJob = { manifest_id: string; asset_id: string; run_id: string };
type FinishJob = { manifest_id: string; run_id: string };

/**
 * Analyses one image. The row is the checkpoint: only an asset that is still queued (or was running in a worker that
 * died) of this run is taken, and its result is written only while that is still so. No lock is held while measuring.
 */
export async function analyseAsset({ manifest_id, asset_id, run_id }: AnalyseJob): Promise<void> {
  const claimed = await db().asset.updateManyAndReturn({
    where: { id: asset_id, analysisRunId: run_id, analysisState: { in: ['queued', 'running'] } },
    data: { analysisState: 'running' },
  });
  const asset = claimed[0];
  if (asset?.masterHash) {
    await announce(manifest_id);
    const outcome = await analyse(
      {
        imageHash: asset.masterHash,
        assetType: asset.assetType,
        name: asset.name,
        description: asset.description,
        userTags: asset.userTags,
      },
      { blobs: blobStore() },
    ).then(
      (analysis) => ({ analysis }),
      (error: unknown) => ({ error }),
    );
    const still = {
      id: asset_id,
      analysisRunId: run_id,
      analysisState: 'running' as const,
      masterHash: asset.masterHash,
    };
    if ('analysis' in outcome) await writeAnalysis(still, outcome.analysis);
    else await db().asset.updateMany({ where: still, data: failureColumns(outcome.error, asset_id) });
    await announce(manifest_id);
  }
  await finishWhenLast(manifest_id, run_id);
}

const announce = (manifestId: string) => db().$transaction((tx) => notifyManifest(tx, manifestId));

/** Writes what the analysis found; texts the user wrote stay theirs, also those written while it ran. */
async function writeAnalysis(where: Prisma.AssetWhereInput, analysis: AssetAnalysis): Promise<void> {
  // What it composes holds the user's own words, which may be as long as the whole may be.
  const reversePrompt = firstCodePoints(analysis.reversePrompt, ASSET_LIMITS.description);
  const visualDescription = firstCodePoints(analysis.visualDescription, ASSET_LIMITS.description);
  await db().$transaction([
    db().asset.updateMany({ where: { ...where, reversePromptByUser: false }, data: { reversePrompt } }),
    db().asset.updateMany({ where: { ...where, visualByUser: false }, data: { visualDescription } }),
    db().asset.updateMany({
      where,
      data: {
        analysisState: 'done',
        analysisError: null,
        qualityScore: analysis.qualityScore,
        qualityReasons: analysis.qualityReasons,
        palette: analysis.palette,
        perceptualHash: analysis.perceptualHash,
        cropBbox: analysis.cropBbox,
        detections: analysis.detections,
      },
    }),
  ]);
}

function failureColumns(error: unknown, assetId: string) {
  logger.error({ err: error, asset_id: assetId }, 'analysis failed');
  const reason =
    error instanceof AppError && error.detail ? error.detail : 'The image could not be analysed. Try again.';
  return { analysisState: 'failed' as const, analysisError: reason };
}

/** Looks after its own commit, so the last image always sees all others; two that see it both are harmless. */
async function finishWhenLast(manifestId: string, runId: string): Promise<void> {
  const open = await db().asset.count({
    where: { manifestId, analysisRunId: runId, analysisState: { in: ['queued', 'running'] } },
  });
  if (open > 0) return;
  await db().$transaction((tx) =>
    enqueueMany(tx, 'finish-processing', [{ manifest_id: manifestId, run_id: runId }]),
  );
}

/** Draws the contact sheet and lets the manifest rest. Does nothing when the run is over or cancelled. */
export async function finishProcessing({ manifest_id, run_id }: FinishJob): Promise<void> {
  const manifest = await db().manifest.findFirst({ where: { id: manifest_id, status: 'PROCESSING' } });
  const run = processingRunSchema.nullable().parse(manifest?.processingProgress ?? null);
  if (!manifest || run?.run_id !== run_id) return;
  await db().manifest.updateMany({
    where: {
      id: manifest_id,
      status: 'PROCESSING',
      processingProgress: { path: ['run_id'], equals: run_id },
    },
    data: { processingProgress: { ...run, step: 'contact_sheet' }, updatedAt: manifest.updatedAt },
  });
  await announce(manifest_id);
  const sheet = await renderManifestSheet(manifest, await findAssets(db(), manifest_id));
  await db().$transaction(async (tx) => {
    if (!(await settleRun(tx, manifest_id, run))) return;
    await insertBlobs(tx, [sheet]);
    await tx.manifest.updateMany({
      where: { id: manifest_id, revision: manifest.revision },
      data: { contactSheetHash: sheet.hash },
    });
  });
}

/** Marks an image failed that no worker could analyse. */
export async function giveUpAsset(
  { manifest_id, asset_id, run_id }: AnalyseJob,
  reason: string,
): Promise<void> {
  await db().asset.updateMany({
    where: { id: asset_id, analysisRunId: run_id, analysisState: { in: ['queued', 'running'] } },
    data: { analysisState: 'failed', analysisError: reason },
  });
  await announce(manifest_id);
  await finishWhenLast(manifest_id, run_id);
}

/** Lets a manifest rest without a new contact sheet, where none could be drawn. */
export async function giveUpProcessing({ manifest_id, run_id }: FinishJob): Promise<void> {
  const manifest = await db().manifest.findFirst({ where: { id: manifest_id, status: 'PROCESSING' } });
  const run = processingRunSchema.nullable().parse(manifest?.processingProgress ?? null);
  if (run?.run_id === run_id) await db().$transaction((tx) => settleRun(tx, manifest_id, run));
}

/**
 * Puts back to work what a crash left: every image still queued or running in a PROCESSING manifest gets a job again,
 * and a run without open images its end. Manifests whose jobs are alive (`hasJobs`) are left to them.
 */
export async function reconcileProcessing(
  hasJobs: (manifestId: string) => Promise<boolean> = async () => false,
): Promise<number> {
  const stuck = await db().manifest.findMany({
    where: { status: 'PROCESSING' },
    select: { id: true, processingProgress: true },
  });
  for (const { id, processingProgress } of stuck) {
    if (await hasJobs(id)) continue;
    const run = processingRunSchema.parse(processingProgress);
    const open = await db().asset.findMany({
      where: { manifestId: id, analysisRunId: run.run_id, analysisState: { in: ['queued', 'running'] } },
      select: { id: true },
    });
    await db().$transaction(async (tx) => {
      if (open.length === 0)
        return enqueueMany(tx, 'finish-processing', [{ manifest_id: id, run_id: run.run_id }]);
      return enqueueMany(
        tx,
        'analyse-asset',
        open.map((a) => ({ manifest_id: id, asset_id: a.id, run_id: run.run_id })),
      );
    });
  }
  return stuck.length;
}
