'use client';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { parseAsString, useQueryState } from 'nuqs';
import { useState } from 'react';
import { EmptyPlace } from '#components/ui/empty-place.tsx';
import { detailOf } from '#lib/client/http.ts';
import { webhookKeys, webhookListOptions } from '#lib/client/webhook-queries.ts';
import type { Webhook } from '#lib/schemas/webhook.ts';
import { WEBHOOK_LIMITS } from '#lib/schemas/webhook-values.ts';
import classes from './settings.module.css';
import { WebhookRow } from './webhook-row.tsx';

const WebhookDialog = dynamic(() => import('./webhook-dialog.tsx').then((file) => file.WebhookDialog), {
  ssr: false,
});
const SecretDialog = dynamic(() => import('./secret-dialog.tsx').then((file) => file.SecretDialog), {
  ssr: false,
});
const DeleteWebhookDialog = dynamic(
  () => import('./delete-webhook-dialog.tsx').then((file) => file.DeleteWebhookDialog),
  { ssr: false },
);
const DeliveryLog = dynamic(() => import('./delivery-log.tsx').then((file) => file.DeliveryLog), {
  ssr: false,
});

const TEXT =
  'An address of yours is told when a film ends or a manifest changes. Messages are signed, and sent again until they are taken.';

/** The addresses that are told what happens; the log of one stands in the address of the page. */
export function WebhooksSection() {
  const queryClient = useQueryClient();
  const query = useQuery(webhookListOptions());
  const [logId, setLogId] = useQueryState('log', parseAsString.withOptions({ history: 'push' }));
  const [editing, setEditing] = useState<Webhook | 'new' | null>(null);
  const [removing, setRemoving] = useState<Webhook | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const webhooks = query.data ?? [];
  const logged = webhooks.find(({ webhook_id }) => webhook_id === logId);
  const changed = () => queryClient.invalidateQueries({ queryKey: webhookKeys.all });
  const add = (
    <Button
      variant="filled"
      leftSection={<IconPlus size={16} stroke={1.5} aria-hidden="true" />}
      disabled={webhooks.length >= WEBHOOK_LIMITS.count}
      onClick={() => setEditing('new')}
    >
      Add webhook
    </Button>
  );
  return (
    <section aria-labelledby="webhooks" className={classes.section}>
      <div className={classes.head}>
        <div>
          <h2 id="webhooks">Webhooks</h2>
          <p className={classes.text}>{TEXT}</p>
        </div>
        {webhooks.length > 0 && add}
      </div>
      {query.isError && (
        <div role="alert" className={classes.note}>
          {detailOf(query.error)}
          <Button size="xs" onClick={() => void query.refetch()}>
            Try again
          </Button>
        </div>
      )}
      {query.isSuccess && webhooks.length === 0 && (
        <div className={classes.empty}>
          <EmptyPlace level={2} title="No webhooks yet" text="Add the address of a script or a service.">
            {add}
          </EmptyPlace>
        </div>
      )}
      {webhooks.length > 0 && (
        <ul className={classes.list} aria-label="Webhooks">
          {webhooks.map((webhook) => (
            <WebhookRow
              key={webhook.webhook_id}
              webhook={webhook}
              onLog={() => void setLogId(webhook.webhook_id)}
              onEdit={() => setEditing(webhook)}
              onDelete={() => setRemoving(webhook)}
              onSecret={setSecret}
              onChanged={changed}
            />
          ))}
        </ul>
      )}
      {editing && (
        <WebhookDialog
          webhook={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onSaved={async (made) => {
            await changed();
            setEditing(null);
            if (made) setSecret(made);
          }}
        />
      )}
      {secret !== null && <SecretDialog secret={secret} onClose={() => setSecret(null)} />}
      {removing && (
        <DeleteWebhookDialog
          webhook={removing}
          onClose={() => setRemoving(null)}
          onDeleted={async () => {
            await changed();
            setRemoving(null);
          }}
        />
      )}
      {logged && (
        <DeliveryLog webhook={logged} onClose={() => void setLogId(null).then(changed)} onChanged={changed} />
      )}
    </section>
  );
}
