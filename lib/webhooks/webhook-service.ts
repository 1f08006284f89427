import { db, type Tx } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import type { Webhook as WebhookRow } from '../generated/prisma/client.ts';
import { assertPublicUrl } from '../http/public-fetch.ts';
import {
  type CreateWebhook,
  type UpdateWebhook,
  type Webhook,
  type WebhookWithSecret,
  webhookSchema,
} from '../schemas/webhook.ts';
import { WEBHOOK_LIMITS } from '../schemas/webhook-values.ts';
import { dropWaiting } from './delivery-queue.ts';
import { newSecret } from './signature.ts';

/** How long messages are signed with the secret before the last one too. */
const BOTH_SECRETS_MS = 24 * 3_600_000;

const toWebhook = (row: WebhookRow): Webhook => ({
  webhook_id: row.id,
  url: row.url,
  description: row.description,
  events: webhookSchema.shape.events.parse(row.events),
  enabled: row.enabled,
  disabled_reason: row.disabledReason,
  failing_since: row.failingSince?.toISOString() ?? null,
  created_at: row.createdAt.toISOString(),
  updated_at: row.updatedAt.toISOString(),
});

/** The secret leaves the server with the answers that make one, and with no other. */
const withSecret = (row: WebhookRow): WebhookWithSecret => ({ ...toWebhook(row), secret: row.secret });

export const webhookNotFound = () =>
  new AppError('not-found', { detail: 'There is no such webhook, or it was deleted.' });

/** Only what is evidently private is refused here; where a name leads to is checked at every connection. */
function publicUrl(text: string): string {
  try {
    return assertPublicUrl(text).href;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, detail = 'This address is refused.' } = error;
    throw new AppError(code, { detail, errors: [{ pointer: '#/url', code, detail }], cause: error });
  }
}

/** All webhooks, oldest first. */
export async function listWebhooks(): Promise<Webhook[]> {
  const rows = await db().webhook.findMany({ orderBy: { id: 'asc' }, take: WEBHOOK_LIMITS.count });
  return rows.map(toWebhook);
}

/** @throws AppError not-found */
export async function getWebhook(id: string): Promise<Webhook> {
  const row = await db().webhook.findUnique({ where: { id } });
  if (!row) throw webhookNotFound();
  return toWebhook(row);
}

/**
 * Registers an address; what happens from now on is told to it.
 * @throws AppError address-refused (evidently private), validation-failed (too many)
 */
export async function createWebhook({
  url,
  secret = newSecret(),
  ...fields
}: CreateWebhook): Promise<WebhookWithSecret> {
  const href = publicUrl(url);
  return db().$transaction(async (tx) => {
    if ((await tx.webhook.count()) >= WEBHOOK_LIMITS.count)
      throw new AppError('validation-failed', {
        detail: `There are ${WEBHOOK_LIMITS.count} webhooks. Delete one that is no longer used.`,
      });
    return withSecret(await tx.webhook.create({ data: { ...fields, url: href, secret } }));
  });
}

/** Switching it on forgets its failures; switching it off drops what waits. @throws AppError not-found, address-refused */
export async function updateWebhook(id: string, changes: UpdateWebhook): Promise<Webhook> {
  const { url, description, events, enabled } = changes;
  const data = {
    ...(url !== undefined && { url: publicUrl(url) }),
    ...(description !== undefined && { description }),
    ...(events && { events }),
    ...(enabled !== undefined && { enabled, disabledReason: null }),
    ...(enabled && { failingSince: null }),
  };
  return db().$transaction(async (tx) => {
    const row = await change(tx, id, data);
    if (enabled === false) await dropWaiting(tx, id);
    return toWebhook(row);
  });
}

/** A new secret; for a day, messages are signed with the one before too. @throws AppError not-found */
export async function rotateSecret(id: string, secret = newSecret()): Promise<WebhookWithSecret> {
  return db().$transaction(async (tx) => {
    const before = await tx.webhook.findUnique({ where: { id }, select: { secret: true } });
    if (!before) throw webhookNotFound();
    const previousSecretUntil = new Date(Date.now() + BOTH_SECRETS_MS);
    return withSecret(await change(tx, id, { secret, previousSecret: before.secret, previousSecretUntil }));
  });
}

async function change(tx: Tx, id: string, data: Partial<Omit<WebhookRow, 'id'>>): Promise<WebhookRow> {
  const [row] = await tx.webhook.updateManyAndReturn({ where: { id }, data });
  if (!row) throw webhookNotFound();
  return row;
}

/** Its log goes with it. @throws AppError not-found */
export async function deleteWebhook(id: string): Promise<void> {
  const { count } = await db().webhook.deleteMany({ where: { id } });
  if (count === 0) throw webhookNotFound();
}
