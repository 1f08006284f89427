import { ActionIcon, Button, Switch } from '@mantine/core';
import { IconAlertCircle, IconCircleCheck, IconCircleDashed, IconDots } from '@tabler/icons-react';
import { Menu } from '#components/ui/menu.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { showProblem } from '#components/ui/show-undo.tsx';
import { rotateSecret, sendPing, updateWebhook } from '#lib/client/webhook-queries.ts';
import type { Webhook } from '#lib/schemas/webhook.ts';
import { WEBHOOK_EVENT_NAMES } from '#lib/schemas/webhook-values.ts';
import classes from './settings.module.css';

type Props = {
  webhook: Webhook;
  onLog: () => void;
  onEdit: () => void;
  onDelete: () => void;
  onSecret: (secret: string) => void;
  onChanged: () => Promise<void>;
};

/** One address: how it does, and what can be done with it. */
export function WebhookRow({ webhook, onLog, onEdit, onDelete, onSecret, onChanged }: Props) {
  const { webhook_id: id, url, description, enabled } = webhook;
  const run = (work: () => Promise<void>) => void work().then(onChanged, showProblem);
  const ping = () =>
    run(async () => {
      await sendPing(id);
      onLog();
    });
  return (
    <li className={classes.row}>
      <Switch
        aria-label={`Send to ${url}`}
        checked={enabled}
        onChange={({ currentTarget: { checked } }) =>
          run(async () => void (await updateWebhook(id, { enabled: checked })))
        }
      />
      <div className={classes.titles}>
        <span className={classes.url}>{url}</span>
        <span className={classes.meta}>
          {description && <span>{description}</span>}
          <span>{eventWords(webhook)}</span>
        </span>
      </div>
      <State webhook={webhook} />
      <div className={classes.tools}>
        <Button size="xs" variant="subtle" disabled={!enabled} onClick={ping}>
          Send a test
        </Button>
        <Button size="xs" variant="subtle" onClick={onLog} aria-label={`Log of ${url}`}>
          Log
        </Button>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon aria-label={`More for ${url}`}>
              <IconDots size={18} stroke={1.5} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={onEdit}>Edit…</Menu.Item>
            <Menu.Item onClick={() => run(async () => onSecret((await rotateSecret(id)).secret))}>
              Make a new secret
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item color="var(--vp-err)" onClick={onDelete}>
              Delete…
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
    </li>
  );
}

const ICON = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;

function State({ webhook: { enabled, disabled_reason, failing_since } }: { webhook: Webhook }) {
  if (!enabled)
    return (
      <span className={classes.state} data-tone={disabled_reason ? 'err' : undefined}>
        {disabled_reason ? <IconAlertCircle {...ICON} /> : <IconCircleDashed {...ICON} />}
        {disabled_reason ? `Off. ${disabled_reason}` : 'Off'}
      </span>
    );
  if (failing_since)
    return (
      <span className={classes.state} data-tone="warn">
        <IconAlertCircle {...ICON} />
        <span>
          Failing since <RelativeTime iso={failing_since} />
        </span>
      </span>
    );
  return (
    <span className={classes.state} data-tone="ok">
      <IconCircleCheck {...ICON} />
      <span className={classes.quiet}>On</span>
    </span>
  );
}

function eventWords({ events }: Webhook): string {
  if (events.length === WEBHOOK_EVENT_NAMES.length) return 'All events';
  const [first = '', ...more] = events;
  return more.length > 0 ? `${first} and ${more.length} more` : first;
}
