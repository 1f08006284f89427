import { ActionIcon, Button } from '@mantine/core';
import { IconArrowLeft, IconDownload } from '@tabler/icons-react';
import { EditableTitle } from '#components/ui/editable-title.tsx';
import { Link } from '#components/ui/link.tsx';
import { updateProjectAction } from '#lib/actions/project-actions.ts';
import { useProjectChange } from '#lib/client/use-project-actions.ts';
import { isActive } from '#lib/projects/project-state.ts';
import { clock } from '#lib/projects/timecode.ts';
import { PROJECT_LIMITS, type ProjectDetail } from '#lib/schemas/project.ts';
import { ForkButton, ForkPlace } from './fork/fork-button.tsx';
import { HandOffMenu } from './hand-off-menu.tsx';
import classes from './project-header.module.css';
import { ProjectMenu } from './project-menu.tsx';
import { ProjectStatusLabel } from './project-status.tsx';
import { RunButtons } from './run-buttons.tsx';

type Props = { project: ProjectDetail; times: string | null };

/** Which film this is, where it stands, and what can be done now. */
export function ProjectHeader({ project, times }: Props) {
  const rename = useProjectChange(updateProjectAction);
  return (
    <header className={classes.header}>
      <ActionIcon component={Link} href="/projects" aria-label="Back to projects" className={classes.back}>
        <IconArrowLeft size={18} />
      </ActionIcon>
      <h1 className={classes.title}>
        <EditableTitle
          value={(rename.isPending && rename.variables[1].title) || project.title}
          label="Film title"
          placeholder="Untitled film"
          maxLength={PROJECT_LIMITS.title}
          onSave={(title) => title && rename.mutate([project.project_id, { title }])}
        />
      </h1>
      <ProjectStatusLabel project={project} />
      <div className={classes.facts}>
        <ManifestChip project={project} />
        <span className={classes.mono}>
          {project.aspect_ratio}, {clock(project.film_seconds ?? project.total_duration)}, seed {project.seed}
        </span>
      </div>
      {times && <span className={`${classes.mono} ${classes.times}`}>{times}</span>}
      <div className={classes.actions}>
        <ForkButton />
        {isActive(project) && <RunButtons project={project} />}
      </div>
      {project.film_url && <HandOffMenu project={project} />}
      {project.film_url && (
        <div className={classes.actions}>
          <Button
            component="a"
            href={`/api/projects/${project.project_id}/film?download=1`}
            download
            variant="filled"
            leftSection={<IconDownload size={16} />}
          >
            Download film
          </Button>
        </div>
      )}
      <ProjectMenu project={project} />
      <ForkPlace project={project} />
    </header>
  );
}

function ManifestChip({ project }: { project: ProjectDetail }) {
  if (!project.manifest_id) return <span className={classes.quiet}>No manifest</span>;
  // A quick upload has no page until it is saved to the library.
  if (project.manifest_is_own) return <span className={classes.quiet}>Quick upload</span>;
  return (
    <Link href={`/manifests/${project.manifest_id}`} className={classes.manifest}>
      {project.manifest_name} <span className={classes.mono}>v{project.manifest_version}</span>
    </Link>
  );
}
