import { AppError } from '../errors.ts';
import { type PublicAnswer, publicFetch } from '../http/public-fetch.ts';
import { logger } from '../server/logger.ts';
import type { ClaimedDelivery } from './delivery-queue.ts';
import { messageOf } from './message.ts';
import { retryAfterMs } from './retry-schedule.ts';
import { signatureHeaders } from './signature.ts';

const CONNECT_MS = 5_000;
/** From the call to the last byte that is read. */
const WHOLE_MS = 10_000;
/** Of the answer, read and kept for the log. */
const KEPT_BYTES = 1024;
/** More than one read of a socket brings (64 kB): the first read is looked at, the rest is never asked for. */
const MAX_ANSWER_BYTES = 128 * 1024;

/** How a try ended. */
export type Outcome = {
  /** null: no answer. */
  status: number | null;
  ms: number;
  /** The first 1 kB of the answer; null: empty or none. */
  text: string | null;
  /** Why it failed, in words; null: it was taken. */
  error: string | null;
  retryAfterMs: number | null;
};

/**
 * Sends one message. Any 2xx takes it; redirects are not followed, and what an answer says beyond its status is for the
 * log only. Throws nothing but the reason of `signal`.
 */
export async function sendMessage(
  delivery: ClaimedDelivery,
  { signal, timeoutMs = WHOLE_MS }: { signal: AbortSignal; timeoutMs?: number | undefined },
): Promise<Outcome> {
  const sentAt = new Date();
  const started = performance.now();
  const ms = () => Math.round(performance.now() - started);
  try {
    const body = JSON.stringify(messageOf(delivery));
    const answer = await publicFetch(delivery.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...signatureHeaders({ id: delivery.eventId, sentAt, body, secrets: delivery.secrets }),
      },
      body,
      connectTimeoutMs: CONNECT_MS,
      timeoutMs,
      maxBytes: MAX_ANSWER_BYTES,
      redirects: 0,
      signal,
    });
    const text = await startOf(answer);
    const after = retryAfterMs(answer.headers['retry-after'], Date.now());
    return { status: answer.status, ms: ms(), text, error: wordsFor(answer.status), retryAfterMs: after };
  } catch (error) {
    signal.throwIfAborted();
    const detail = error instanceof AppError ? error.detail : undefined;
    if (!detail) logger.warn({ err: error, delivery_id: delivery.id }, 'a message could not be sent');
    return {
      status: null,
      ms: ms(),
      text: null,
      error: detail ?? 'The message could not be sent.',
      retryAfterMs: null,
    };
  }
}

function wordsFor(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400)
    return `The receiver answered ${status}, and redirects are not followed.`;
  return `The receiver answered ${status}.`;
}

/** The beginning of an answer as text that the database can hold. An answer that breaks off has one too. */
async function startOf(answer: PublicAnswer): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of answer.body) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= KEPT_BYTES) break;
    }
  } catch {
    // The status says whether it was taken.
  }
  const text = new TextDecoder().decode(Buffer.concat(chunks).subarray(0, KEPT_BYTES));
  return text.replaceAll(/(?![\t\n\r])\p{Cc}/gu, ' ').trim() || null;
}
