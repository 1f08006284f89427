import { at, type Call, call, keeps } from './testing-calls.ts';

const delivery: Call['send'] = ({ made }) => ({
  params: { id: made.webhook ?? '', delivery_id: made.delivery ?? '' },
});

/** No worker runs, so nothing is sent; and the webhook is gone before one does. */
export const WEBHOOKS: Call[] = [
  call(
    'createWebhook',
    { body: { url: 'https://example.com/hooks/vidpipe', events: ['film.completed', 'film.failed'] } },
    keeps('webhook', 'webhook_id'),
  ),
  call('listWebhooks'),
  call('getWebhook', at('webhook')),
  call('updateWebhook', at('webhook', { body: { description: 'Tells the editors.' } })),
  call('rotateWebhookSecret', at('webhook')),
  call('testWebhook', at('webhook'), keeps('delivery', 'delivery_id')),
  call('listWebhookDeliveries', at('webhook')),
  call('redeliverWebhook', delivery),
  call('deleteWebhook', at('webhook')),
];
