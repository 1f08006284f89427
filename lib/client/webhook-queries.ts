import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  CreateWebhookInput,
  Delivery,
  UpdateWebhook,
  Webhook,
  WebhookWithSecret,
} from '#lib/schemas/webhook.ts';
import { apiFetch, nextCursorOf, readAnswer } from './http.ts';

export const webhookKeys = {
  all: ['webhooks'] as const,
  log: (id: string) => [...webhookKeys.all, 'log', id] as const,
};

const schemas = () => import('#lib/schemas/webhook.ts');

export type DeliveryPage = { items: Delivery[]; next_cursor: string | null };

/** While something is on its way, its state is looked at so often. */
const SOON_MS = 1_500;

/** All webhooks, oldest first. */
export const webhookListOptions = () =>
  queryOptions({
    queryKey: webhookKeys.all,
    queryFn: async ({ signal }) =>
      readAnswer(
        await apiFetch('/api/webhooks', { signal }),
        schemas().then((file) => file.webhookSchema.array()),
      ),
  });

/** What was sent to a webhook, newest first. */
export const deliveryLogOptions = (id: string) =>
  infiniteQueryOptions({
    queryKey: webhookKeys.log(id),
    queryFn: async ({ pageParam, signal }): Promise<DeliveryPage> => {
      const query = new URLSearchParams(pageParam === null ? {} : { cursor: pageParam });
      const response = await apiFetch(`/api/webhooks/${id}/deliveries?${query}`, { signal });
      const items = await readAnswer(
        response,
        schemas().then((file) => file.deliverySchema.array()),
      );
      return { items, next_cursor: nextCursorOf(response.headers.get('link')) };
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page: DeliveryPage) => page.next_cursor,
    refetchInterval: ({ state }) => (state.data?.pages[0]?.items.some(isSoon) ? SOON_MS : false),
  });

const isSoon = ({ next_try_at }: Delivery) =>
  next_try_at !== null && Date.parse(next_try_at) < Date.now() + 60_000;

const send = (url: string, method: 'POST' | 'PATCH', body?: object) =>
  apiFetch(url, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });

const withSecret = () => schemas().then((file) => file.webhookWithSecretSchema);

/** @throws AppError address-refused, validation-failed */
export const createWebhook = async (webhook: CreateWebhookInput): Promise<WebhookWithSecret> =>
  readAnswer(await send('/api/webhooks', 'POST', webhook), withSecret());

/** @throws AppError not-found, address-refused, validation-failed */
export const updateWebhook = async (id: string, changes: UpdateWebhook): Promise<Webhook> =>
  readAnswer(
    await send(`/api/webhooks/${id}`, 'PATCH', changes),
    schemas().then((file) => file.webhookSchema),
  );

/** @throws AppError not-found */
export const rotateSecret = async (id: string): Promise<WebhookWithSecret> =>
  readAnswer(await send(`/api/webhooks/${id}/rotate-secret`, 'POST'), withSecret());

/** @throws AppError not-found */
export async function deleteWebhook(id: string): Promise<void> {
  await apiFetch(`/api/webhooks/${id}`, { method: 'DELETE' });
}

/** @throws AppError not-found, invalid-state (switched off) */
export async function sendPing(id: string): Promise<void> {
  await send(`/api/webhooks/${id}/test`, 'POST');
}

/** @throws AppError not-found, invalid-state (switched off) */
export async function redeliver({ webhook_id, delivery_id }: Delivery): Promise<void> {
  await send(`/api/webhooks/${webhook_id}/deliveries/${delivery_id}/redeliver`, 'POST');
}
