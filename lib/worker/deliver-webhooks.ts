import { setTimeout as sleep } from 'node:timers/promises';
import { subscribe } from '../db/events.ts';
import { logger } from '../server/logger.ts';
import {
  type ClaimedDelivery,
  claimDeliveries,
  recordOutcome,
  releaseDelivery,
} from '../webhooks/delivery-queue.ts';
import { sendMessage } from '../webhooks/send-message.ts';

/** Messages of this process on their way at once, and of them to one webhook. */
const AT_ONCE = 16;
const PER_WEBHOOK = 4;
/** A commit wakes the worker at once; this is for retries, and for what a lost connection did not hear. */
const POLL_MS = 2_000;

export type Delivering = {
  /** Takes no more, lets what is on its way arrive for `finishMs`, and gives back the rest. */
  stop: (finishMs: number) => Promise<void>;
};

/**
 * Sends what the webhooks' outbox holds, at least once each. The rows are the queue (see docs/decisions): any number of
 * workers share them, and what a killed one had is due again when its lease is over. `timeoutMs` is of one message.
 */
export function startDelivering({ timeoutMs }: { timeoutMs?: number } = {}): Delivering {
  const going = new AbortController();
  const running = new Map<Promise<void>, string>();
  let isStopped = false;
  let looking: Promise<void> | null = null;
  let isAskedAgain = false;

  /** One look at a time; asked meanwhile, it looks once more. */
  function look(): void {
    if (isStopped) return;
    isAskedAgain = looking !== null;
    looking ??= take()
      .catch((err: unknown) => logger.warn({ err }, 'could not look for messages of webhooks'))
      .finally(() => {
        looking = null;
        if (isAskedAgain) look();
      });
  }

  async function take(): Promise<void> {
    const limit = AT_ONCE - running.size;
    if (limit === 0) return;
    const without = [...new Set(running.values())];
    for (const delivery of await claimDeliveries({ limit, perWebhook: PER_WEBHOOK, without })) {
      const sent = deliver(delivery).catch((err: unknown) =>
        logger.warn({ err, delivery_id: delivery.id }, 'how a message arrived could not be written'),
      );
      running.set(sent, delivery.webhookId);
      void sent.then(() => {
        running.delete(sent);
        look();
      });
    }
  }

  async function deliver(delivery: ClaimedDelivery): Promise<void> {
    const log = { webhook_id: delivery.webhookId, delivery_id: delivery.id, tries: delivery.attempts };
    const outcome = await sendMessage(delivery, { signal: going.signal, timeoutMs }).catch(() => null);
    if (!outcome) return releaseDelivery(delivery);
    const reason = await recordOutcome(delivery, outcome);
    const { status, ms, error } = outcome;
    if (error === null) logger.debug({ ...log, status, ms }, 'message sent');
    else logger.info({ ...log, status, ms, reason: error }, 'message not taken');
    if (reason !== null) logger.warn({ ...log, reason }, 'webhook switched off');
  }

  const unsubscribe = subscribe('webhook', 'due', look);
  const timer = setInterval(look, POLL_MS);
  look();

  return {
    async stop(finishMs) {
      isStopped = true;
      clearInterval(timer);
      unsubscribe();
      await looking;
      const all = Promise.all(running.keys());
      await Promise.race([all, sleep(finishMs, undefined, { ref: false })]);
      going.abort();
      await all;
    },
  };
}
