import { db, Prisma, type Tx } from '../db/prisma.ts';
import { GIVE_UP_AFTER_MS, waitAfter } from './retry-schedule.ts';
import type { Outcome } from './send-message.ts';

/** A worker that has not written how a try ended after so long is dead: more than the longest try takes. */
const LEASE_SECONDS = 30;
const KEEP_MS = 30 * 24 * 3_600_000;
const SWITCHED_OFF = 'The webhook was switched off before this was sent.';

/** A delivery that this process sends now. */
export type ClaimedDelivery = {
  id: string;
  webhookId: string;
  eventId: string;
  type: string;
  data: unknown;
  occurredAt: Date;
  /** From 1: the number of this try. */
  attempts: number;
  url: string;
  /** The present secret and, for a day after it was replaced, the one before. */
  secrets: string[];
};

type ClaimOptions = {
  limit: number;
  /** At most so many of one webhook, so that a slow receiver does not keep the others waiting. */
  perWebhook: number;
  /** Webhooks that have enough on their way. */
  without: string[];
};

/**
 * Takes what is due, oldest first, and counts the try. Of a row that another worker takes, or whose change is not there
 * yet, nothing is seen.
 */
export function claimDeliveries({ limit, perWebhook, without }: ClaimOptions): Promise<ClaimedDelivery[]> {
  return db().$queryRaw<ClaimedDelivery[]>(Prisma.sql`
    WITH due AS (
      SELECT d.id, w.url,
        array_remove(ARRAY[w.secret, CASE WHEN w.previous_secret_until > now() THEN w.previous_secret END], NULL) AS secrets
      FROM webhooks w CROSS JOIN LATERAL (
        SELECT id, next_try_at FROM webhook_deliveries
        WHERE webhook_id = w.id AND next_try_at <= now()
        ORDER BY next_try_at LIMIT ${perWebhook} FOR NO KEY UPDATE SKIP LOCKED
      ) d
      WHERE w.enabled AND w.id <> ALL (${without}::uuid[])
      ORDER BY d.next_try_at LIMIT ${limit}
    )
    UPDATE webhook_deliveries d SET state = 'sending', attempts = attempts + 1, last_try_at = now(),
      next_try_at = now() + make_interval(secs => ${LEASE_SECONDS})
    FROM due WHERE d.id = due.id
    RETURNING d.id, d.webhook_id AS "webhookId", d.event_id AS "eventId", d.type, d.data,
      d.occurred_at AS "occurredAt", d.attempts, due.url, due.secrets`);
}

/** Gives back what this process took and cannot send. */
export async function releaseDelivery({ id, attempts }: ClaimedDelivery): Promise<void> {
  await db().webhookDelivery.updateMany({
    where: { id, attempts, state: 'sending' },
    data: { state: 'waiting', attempts: attempts - 1, nextTryAt: new Date() },
  });
}

/**
 * Writes how a try ended, and what follows: nothing, another try, or the end. 410 switches the webhook off, and so does
 * a failure when every try of the last days failed. Answers why it was switched off; null: it was not.
 */
export async function recordOutcome(delivery: ClaimedDelivery, outcome: Outcome): Promise<string | null> {
  return db().$transaction(async (tx) => {
    const failingSince = await noteWebhook(tx, delivery.webhookId, outcome);
    const isGone = outcome.status === 410;
    const wait = isGone || outcome.error === null ? null : waitAfter(delivery.attempts, outcome.retryAfterMs);
    const { count } = await tx.webhookDelivery.updateMany({
      // Not when this process was taken for dead and another one has it.
      where: { id: delivery.id, attempts: delivery.attempts, state: 'sending' },
      data: {
        state: outcome.error === null ? 'delivered' : wait === null ? 'failed' : 'waiting',
        nextTryAt: wait === null ? null : new Date(Date.now() + wait),
        responseStatus: outcome.status,
        responseMs: outcome.ms,
        responseText: outcome.text,
        error: outcome.error,
      },
    });
    const reason = count > 0 ? whyOff(isGone, failingSince) : null;
    if (reason !== null) await switchOff(tx, delivery.webhookId, reason);
    return reason;
  });
}

/** Since when the webhook fails, after this try. Its row is locked first, as by everyone who changes both. */
async function noteWebhook(tx: Tx, id: string, { error }: Outcome): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ failingSince: Date | null }[]>(Prisma.sql`
    UPDATE webhooks SET failing_since = ${error === null ? Prisma.sql`NULL` : Prisma.sql`COALESCE(failing_since, now())`}
    WHERE id = ${id}::uuid RETURNING failing_since AS "failingSince"`);
  return row?.failingSince ?? null;
}

function whyOff(isGone: boolean, failingSince: Date | null): string | null {
  if (isGone) return 'The receiver answered 410: it wants no more messages.';
  if (failingSince && Date.now() - failingSince.getTime() > GIVE_UP_AFTER_MS)
    return 'Every message failed for three days.';
  return null;
}

async function switchOff(tx: Tx, id: string, disabledReason: string): Promise<void> {
  await tx.webhook.update({ where: { id }, data: { enabled: false, disabledReason } });
  await dropWaiting(tx, id);
}

/** What waits for a webhook that was switched off is not sent later, when nobody expects it. */
export async function dropWaiting(tx: Tx, webhookId: string): Promise<void> {
  await tx.webhookDelivery.updateMany({
    where: { webhookId, state: 'waiting' },
    data: { state: 'failed', nextTryAt: null, error: SWITCHED_OFF },
  });
}

/** Deletes what is older than 30 days. Answers how many. */
export async function deleteOldDeliveries(now: number): Promise<number> {
  const { count } = await db().webhookDelivery.deleteMany({
    where: { createdAt: { lt: new Date(now - KEEP_MS) } },
  });
  return count;
}
