import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { projectSnapshotOptions } from '#lib/client/project-queries.ts';
import { clock, fileSize } from '#lib/projects/timecode.ts';
import type { ProjectDetail } from '#lib/schemas/project.ts';
import classes from './film.module.css';
import { LockfileFact } from './lockfile-fact.tsx';
import { ShortDigest } from './short-digest.tsx';

/** What the film is made of, by digest, and what it cost. */
export function FilmFacts({ project }: { project: ProjectDetail }) {
  const { data: snapshot } = useQuery({
    ...projectSnapshotOptions(project.project_id),
    enabled: project.snapshot_digest !== null,
  });
  const { actual } = project.cost;
  return (
    <dl className={classes.facts} aria-label="Facts">
      {project.snapshot_digest && (
        <Fact name="Snapshot" end={<ShortDigest hash={project.snapshot_digest} label="snapshot digest" />}>
          {snapshot ? `${snapshot.snapshot.assets.length} assets, pinned` : 'Pinned'}
        </Fact>
      )}
      <LockfileFact project={project} />
      <Fact
        name="Film"
        end={project.film_hash && <ShortDigest hash={project.film_hash} label="film digest" />}
      >
        {project.film_bytes === null ? 'MP4' : fileSize(project.film_bytes)}
      </Fact>
      <Fact name="Cost" end={<span className={classes.mono}>{workTime(project)}</span>}>
        {actual === 0 ? 'Free, local engine' : `$${actual.toFixed(2)}`}
      </Fact>
    </dl>
  );
}

function workTime({ started_at, finished_at }: ProjectDetail): string | null {
  if (!started_at || !finished_at) return null;
  return `${clock((Date.parse(finished_at) - Date.parse(started_at)) / 1000)} of work`;
}

function Fact({ name, end, children }: { name: string; end: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
      <dd>{end}</dd>
    </div>
  );
}
