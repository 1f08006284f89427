import { v7 as uuidv7 } from 'uuid';
import { notifyProject } from '../db/events.ts';
import { db, type Tx } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import type { Project as ProjectRow } from '../generated/prisma/client.ts';
import { enqueue } from '../jobs/boss.ts';
import type { Fork, ForkAnswer, ForkPreview } from '../schemas/fork.ts';
import { sceneCount } from '../schemas/project.ts';
import { snapshotDataSchema } from '../schemas/snapshot.ts';
import { findQuickUpload } from './advance.ts';
import { type ForkSource, type ForkTarget, planFork, storyboardChanges } from './fork-plan.ts';
import { insertScenes, stagesOf } from './fork-repo.ts';
import { freezeFor, readWanted } from './fork-snapshot.ts';
import { forkTitle } from './fork-title.ts';
import { findScenes } from './project-repo.ts';
import { lockProject } from './run-repo.ts';

/** As for films that start from one manifest at once. */
const TRANSACTION = { maxWait: 15_000, timeout: 15_000 };

const projectNotFound = () =>
  new AppError('not-found', { detail: 'There is no such film, or it was deleted.' });

/**
 * Starts a new film from another one: its settings but for those that are given, its snapshot or another version of its manifest,
 * its storyboard with all edits where nothing it was planned from changed, and of its pictures and takes those that
 * would come out the same. One that still runs gives what it has finished. The other film and the library stay as they
 * are; the use of the manifest is counted. The same `request_key` again is the same fork.
 * @throws AppError not-found (film, manifest, version); invalid-state while images of the film or the manifest are analysed;
 * validation-failed (another version without a manifest); idempotency-key-reused
 */
export async function forkProject(projectId: string, input: Fork): Promise<ForkAnswer> {
  return db().$transaction(async (tx) => {
    const row = await lockProject(tx, projectId);
    const source = await readSource(tx, projectId, row);
    const known = input.request_key && (await findAnswered(tx, projectId, input.request_key));
    if (known) return known;
    const id = uuidv7();
    const target = targetRow(source.row, input);
    await insertFork(tx, id, target, { forkedFromId: projectId, requestKey: input.request_key ?? null });
    const { version, snapshot, warnings } = await freezeFor(tx, id, source, input.manifest);
    target.manifestVersion = version;
    const plan = planFork(source, { row: target, snapshot });
    await tx.project.update({
      where: { id },
      data: {
        manifestVersion: target.manifestVersion,
        ...(plan && { styleGuide: plan.styleGuide, stages: stagesOf(plan, source.row.title) }),
      },
      select: { id: true },
    });
    if (plan) await insertScenes(tx, id, plan);
    await enqueue(tx, 'run-project', { project_id: id, attempt: 1 });
    await notifyProject(tx, projectId);
    return {
      project_id: id,
      status: 'pending',
      status_url: `/api/projects/${id}/status`,
      warnings,
    } satisfies ForkAnswer;
  }, TRANSACTION);
}

/** What `forkProject` would share and make now, without making it. @throws AppError as that */
export async function previewFork(projectId: string, input: Fork): Promise<ForkPreview> {
  const row = await db().project.findUnique({ where: { id: projectId } });
  const source = await readSource(db(), projectId, row);
  const snapshot = await readWanted(source, input.manifest);
  return previewOf(source, { row: targetRow(source.row, input), snapshot });
}

function previewOf(source: ForkSource, target: ForkTarget): ForkPreview {
  const plan = planFork(source, target);
  const { totalDuration, targetClipDuration } = target.row;
  const scenes = plan?.scenes ?? [];
  return {
    keeps_storyboard: plan !== null,
    anew_because: storyboardChanges(source, target),
    scenes_total: plan ? scenes.length : sceneCount(totalDuration, targetClipDuration),
    scenes_shared: scenes.filter((scene) => scene.isShared).length,
    scenes: scenes.map(({ plan: { title }, isShared }, index) => ({ index, title, is_shared: isShared })),
    removed_tags: [...new Set(scenes.flatMap((scene) => scene.removedTags))].sort(),
    own_left: scenes.reduce((sum, scene) => sum + scene.ownLeft, 0),
  };
}

/** A film with all that a fork of it may take over. @throws AppError not-found, invalid-state */
async function readSource(tx: Tx, id: string, row: ProjectRow | null): Promise<ForkSource> {
  if (!row || row.deletedAt) throw projectNotFound();
  const frozen = await tx.manifestSnapshot.findUnique({
    where: { projectId: id },
    select: { snapshotData: true },
  });
  if (!frozen && (await findQuickUpload(tx, id)))
    throw new AppError('invalid-state', {
      detail: 'The images of this film are still being analysed. Fork it when that is done.',
      extra: { project_status: row.status },
    });
  return {
    row,
    snapshot: frozen && snapshotDataSchema.parse(frozen.snapshotData),
    scenes: await findScenes(tx, id),
  };
}

/** The settings of a film with those of the fork in their place; everything else of the row is the film's own. */
function targetRow(row: ProjectRow, input: Fork): ProjectRow {
  return {
    ...row,
    title: input.title ?? forkTitle(row.title),
    prompt: input.prompt ?? row.prompt,
    style: input.style ?? row.style,
    aspectRatio: input.aspect_ratio ?? row.aspectRatio,
    resolution: input.resolution ?? row.resolution,
    targetClipDuration: input.clip_duration ?? row.targetClipDuration,
    totalDuration: input.total_duration ?? row.totalDuration,
    seed: input.seed ?? row.seed,
    enableAudio: input.enable_audio ?? row.enableAudio,
    burnCaptions: input.burn_captions ?? row.burnCaptions,
    runThrough: input.run_through === undefined ? row.runThrough : input.run_through,
  };
}

/** The row of the new film: settings only, nothing of the other one's run. */
async function insertFork(
  tx: Tx,
  id: string,
  target: ProjectRow,
  links: { forkedFromId: string; requestKey: string | null },
): Promise<void> {
  const { title, prompt, style, aspectRatio, resolution, targetClipDuration, totalDuration, seed, engine } =
    target;
  const { textModel, imageModel, videoModel, enableAudio, burnCaptions, runThrough } = target;
  const { manifestId, manifestVersion } = target;
  await tx.project.create({
    data: {
      ...{
        id,
        title,
        prompt,
        style,
        aspectRatio,
        resolution,
        targetClipDuration,
        totalDuration,
        seed,
        engine,
      },
      ...{ textModel, imageModel, videoModel, enableAudio, burnCaptions, runThrough },
      ...{ manifestId, manifestVersion, ...links },
    },
    select: { id: true },
  });
}

/** The fork that this key started before; the film's lock is held, so of two at once the second finds it. */
async function findAnswered(tx: Tx, projectId: string, requestKey: string): Promise<ForkAnswer | null> {
  const fork = await tx.project.findUnique({ where: { requestKey } });
  if (!fork) return null;
  if (fork.forkedFromId !== projectId)
    throw new AppError('idempotency-key-reused', { detail: 'This key was used with another request.' });
  return {
    project_id: fork.id,
    status: fork.status,
    status_url: `/api/projects/${fork.id}/status`,
    warnings: [],
  };
}
