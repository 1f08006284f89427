import { createHash } from 'node:crypto';
import { db } from '../db/prisma.ts';
import type { ProjectListItem } from '../schemas/project.ts';
import { ACTIVE_STATUSES } from './lifecycle.ts';
import { toListItem } from './project-dto.ts';
import { findFacts, findProjects } from './project-repo.ts';

/** More at once are no news for people. */
const SHOWN = 50;

/** The films that are being made now, newest first. */
export async function listRunning(): Promise<ProjectListItem[]> {
  const found = await db().project.findMany({
    where: { status: { in: [...ACTIVE_STATUSES] }, deletedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: SHOWN,
    select: { id: true },
  });
  const ids = found.map(({ id }) => id);
  const [rows, facts] = await Promise.all([findProjects(ids), findFacts(db(), ids)]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [toListItem(row, facts.get(id))] : [];
  });
}

/** Names a state of the films that run; how far a clip is does not stand in a list. */
export function runningVersion(films: ProjectListItem[]): string {
  const shown = films.map(({ updated_at: _, ...film }) => film);
  return createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 16);
}
