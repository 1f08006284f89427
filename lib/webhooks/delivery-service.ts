import { randomUUID } from 'node:crypto';
import { notifyWebhooks } from '../db/events.ts';
import { db, type Tx } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import type { WebhookDelivery as DeliveryRow } from '../generated/prisma/client.ts';
import { cursorKey, decodeCursor, encodeCursor } from '../http/cursor.ts';
import { type Delivery, deliverySchema, type ListDeliveriesQuery } from '../schemas/webhook.ts';
import { PING } from '../schemas/webhook-values.ts';
import { webhookNotFound } from './webhook-service.ts';

const toDelivery = (row: DeliveryRow): Delivery => ({
  delivery_id: row.id,
  webhook_id: row.webhookId,
  event_id: row.eventId,
  type: deliverySchema.shape.type.parse(row.type),
  data: deliverySchema.shape.data.parse(row.data),
  state: row.state,
  attempts: row.attempts,
  response_status: row.responseStatus,
  response_ms: row.responseMs,
  response_text: row.responseText,
  error: row.error,
  redelivery_of: row.redeliveryOf,
  last_try_at: row.lastTryAt?.toISOString() ?? null,
  next_try_at: row.nextTryAt?.toISOString() ?? null,
  occurred_at: row.occurredAt.toISOString(),
  created_at: row.createdAt.toISOString(),
});

export type DeliveryPage = { items: Delivery[]; next_cursor: string | null };

/** The log of a webhook, newest first, of the last 30 days. @throws AppError not-found, invalid-cursor */
export async function listDeliveries(webhookId: string, query: ListDeliveriesQuery): Promise<DeliveryPage> {
  const { state, limit } = query;
  const list = `deliveries:${webhookId}:${state ?? ''}`;
  const after = query.cursor === undefined ? null : decodeCursor(list, query.cursor, cursorKey.instant);
  const webhook = await db().webhook.findUnique({ where: { id: webhookId }, select: { id: true } });
  if (!webhook) throw webhookNotFound();
  const rows = await db().webhookDelivery.findMany({
    where: { webhookId, ...(state && { state }), ...(after && older(new Date(after.key), after.id)) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  });
  const items = rows.slice(0, limit).map(toDelivery);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, next_cursor: last ? encodeCursor(list, last.created_at, last.delivery_id) : null };
}

const older = (createdAt: Date, id: string) => ({
  createdAt: { lte: createdAt },
  OR: [{ createdAt: { lt: createdAt } }, { id: { lt: id } }],
});

/**
 * Sends a message again: one that waits is sent now, one that is over gets a delivery of its own with the same
 * `webhook-id`.
 * @throws AppError not-found; invalid-state (the webhook is switched off)
 */
export async function redeliver(webhookId: string, deliveryId: string): Promise<Delivery> {
  return db().$transaction(async (tx) => {
    await lockEnabled(tx, webhookId);
    await tx.webhookDelivery.updateMany({
      where: { id: deliveryId, webhookId, state: 'waiting' },
      data: { nextTryAt: new Date() },
    });
    const row = await tx.webhookDelivery.findFirst({ where: { id: deliveryId, webhookId } });
    if (!row)
      throw new AppError('not-found', { detail: 'There is no such delivery; they are kept for 30 days.' });
    await notifyWebhooks(tx);
    if (row.nextTryAt !== null) return toDelivery(row);
    const { eventId, type, subjectId, occurredAt } = row;
    const data = deliverySchema.shape.data.parse(row.data);
    return toDelivery(
      await tx.webhookDelivery.create({
        data: { webhookId, eventId, type, subjectId, data, occurredAt, redeliveryOf: row.id },
      }),
    );
  });
}

/** Sends a message that says nothing but that the webhook works. @throws AppError not-found, invalid-state (switched off) */
export async function ping(webhookId: string): Promise<Delivery> {
  return db().$transaction(async (tx) => {
    await lockEnabled(tx, webhookId);
    await notifyWebhooks(tx);
    return toDelivery(
      await tx.webhookDelivery.create({
        data: {
          webhookId,
          eventId: randomUUID(),
          type: PING,
          subjectId: webhookId,
          data: { webhook_id: webhookId },
        },
      }),
    );
  });
}

/** Until the transaction ends, nobody switches the webhook off. */
async function lockEnabled(tx: Tx, id: string): Promise<void> {
  const [row] = await tx.$queryRaw<{ enabled: boolean }[]>`
    SELECT enabled FROM webhooks WHERE id = ${id}::uuid FOR SHARE`;
  if (!row) throw webhookNotFound();
  if (!row.enabled)
    throw new AppError('invalid-state', { detail: 'This webhook is switched off. Switch it on first.' });
}
