import { notifyProject } from '../db/events.ts';
import { db, type Tx } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import type { Project as ProjectRow } from '../generated/prisma/client.ts';
import { cursorKey, decodeCursor, encodeCursor } from '../http/cursor.ts';
import { cancelProcessingIn } from '../manifests/processing-service.ts';
import type {
  ListProjectsQuery,
  ProjectDetail,
  ProjectListItem,
  ProjectStatus,
  ProjectStatusAnswer,
  SnapshotAnswer,
  UpdateProject,
} from '../schemas/project.ts';
import { snapshotDataSchema } from '../schemas/snapshot.ts';
import { advanceIn, findQuickUpload } from './advance.ts';
import { beginAttempt } from './begin-attempt.ts';
import { safeFileName } from './film-file-name.ts';
import { isFilmStale } from './film-parts.ts';
import { isActiveStatus } from './lifecycle.ts';
import { toDetail, toListItem, toStatus } from './project-dto.ts';
import {
  findFacts,
  findPage,
  findProject,
  findProjects,
  findScenes,
  findSnapshotFacts,
} from './project-repo.ts';
import { lockProject, reopenSteps, touchProject } from './run-repo.ts';
import { diffToLive } from './snapshot-diff.ts';
import { isStitchDue, reopenStale } from './stale-steps.ts';

export { generate } from './generate.ts';

const projectNotFound = () =>
  new AppError('not-found', { detail: 'There is no such film, or it was deleted.' });

/** One page of films, newest first. @throws AppError invalid-cursor */
export async function listProjects(
  query: ListProjectsQuery,
): Promise<{ items: ProjectListItem[]; next_cursor: string | null; total: number }> {
  const after = query.cursor === undefined ? null : decodeCursor('projects', query.cursor, cursorKey.instant);
  const { facts, total } = await findPage(query, after);
  const kept = facts.slice(0, query.limit);
  const byId = new Map((await findProjects(kept.map(({ id }) => id))).map((row) => [row.id, row]));
  const page = kept.flatMap(({ id }) => byId.get(id) ?? []);
  const factsOf = new Map(kept.map((fact) => [fact.id, fact]));
  const last = page.at(-1);
  return {
    items: page.map((row) => toListItem(row, factsOf.get(row.id))),
    next_cursor:
      last && facts.length > query.limit
        ? encodeCursor('projects', last.createdAt.toISOString(), last.id)
        : null,
    total,
  };
}

/** A film with its scenes, keyframes, clips and costs. @throws AppError not-found */
export async function getProject(id: string): Promise<ProjectDetail> {
  const [row, facts, scenes, costs, snapshot] = await Promise.all([
    findProject(db(), id),
    findFacts(db(), [id]),
    findScenes(db(), id),
    db().costEntry.findMany({ where: { projectId: id }, orderBy: { createdAt: 'asc' } }),
    findSnapshotFacts(db(), id),
  ]);
  if (!row) throw projectNotFound();
  const digest = snapshot?.digest ?? null;
  const isStale = row.outputHash !== null && isFilmStale(row, scenes, snapshot);
  return toDetail({ row, facts: facts.get(id), scenes, costs, digest, isFilmStale: isStale });
}

/** How far a film is. @throws AppError not-found */
export async function getProjectStatus(id: string): Promise<ProjectStatusAnswer> {
  const [row, facts] = await Promise.all([findProject(db(), id), findFacts(db(), [id])]);
  if (!row) throw projectNotFound();
  return toStatus(row, facts.get(id));
}

/**
 * The frozen manifest of a film; with `diff: 'live'`, also what is different in the library now.
 * @throws AppError not-found, also for a film that was made without a manifest
 */
export async function getSnapshot(
  id: string,
  { diff }: { diff?: 'live' | undefined } = {},
): Promise<SnapshotAnswer> {
  const row = await db().manifestSnapshot.findFirst({
    where: { projectId: id, project: { deletedAt: null } },
  });
  if (!row)
    throw new AppError('not-found', { detail: 'There is no such film, or it was made without a manifest.' });
  const snapshot = snapshotDataSchema.parse(row.snapshotData);
  return {
    project_id: id,
    manifest_id: row.manifestId,
    version: row.versionAtSnapshot,
    digest: row.digest,
    created_at: row.createdAt.toISOString(),
    snapshot,
    diff: diff === 'live' ? await diffToLive(id, row.manifestId, snapshot) : null,
  };
}

