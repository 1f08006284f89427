import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { useReturnFocus } from '#components/ui/use-return-focus.ts';
import { detailOf } from '#lib/client/http.ts';
import { deleteWebhook } from '#lib/client/webhook-queries.ts';
import type { Webhook } from '#lib/schemas/webhook.ts';
import classes from './settings.module.css';

type Props = { webhook: Webhook; onClose: () => void; onDeleted: () => Promise<void> };

/** Asks first: neither the secret nor the log comes back. */
export function DeleteWebhookDialog({ webhook: { webhook_id, url }, onClose, onDeleted }: Props) {
  useReturnFocus();
  const [problem, setProblem] = useState<string | null>(null);
  const remove = () =>
    void deleteWebhook(webhook_id).then(onDeleted, (error: unknown) => setProblem(detailOf(error)));
  return (
    <Modal opened onClose={onClose} title="Delete this webhook?" closeButtonProps={{ 'aria-label': 'Close' }}>
      <p className={classes.text}>
        <span className={classes.whole}>{url}</span> is told nothing more. Its log and its secret are gone for
        good.
      </p>
      {problem && (
        <p role="alert" className={classes.error}>
          {problem}
        </p>
      )}
      <Group justify="flex-end" mt="lg">
        <Button variant="subtle" onClick={onClose} data-autofocus>
          Cancel
        </Button>
        <Button c="var(--vp-err)" onClick={remove}>
          Delete webhook
        </Button>
      </Group>
    </Modal>
  );
}
