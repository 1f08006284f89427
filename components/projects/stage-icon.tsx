import {
  IconAlertCircle,
  IconCheck,
  IconCircleDashed,
  IconCircleHalf2,
  IconLoader,
  IconMinus,
  IconPlayerStop,
} from '@tabler/icons-react';
import type { StageState } from '#lib/projects/stage-strip.ts';

const ICON = {
  waiting: { Icon: IconCircleDashed, color: 'var(--vp-t3)', label: 'Waiting' },
  running: { Icon: IconLoader, color: 'var(--vp-run)', label: 'Running' },
  done: { Icon: IconCheck, color: 'var(--vp-ok)', label: 'Done' },
  partial: { Icon: IconCircleHalf2, color: 'var(--vp-warn)', label: 'Partial' },
  failed: { Icon: IconAlertCircle, color: 'var(--vp-err)', label: 'Failed' },
  skipped: { Icon: IconMinus, color: 'var(--vp-t3)', label: 'Skipped' },
  stopped: { Icon: IconPlayerStop, color: 'var(--vp-t2)', label: 'Stopped' },
} as const;

export function StageIcon({ state, size = 16 }: { state: StageState; size?: number }) {
  const { Icon, color, label } = ICON[state];
  return <Icon size={size} color={color} role="img" aria-label={label} style={{ flex: 'none' }} />;
}
