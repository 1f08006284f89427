import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { isActive, statusWord } from '#lib/projects/project-state.ts';
import { clock, fileSize } from '#lib/projects/timecode.ts';
import type { ProjectDetail } from '#lib/schemas/project.ts';
import classes from './project-view.module.css';
import { RunButtons } from './run-buttons.tsx';

/** On a phone: how long it takes and the one thing to do, under the thumb. */
export function RunBar({ project, left }: { project: ProjectDetail; left: number | null }) {
  if (isActive(project)) {
    return (
      <div className={classes.runBar}>
        <p>
          <strong>{left === null ? statusWord(project) : `${clock(left)} left`}</strong>
          safe to close this page
        </p>
        <RunButtons project={project} size="lg" />
      </div>
    );
  }
  if (!project.film_url) return null;
  return (
    <div className={classes.runBar}>
      <p>
        <strong>{clock(project.film_seconds ?? project.total_duration)}</strong>
        {project.film_bytes !== null && fileSize(project.film_bytes)}
      </p>
      <Button
        component="a"
        href={`/api/projects/${project.project_id}/film?download=1`}
        download
        variant="filled"
        mih={44}
        leftSection={<IconDownload size={16} />}
      >
        Download film
      </Button>
    </div>
  );
}
