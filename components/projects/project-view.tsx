'use client';
import { useQuery } from '@tanstack/react-query';
import { projectDetailOptions } from '#lib/client/project-queries.ts';
import { useNow } from '#lib/client/use-now.ts';
import { useProjectEvents } from '#lib/client/use-project-events.ts';
import { isActive } from '#lib/projects/project-state.ts';
import { isTouchedUp } from '#lib/projects/take-words.ts';
import { secondsLeft } from '#lib/projects/time-left.ts';
import { clock } from '#lib/projects/timecode.ts';
import type { ProjectDetail } from '#lib/schemas/project.ts';
import { FilmView } from './film-view.tsx';
import { ProjectHeader } from './project-header.tsx';
import classes from './project-view.module.css';
import { RunBar } from './run-bar.tsx';
import { RunView } from './run-view.tsx';

/** How often the film is read when events do not come through. */
const POLL_MS = 2000;

/** One film: its run while it is being made, its player once it is there. */
export function ProjectView({ initial }: { initial: ProjectDetail }) {
  const options = projectDetailOptions(initial.project_id);
  const cached = useQuery({ ...options, initialData: initial });
  const isRunning = isActive(cached.data);
  const { isDown } = useProjectEvents(initial.project_id, isRunning);
  useQuery({ ...options, refetchInterval: isDown ? POLL_MS : false, enabled: isDown });
  const project = cached.data;
  const now = useNow(isRunning, project.updated_at);
  const left = isRunning ? secondsLeft(project, now) : null;
  return (
    <div className={classes.page}>
      <ProjectHeader project={project} times={timesOf(project, isRunning, now, left)} />
      {project.film_url && (!isRunning || isTouchedUp(project)) ? (
        <FilmView project={project} />
      ) : (
        <RunView project={project} isRunning={isRunning} isLive={isRunning && !isDown} now={now} />
      )}
      <RunBar project={project} left={left} />
    </div>
  );
}

function timesOf(
  project: ProjectDetail,
  isRunning: boolean,
  now: number,
  left: number | null,
): string | null {
  if (!project.started_at || !isRunning || isTouchedUp(project)) return null;
  const elapsed = `${clock((now - Date.parse(project.started_at)) / 1000)} elapsed`;
  return left === null ? elapsed : `${elapsed}, ${clock(left)} left`;
}
