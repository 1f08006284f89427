import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { makeQueryClient } from '#components/layout/query-client.ts';
import classes from '#components/settings/settings.module.css';
import { WebhooksSection } from '#components/settings/webhooks-section.tsx';
import { webhookListOptions } from '#lib/client/webhook-queries.ts';
import { listWebhooks } from '#lib/webhooks/webhook-service.ts';

export const metadata: Metadata = { title: 'Settings' };
/** What it shows is never the same for long. */
export const dynamic = 'force-dynamic';

export default async function SettingsPage() {
  const queryClient = makeQueryClient();
  await queryClient.prefetchQuery({ ...webhookListOptions(), queryFn: listWebhooks });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <div className={classes.page}>
        <h1>Settings</h1>
        <WebhooksSection />
      </div>
    </HydrationBoundary>
  );
}
