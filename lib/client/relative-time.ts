const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const format = (options: Intl.DateTimeFormatOptions, timeZone: string | undefined) =>
  new Intl.DateTimeFormat('en-GB', { ...options, ...(timeZone && { timeZone }) });

/** Calendar days between two instants as the zone's wall clock counts them. */
function daysBetween(then: number, now: number, timeZone: string | undefined): number {
  const iso = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', ...(timeZone && { timeZone }) });
  return Math.round((Date.parse(iso.format(now)) - Date.parse(iso.format(then))) / DAY);
}

/**
 * "just now", "5 min ago", "2 h ago", "yesterday", "Tuesday", "12 May", "12 May 2024".
 * Instants in ms; without a zone, the machine's own.
 */
export function relativeTime(then: number, now: number, timeZone?: string): string {
  const age = now - then;
  if (age < MINUTE) return 'just now';
  if (age < HOUR) return `${Math.floor(age / MINUTE)} min ago`;
  const days = daysBetween(then, now, timeZone);
  if (days <= 0) return `${Math.floor(age / HOUR)} h ago`;
  if (days === 1) return 'yesterday';
  if (days < 7) return format({ weekday: 'long' }, timeZone).format(then);
  const isThisYear =
    format({ year: 'numeric' }, timeZone).format(then) === format({ year: 'numeric' }, timeZone).format(now);
  return format(
    { day: 'numeric', month: 'short', ...(isThisYear ? {} : { year: 'numeric' }) },
    timeZone,
  ).format(then);
}

/** "20 November 2026 at 11:42": the exact time, for hover and screen readers. */
export const exactTime = (then: number, timeZone?: string) =>
  format({ dateStyle: 'long', timeStyle: 'short' }, timeZone).format(then);
