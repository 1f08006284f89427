import { z } from 'zod';
import { cursorParameter, wholeNumberParameter } from './manifest.ts';
import { idSchema, instantSchema, proseSchema } from './text.ts';
import {
  DELIVERY_STATES,
  PING,
  SECRET_PATTERN,
  WEBHOOK_EVENT_NAMES,
  WEBHOOK_LIMITS,
} from './webhook-values.ts';

/** Where it may lead is checked by `assertPublicUrl`. */
const url = z
  .string()
  .max(2048, { error: 'too-long' })
  .regex(/^https?:\/\//i, { error: 'not-an-address' })
  .meta({ format: 'uri', description: 'http or https, public unless the installation allows otherwise.' });
const description = proseSchema(WEBHOOK_LIMITS.description);
const secret = z.string().regex(SECRET_PATTERN, { error: 'not-a-secret' }).meta({
  description: '`whsec_` and base64 of 24 to 64 bytes.',
});
const events = z
  .array(z.enum(WEBHOOK_EVENT_NAMES))
  .min(1, { error: 'empty' })
  .max(WEBHOOK_EVENT_NAMES.length, { error: 'too-many' })
  .overwrite((list) => [...new Set(list)]);

export const createWebhookSchema = z.strictObject({
  url,
  description: description.default(''),
  events: events.default([...WEBHOOK_EVENT_NAMES]).meta({ description: 'All of them unless given.' }),
  enabled: z.boolean().default(true).describe('False: registered, and sent nothing.'),
  secret: secret
    .optional()
    .meta({ description: 'Made here unless given: `whsec_` and base64 of 24 to 64 bytes.' }),
});
export type CreateWebhookInput = z.input<typeof createWebhookSchema>;
export type CreateWebhook = z.output<typeof createWebhookSchema>;

/** Absent: unchanged. */
export const updateWebhookSchema = z.strictObject({
  url: url.optional(),
  description: description.optional(),
  events: events.optional(),
  enabled: z.boolean().optional(),
});
export type UpdateWebhook = z.output<typeof updateWebhookSchema>;

export const rotateSecretSchema = z.strictObject({
  secret: secret
    .optional()
    .meta({ description: 'Made here unless given: `whsec_` and base64 of 24 to 64 bytes.' }),
});

export const webhookSchema = z.object({
  webhook_id: idSchema,
  url: z.string(),
  description: z.string(),
  events: z.array(z.enum(WEBHOOK_EVENT_NAMES)),
  enabled: z.boolean(),
  disabled_reason: z.string().nullable().describe('Why it was switched off by itself; null: it was not.'),
  failing_since: instantSchema.nullable().describe('The first failure after the last success.'),
  created_at: instantSchema,
  updated_at: instantSchema,
});
export type Webhook = z.infer<typeof webhookSchema>;

/** The only answers that hold the secret. */
export const webhookWithSecretSchema = webhookSchema.extend({ secret });
export type WebhookWithSecret = z.infer<typeof webhookWithSecretSchema>;

export const deliveryStateSchema = z.enum(DELIVERY_STATES);

export const listDeliveriesQuerySchema = z.strictObject({
  state: deliveryStateSchema.optional(),
  limit: wholeNumberParameter(1, WEBHOOK_LIMITS.page).default(WEBHOOK_LIMITS.defaultPage),
  cursor: cursorParameter,
});
export type ListDeliveriesQuery = z.output<typeof listDeliveriesQuerySchema>;

/** Ids and states, never texts of the user's. */
export const eventDataSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

export const deliverySchema = z.object({
  delivery_id: idSchema,
  webhook_id: idSchema,
  event_id: idSchema.describe('The `webhook-id` header: the same for every try and redelivery of one event.'),
  type: z.enum([...WEBHOOK_EVENT_NAMES, PING]),
  data: eventDataSchema,
  state: deliveryStateSchema,
  attempts: z.number().int(),
  response_status: z
    .number()
    .int()
    .nullable()
    .describe('Of the last try; null: there was none, or no answer.'),
  response_ms: z.number().int().nullable(),
  response_text: z.string().nullable().describe('The first 1 kB of the answer.'),
  error: z.string().nullable().describe('Why the last try failed, in words.'),
  redelivery_of: idSchema.nullable().describe('The delivery that was asked to be sent again.'),
  last_try_at: instantSchema.nullable(),
  next_try_at: instantSchema.nullable().describe('null: nothing more will happen by itself.'),
  occurred_at: instantSchema.describe('When the event happened.'),
  created_at: instantSchema,
});
export type Delivery = z.infer<typeof deliverySchema>;

/** The body of a message. */
export type WebhookMessage = {
  type: string;
  /** When it happened. */
  timestamp: string;
  /** Ids and states, and as `links` where to read more: paths of this server. */
  data: Record<string, string | number | null | { api: string; page: string }>;
};
