'use client';
import { useQuery } from '@tanstack/react-query';
import { Link } from '#components/ui/link.tsx';
import { forksOptions } from '#lib/client/fork-queries.ts';
import { statusWord } from '#lib/projects/project-state.ts';
import type { ProjectDetail } from '#lib/schemas/project.ts';
import classes from './fork.module.css';

/** What a film was forked from, and its forks; nothing for a film that stands alone. */
export function ForkFamily({ project }: { project: ProjectDetail }) {
  const { data } = useQuery(forksOptions(project.project_id));
  if (!data || (data.forked_from === null && data.forks.length === 0)) return null;
  const { forked_from: from, forks, total } = data;
  return (
    <section className={classes.family} aria-label="Forks">
      {from && (
        <p>
          Fork of <Link href={`/projects/${from.project_id}`}>{from.title}</Link>
        </p>
      )}
      {forks.length > 0 && (
        <>
          <h2>{total === 1 ? '1 fork' : `${total} forks`}</h2>
          <ul>
            {forks.map((fork) => (
              <li key={fork.project_id}>
                <Link href={`/projects/${fork.project_id}`}>{fork.title}</Link>
                <span>{statusWord({ status: fork.status, stop_requested: false })}</span>
              </li>
            ))}
          </ul>
          {total > forks.length && <p>{total - forks.length} older ones are not listed.</p>}
        </>
      )}
    </section>
  );
}
