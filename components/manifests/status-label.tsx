import { IconAlertCircle, IconCircleCheck, IconCircleDashed, IconLoader } from '@tabler/icons-react';
import type { ManifestStatus } from '#lib/schemas/manifest.ts';
import classes from './status-label.module.css';

export const STATUS_WORDS: Record<ManifestStatus, string> = {
  READY: 'Ready',
  DRAFT: 'Draft',
  PROCESSING: 'Analysing',
  ERROR: 'Error',
};

const ICONS = {
  READY: IconCircleCheck,
  DRAFT: IconCircleDashed,
  PROCESSING: IconLoader,
  ERROR: IconAlertCircle,
} as const;

export function StatusIcon({ status, size = 14 }: { status: ManifestStatus; size?: number }) {
  const Icon = ICONS[status];
  return <Icon size={size} stroke={1.5} className={classes.icon} data-status={status} aria-hidden="true" />;
}

/** Icon and word. `children` replaces the word, as in "Analysing 5 of 8". Normal is quiet: only trouble is coloured. */
export function StatusLabel({ status, children }: { status: ManifestStatus; children?: string | undefined }) {
  return (
    <span className={classes.label} data-status={status}>
      <StatusIcon status={status} />
      {children ?? STATUS_WORDS[status]}
    </span>
  );
}
