const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Waits between the tries of a message: eight tries in about a day. */
const WAITS_MS = [5 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 14 * HOUR];
/** So that what failed together does not come back together. */
const JITTER = 0.2;
/** A receiver may ask for a later time, within reason. */
const MAX_RETRY_AFTER_MS = 6 * HOUR;

/** A webhook whose every try failed for so long is switched off. */
export const GIVE_UP_AFTER_MS = 3 * 24 * HOUR;

/** How long, in ms, to wait after the try of this number (from 1); null: it was the last one. */
export function waitAfter(attempt: number, retryAfterMs: number | null, random = Math.random): number | null {
  const wait = WAITS_MS[attempt - 1];
  if (wait === undefined) return null;
  const jittered = wait * (1 + JITTER * random());
  return Math.round(Math.max(jittered, Math.min(retryAfterMs ?? 0, MAX_RETRY_AFTER_MS)));
}

/** `Retry-After` in ms from now (RFC 9110, 10.2.3: seconds or a date); null: absent or not understood. */
export function retryAfterMs(header: string | undefined, now: number): number | null {
  if (header === undefined) return null;
  if (/^[0-9]{1,9}$/.test(header)) return Number(header) * SECOND;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
