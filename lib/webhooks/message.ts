import { eventDataSchema, type WebhookMessage } from '../schemas/webhook.ts';

type Event = { type: string; data: unknown; occurredAt: Date };

/** Where the things are that events tell of. */
const PLACES = [
  { idField: 'project_id', isOf: 'film.', path: 'projects' },
  { idField: 'manifest_id', isOf: 'manifest.', path: 'manifests' },
] as const;

/** The body of a message: what happened, with ids and links and no text of the user's. Equal for equal rows. */
export function messageOf({ type, data, occurredAt }: Event): WebhookMessage {
  const fields = eventDataSchema.parse(data);
  const place = PLACES.find(({ isOf }) => type.startsWith(isOf));
  const address = place && `/${place.path}/${fields[place.idField]}`;
  return {
    type,
    timestamp: occurredAt.toISOString(),
    data: { ...fields, ...(address && { links: { api: `/api${address}`, page: address } }) },
  };
}
