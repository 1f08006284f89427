/* As in `asset-values.ts`. */

export const WEBHOOK_LIMITS = { count: 50, description: 200, page: 100, defaultPage: 30 } as const;

/** What a webhook can be told, with what it means. Written by triggers, see the migration `webhooks`. */
export const WEBHOOK_EVENTS = {
  'film.started': 'A film begins: new, resumed, retried or brought up to date',
  'film.staged': 'A film has reached the stage it was asked to stop after',
  'film.completed': 'A film is complete',
  'film.partial': 'A film ended with some of its shots missing',
  'film.failed': 'A film failed',
  'film.cancelled': 'A film was stopped',
  'manifest.created': 'A manifest is in the library: new, copied, imported or saved from a film',
  'manifest.updated': 'A manifest or its assets were edited; edits in a row are told once',
  'manifest.ready': 'The analysis of a manifest is done',
  'manifest.failed': 'The analysis of a manifest failed for at least one image',
  'manifest.deleted': 'A manifest was moved to the trash',
  'manifest.restored': 'A manifest came back from the trash',
} as const;

export type WebhookEvent = keyof typeof WEBHOOK_EVENTS;
export const WEBHOOK_EVENT_NAMES = Object.keys(WEBHOOK_EVENTS) as [WebhookEvent, ...WebhookEvent[]];

/** Sent on request only. */
export const PING = 'webhook.ping';

export const DELIVERY_STATES = ['waiting', 'sending', 'delivered', 'failed'] as const;

/** `whsec_` and base64 of 24 to 64 bytes, as Standard Webhooks has it. */
export const SECRET_PATTERN =
  /^whsec_(?=.{32,88}$)(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