/** The blob of a finished film and the name to save it under. @throws AppError not-found */
export async function getFilm(id: string): Promise<{ hash: string; fileName: string }> {
  const row = await findProject(db(), id);
  if (!row) throw projectNotFound();
  if (!row.outputHash) throw new AppError('not-found', { detail: 'This film is not finished yet.' });
  return { hash: row.outputHash, fileName: `${safeFileName(row.title)}.mp4` };
}

/**
 * Asks a running film to stop: finished steps are kept, what runs ends soon. Asked twice, it stops once.
 * @throws AppError not-found; invalid-state when it does not run
 */
export async function stopProject(id: string): Promise<ProjectStatusAnswer> {
  await db().$transaction(async (tx) => {
    const project = await lockLive(tx, id);
    if (!isActiveStatus(project.status)) throw invalidState('This film does not run.', project);
    await requestStop(tx, project);
  });
  return getProjectStatus(id);
}

/**
 * The flag is set and, when nothing of the film runs at the moment, obeyed at once. The analysis of a quick upload ends
 * in the same transaction: later it could be the one of a film that was resumed meanwhile.
 */
async function requestStop(tx: Tx, { id, attempt, status, stopRequestedAt }: ProjectRow): Promise<void> {
  await tx.project.update({ where: { id }, data: { stopRequestedAt: stopRequestedAt ?? new Date() } });
  const quickUpload = status === 'manifesting' ? await findQuickUpload(tx, id) : null;
  if (quickUpload) await cancelProcessingIn(tx, quickUpload.id);
  await advanceIn(tx, id, attempt);
  await touchProject(tx, id);
}

/** Goes on with a stopped film, or beyond the stage it was asked to stop after. @throws AppError not-found, invalid-state */
export const resumeProject = (id: string): Promise<ProjectStatusAnswer> =>
  restart(id, ['cancelled', 'staged'], 'Only a stopped film can be resumed.');

/** Makes what is missing of a film that failed in part or whole. @throws AppError not-found, invalid-state */
export const retryProject = (id: string): Promise<ProjectStatusAnswer> =>
  restart(id, ['partial', 'failed'], 'Only a film that failed, in part or whole, can be retried.');

/**
 * Makes again what edits made stale, and the film of it; also what is missing.
 * @throws AppError not-found; invalid-state while it runs, or when a complete film lacks nothing
 */
export async function bringUpToDate(id: string): Promise<ProjectStatusAnswer> {
  return restart(
    id,
    ['complete', 'partial', 'failed', 'cancelled', 'staged'],
    'This film is being made already.',
  );
}

/**
 * The next attempt, with its own clock and its one first job: what is missing and what edits made stale is made. Of two at once, the
 * second finds the film running.
 */
async function restart(id: string, from: ProjectStatus[], refusal: string): Promise<ProjectStatusAnswer> {
  await db().$transaction(async (tx) => {
    const project = await lockLive(tx, id);
    if (isActiveStatus(project.status) && project.stopRequestedAt)
      throw invalidState('This film is stopping. Try again in a moment.', project);
    if (!from.includes(project.status)) throw invalidState(refusal, project);
    await reopenSteps(tx, id);
    const due = await reopenStale(tx, id);
    const isWhole = project.status === 'complete' && !due.keyframes && !due.clips;
    if (isWhole && !(await isStitchDue(tx, project))) throw invalidState('This film is up to date.', project);
    const goesOn = project.status === 'staged' ? { runThrough: null } : {};
    if (!(await beginAttempt(tx, project, due, goesOn))) throw invalidState(refusal, project);
  });
  return getProjectStatus(id);
}

/** Changes the title. @throws AppError not-found */
export async function updateProject(id: string, { title }: UpdateProject): Promise<ProjectDetail> {
  await db().$transaction(async (tx) => {
    await lockLive(tx, id);
    if (title !== undefined) await tx.project.update({ where: { id }, data: { title } });
    await touchProject(tx, id);
  });
  return getProject(id);
}

/** Hides a film for good; one that runs is stopped first. @throws AppError not-found */
export async function deleteProject(id: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const project = await lockLive(tx, id);
    await tx.project.update({ where: { id }, data: { deletedAt: new Date() } });
    if (isActiveStatus(project.status)) await requestStop(tx, project);
    await notifyProject(tx, id);
  });
}

async function lockLive(tx: Tx, id: string): Promise<ProjectRow> {
  const project = await lockProject(tx, id);
  if (!project || project.deletedAt) throw projectNotFound();
  return project;
}

const invalidState = (detail: string, { status }: ProjectRow) =>
  new AppError('invalid-state', { detail, extra: { project_status: status } });
