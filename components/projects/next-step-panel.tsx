import { nextStep } from '#lib/projects/project-state.ts';
import type { ProjectDetail } from '#lib/schemas/project.ts';
import classes from './run.module.css';
import { RunButtons } from './run-buttons.tsx';

/** Why a film stands still and what comes next. */
export function NextStepPanel({ project }: { project: ProjectDetail }) {
  const next = nextStep(project);
  if (!next) return null;
  return (
    <section
      className={classes.nextStep}
      data-tone={project.status === 'failed' ? 'err' : undefined}
      aria-label="What comes next"
    >
      <p>
        <strong className={classes.nextTitle}>{next.title}</strong>
        {next.detail}
      </p>
      <RunButtons project={project} />
    </section>
  );
}
