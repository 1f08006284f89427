import { Button } from '@mantine/core';
import { IconPlayerPlay, IconPlayerStop, IconRefresh } from '@tabler/icons-react';
import { useProjectRun } from '#lib/client/use-project-actions.ts';
import { canResume, canRetry, canStop, isActive } from '#lib/projects/project-state.ts';
import type { ProjectDetail } from '#lib/schemas/project.ts';

/** What the state of a film allows: stop, resume or retry, never more than one. */
export function RunButtons({ project, size }: { project: ProjectDetail; size?: 'lg' }) {
  const run = useProjectRun(project.project_id);
  const shared = { disabled: run.isBusy, ...(size && { size, mih: 44 }) };
  if (canResume(project)) {
    return (
      <Button {...shared} leftSection={<IconPlayerPlay size={16} />} onClick={run.resume}>
        {project.status === 'staged' ? 'Continue' : 'Resume'}
      </Button>
    );
  }
  if (canRetry(project)) {
    return (
      <Button {...shared} leftSection={<IconRefresh size={16} />} onClick={run.retry}>
        Retry what failed
      </Button>
    );
  }
  if (!isActive(project)) return null;
  return (
    <Button
      {...shared}
      disabled={run.isBusy || !canStop(project)}
      leftSection={<IconPlayerStop size={16} />}
      onClick={run.stop}
    >
      {canStop(project) ? 'Stop' : 'Stopping'}
    </Button>
  );
}
