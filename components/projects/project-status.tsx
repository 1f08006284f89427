import {
  IconAlertCircle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleHalf2,
  IconLoader,
  IconPlayerPause,
  IconPlayerStop,
} from '@tabler/icons-react';
import { isActive, statusWord } from '#lib/projects/project-state.ts';
import type { ProjectListItem } from '#lib/schemas/project.ts';
import classes from './project-status.module.css';

const AT_REST = {
  complete: { Icon: IconCircleCheck, tone: 'ok' },
  partial: { Icon: IconCircleHalf2, tone: 'warn' },
  failed: { Icon: IconAlertCircle, tone: 'err' },
  cancelled: { Icon: IconPlayerStop, tone: 't2' },
  staged: { Icon: IconPlayerPause, tone: 't2' },
} as const;

/** Icon and word for the state of a film. */
export function ProjectStatusLabel({
  project,
}: {
  project: Pick<ProjectListItem, 'status' | 'stop_requested'>;
}) {
  const { status } = project;
  const waits = status === 'pending';
  const { Icon, tone } =
    status in AT_REST
      ? AT_REST[status as keyof typeof AT_REST]
      : { Icon: waits ? IconCircleDashed : IconLoader, tone: waits ? 't2' : 'run' };
  return (
    <span
      className={classes.status}
      style={{ color: `var(--vp-${tone})` }}
      data-active={isActive(project) || undefined}
    >
      <Icon size={16} aria-hidden />
      {statusWord(project)}
    </span>
  );
}
