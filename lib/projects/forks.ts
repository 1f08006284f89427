import { db } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import { FORK_LIMITS, type Forks } from '../schemas/fork.ts';

/** What a film was forked from, and its own forks, newest first. @throws AppError not-found */
export async function getForks(id: string): Promise<Forks> {
  const live = { forkedFromId: id, deletedAt: null };
  const [film, forks, total] = await Promise.all([
    db().project.findFirst({
      where: { id, deletedAt: null },
      select: { forkedFrom: { select: { id: true, title: true, deletedAt: true } } },
    }),
    db().project.findMany({
      where: live,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: FORK_LIMITS.listed,
      select: { id: true, title: true, status: true, createdAt: true },
    }),
    db().project.count({ where: live }),
  ]);
  if (!film) throw new AppError('not-found', { detail: 'There is no such film, or it was deleted.' });
  const from = film.forkedFrom?.deletedAt === null ? film.forkedFrom : null;
  return {
    forked_from: from && { project_id: from.id, title: from.title },
    forks: forks.map(({ id: project_id, title, status, createdAt }) => ({
      project_id,
      title,
      status,
      created_at: createdAt.toISOString(),
    })),
    total,
  };
}
