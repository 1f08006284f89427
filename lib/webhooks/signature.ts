import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';
const KEY_BYTES = 32;

/** A new secret: `whsec_` and base64 of 256 random bits. */
export const newSecret = (): string => PREFIX + randomBytes(KEY_BYTES).toString('base64');

export type Signed = {
  /** The same for every try of one message, so that a receiver can tell that it had it. */
  id: string;
  sentAt: Date;
  body: string;
  /** More than one while a secret is being replaced. */
  secrets: readonly string[];
};

/**
 * The headers of a message as Standard Webhooks 1.0.0 has them (standardwebhooks.com, "Signature scheme"): HMAC-SHA256
 * of `id.timestamp.body`, timestamp in whole seconds, base64, one `v1` signature for each secret. By hand, because it is
 * one call of node:crypto and the library of that name brings a SHA-256 of its own under a licence that is not ours.
 */
export function signatureHeaders({ id, sentAt, body, secrets }: Signed): Record<string, string> {
  const timestamp = String(Math.floor(sentAt.getTime() / 1000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  });
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}
