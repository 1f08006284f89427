import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { showProblem } from '#components/ui/show-undo.tsx';
import { SideDrawer } from '#components/ui/side-drawer.tsx';
import { Bar, Skeleton } from '#components/ui/skeleton.tsx';
import { detailOf } from '#lib/client/http.ts';
import { deliveryLogOptions, redeliver, sendPing } from '#lib/client/webhook-queries.ts';
import type { Delivery, Webhook } from '#lib/schemas/webhook.ts';
import { DeliveryRow } from './delivery-row.tsx';
import classes from './settings.module.css';

type Props = {
  webhook: Webhook;
  onClose: () => void;
  /** The webhooks and their logs are read again. */
  onChanged: () => Promise<void>;
};

/** What was sent to a webhook, newest first, and what came back. */
export function DeliveryLog({ webhook, onClose, onChanged }: Props) {
  const { webhook_id: id, url, enabled } = webhook;
  const query = useInfiniteQuery(deliveryLogOptions(id));
  const deliveries = query.data?.pages.flatMap((page) => page.items) ?? [];
  const run = (work: Promise<void>) => void work.catch(showProblem).then(onChanged);
  const again = (delivery: Delivery) => run(redeliver(delivery));
  return (
    <SideDrawer title="Messages" onClose={onClose}>
      <div className={classes.logHead}>
        <span className={classes.url}>{url}</span>
        <Button size="xs" disabled={!enabled} onClick={() => run(sendPing(id))}>
          Send a test
        </Button>
      </div>
      {query.isError && (
        <div role="alert" className={classes.note}>
          {detailOf(query.error)}
        </div>
      )}
      {query.isPending && (
        <Skeleton label="Reading the log">
          <div className={classes.waiting}>
            <Bar width={132} />
            <Bar width={220} />
          </div>
        </Skeleton>
      )}
      {query.isSuccess && deliveries.length === 0 && (
        <p className={classes.note}>Nothing was sent in the last 30 days.</p>
      )}
      <ul className={classes.log} aria-label="Messages, newest first">
        {deliveries.map((delivery) => (
          <DeliveryRow
            key={delivery.delivery_id}
            delivery={delivery}
            onAgain={enabled ? () => again(delivery) : null}
          />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button
          variant="subtle"
          mx="md"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          Show more
        </Button>
      )}
    </SideDrawer>
  );
}
