import { Button } from '@mantine/core';
import { IconClockExclamation, IconRefresh } from '@tabler/icons-react';
import { bringUpToDateAction } from '#lib/actions/project-actions.ts';
import { useProjectChange } from '#lib/client/use-project-actions.ts';
import { outOfDate, outOfDateWords } from '#lib/projects/out-of-date.ts';
import { isActive } from '#lib/projects/project-state.ts';
import type { ProjectDetail } from '#lib/schemas/project.ts';
import classes from './out-of-date-bar.module.css';

/** What edits left behind, and the one press that makes it again. Nothing while nothing is out of date. */
export function OutOfDateBar({ project }: { project: ProjectDetail }) {
  const update = useProjectChange(bringUpToDateAction);
  const words = isActive(project) ? null : outOfDateWords(outOfDate(project));
  return (
    <div role="status" className={words ? classes.bar : 'vp-sr-only'}>
      {words && (
        <>
          <IconClockExclamation size={18} stroke={1.5} aria-hidden />
          <p>{words}</p>
          {project.status === 'complete' ? (
            <Button
              leftSection={<IconRefresh size={16} />}
              loading={update.isPending}
              onClick={() => update.mutate([project.project_id])}
            >
              Bring up to date
            </Button>
          ) : (
            <span>It is made again when the film goes on.</span>
          )}
        </>
      )}
    </div>
  );
}
