import { IconMovie } from '@tabler/icons-react';
import { Link } from '#components/ui/link.tsx';
import { Picture } from '#components/ui/picture.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { isActive } from '#lib/projects/project-state.ts';
import { clock } from '#lib/projects/timecode.ts';
import type { ProjectListItem } from '#lib/schemas/project.ts';
import classes from './project-list.module.css';
import { ProjectStatusLabel } from './project-status.tsx';

export function ProjectRow({ project }: { project: ProjectListItem }) {
  const { scenes_done: done, scenes_total: total } = project;
  return (
    <li className={classes.row}>
      <span className={classes.thumbnail}>
        {project.thumbnail_url ? (
          <Picture url={project.thumbnail_url} sizes="112px" />
        ) : (
          <IconMovie size={20} color="var(--vp-t3)" aria-hidden />
        )}
      </span>
      <span className={classes.titles}>
        <Link href={`/projects/${project.project_id}`} className={classes.title}>
          {project.title}
        </Link>
        <span className={classes.prompt}>{project.prompt}</span>
      </span>
      <span className={classes.status}>
        <ProjectStatusLabel project={project} />
        {isActive(project) && total > 0 && (
          <span className={classes.mono}>
            {done}/{total}
          </span>
        )}
      </span>
      <span className={classes.manifest}>
        {project.manifest_name ?? 'No manifest'}
        {project.manifest_version !== null && (
          <span className={classes.mono}>v{project.manifest_version}</span>
        )}
      </span>
      <span className={`${classes.mono} ${classes.duration}`}>
        {clock(project.film_seconds ?? project.total_duration)}
      </span>
      <span className={classes.created}>
        <RelativeTime iso={project.created_at} />
      </span>
    </li>
  );
}
