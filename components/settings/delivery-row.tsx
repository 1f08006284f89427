import { Button } from '@mantine/core';
import { IconAlertCircle, IconCircleCheck, IconCircleDashed, IconLoader } from '@tabler/icons-react';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import type { Delivery } from '#lib/schemas/webhook.ts';
import classes from './settings.module.css';

const STATES = {
  waiting: { Icon: IconCircleDashed, word: 'Waiting', tone: 't3' },
  sending: { Icon: IconLoader, word: 'Sending', tone: 'run' },
  delivered: { Icon: IconCircleCheck, word: 'Delivered', tone: 'ok' },
  failed: { Icon: IconAlertCircle, word: 'Failed', tone: 'err' },
} as const;

type Props = {
  delivery: Delivery;
  /** null: the webhook is switched off. */
  onAgain: (() => void) | null;
};

/** One message on its way to one address. */
export function DeliveryRow({ delivery, onAgain }: Props) {
  const { type, state, attempts, response_status, response_ms, next_try_at, created_at, error } = delivery;
  const { Icon, word, tone } = STATES[state];
  const answer = response_status === null ? null : `${response_status} in ${response_ms} ms`;
  const tries = attempts > 1 ? `${attempts} tries` : null;
  return (
    <li className={classes.delivery}>
      <span className={classes.icon} style={{ color: `var(--vp-${tone})` }}>
        <Icon size={16} stroke={1.5} aria-hidden />
      </span>
      <div className={classes.titles}>
        <span>
          <span className={classes.mono}>{type}</span>
          {delivery.redelivery_of && <span className={classes.again}>again</span>}
        </span>
        <span className={classes.meta}>
          <span>{word}</span>
          {[answer, tries].map((part) => part && <span key={part}>{part}</span>)}
          <RelativeTime iso={created_at} />
        </span>
        {error && <span className={classes.error}>{error}</span>}
        {state === 'waiting' && attempts > 0 && next_try_at && (
          <span className={classes.meta}>
            <span>Next try {clockTime(next_try_at)}</span>
          </span>
        )}
        {delivery.response_text && (
          <details className={classes.answer}>
            <summary>Answer</summary>
            <pre>{delivery.response_text}</pre>
          </details>
        )}
      </div>
      {state !== 'sending' && (
        <Button
          size="xs"
          variant="subtle"
          disabled={!onAgain}
          onClick={() => onAgain?.()}
          aria-label={`${next_try_at ? 'Send now' : 'Send again'}: ${type}`}
        >
          {next_try_at ? 'Send now' : 'Send again'}
        </Button>
      )}
    </li>
  );
}

/** In the reader's zone; the log is drawn in the browser only. */
function clockTime(iso: string): string {
  const date = new Date(iso);
  const isToday = date.toDateString() === new Date().toDateString();
  const time = date.toLocaleTimeString('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return isToday ? `at ${time}` : `tomorrow at ${time}`;
}
