import { z } from 'zod';
import { idSchema } from '../schemas/text.ts';
import {
  createWebhookSchema,
  deliverySchema,
  listDeliveriesQuerySchema,
  rotateSecretSchema,
  updateWebhookSchema,
  webhookSchema,
  webhookWithSecretSchema,
} from '../schemas/webhook.ts';
import { linkHeader, locationHeader } from './headers.ts';
import { operation } from './operation.ts';

const tag = 'Webhooks';
const params = { id: idSchema };
const webhook = { description: 'The webhook, without its secret.', schema: webhookSchema };
const queued = { 202: { description: 'It is sent as soon as a worker is free.', schema: deliverySchema } };

export const listWebhooks = operation({
  id: 'listWebhooks',
  method: 'GET',
  path: '/api/webhooks',
  tag,
  summary: 'All webhooks, oldest first',
  description: 'At most 50, so there are no pages.',
  answers: { 200: { description: 'Without their secrets.', schema: webhookSchema.array() } },
});

export const createWebhook = operation({
  id: 'createWebhook',
  method: 'POST',
  path: '/api/webhooks',
  tag,
  summary: 'Register an address for events',
  description:
    'Messages are signed as Standard Webhooks has it and sent at least once, with eight tries in about a day. The secret is in this answer and in that of a rotation, never again. Private addresses are refused unless `ALLOW_PRIVATE_ADDRESSES` names them. 50 webhooks at most.',
  body: createWebhookSchema,
  example: { url: 'https://example.com/hooks/vidpipe', events: ['film.completed', 'film.failed'] },
  answers: {
    201: {
      description: 'The webhook with its secret.',
      schema: webhookWithSecretSchema,
      headers: { location: locationHeader },
    },
  },
  errors: ['address-refused'],
});

export const getWebhook = operation({
  id: 'getWebhook',
  method: 'GET',
  path: '/api/webhooks/{id}',
  tag,
  summary: 'A webhook',
  description: 'Where it sends, what for, and whether it fails at present.',
  params,
  answers: { 200: webhook },
});

export const updateWebhook = operation({
  id: 'updateWebhook',
  method: 'PATCH',
  path: '/api/webhooks/{id}',
  tag,
  summary: 'Change a webhook, switch it on or off',
  description:
    'Absent fields stay as they are. Switched off, it drops what waits. Switched on, its failures are forgotten.',
  params,
  body: updateWebhookSchema,
  example: { enabled: true },
  answers: { 200: webhook },
  errors: ['address-refused'],
});

export const deleteWebhook = operation({
  id: 'deleteWebhook',
  method: 'DELETE',
  path: '/api/webhooks/{id}',
  tag,
  summary: 'Delete a webhook with its log',
  description: 'What waits to be sent to it is dropped.',
  params,
  answers: {
    200: {
      description: 'It is gone.',
      schema: z.object({ status: z.literal('deleted'), webhook_id: idSchema }),
    },
  },
});

export const rotateWebhookSecret = operation({
  id: 'rotateWebhookSecret',
  method: 'POST',
  path: '/api/webhooks/{id}/rotate-secret',
  tag,
  summary: 'Give a webhook a new secret',
  description: 'For 24 hours messages carry a signature of the secret before as well.',
  params,
  body: rotateSecretSchema,
  bodyOptional: true,
  example: {},
  answers: { 200: { description: 'The webhook with its new secret.', schema: webhookWithSecretSchema } },
});

export const testWebhook = operation({
  id: 'testWebhook',
  method: 'POST',
  path: '/api/webhooks/{id}/test',
  tag,
  summary: 'Send a `webhook.ping`',
  description:
    'Whatever events it listens to. `GET …/deliveries` tells how it went. Refused while the webhook is switched off.',
  params,
  answers: queued,
  errors: ['invalid-state'],
});

export const listWebhookDeliveries = operation({
  id: 'listWebhookDeliveries',
  method: 'GET',
  path: '/api/webhooks/{id}/deliveries',
  tag,
  summary: 'The log of a webhook, newest first',
  description: 'One entry for each message, with its last try. Kept for 30 days; 30 to a page.',
  params,
  query: listDeliveriesQuerySchema,
  answers: {
    200: { description: 'One page.', schema: deliverySchema.array(), headers: { link: linkHeader } },
  },
  errors: ['invalid-cursor'],
});

export const redeliverWebhook = operation({
  id: 'redeliverWebhook',
  method: 'POST',
  path: '/api/webhooks/{id}/deliveries/{delivery_id}/redeliver',
  tag,
  summary: 'Send a message again',
  description:
    'One that waits for its next try is sent now. One that is over gets a delivery of its own, with the same `webhook-id`. Refused while the webhook is switched off.',
  params: { id: idSchema, delivery_id: idSchema },
  answers: queued,
  errors: ['invalid-state'],
});
