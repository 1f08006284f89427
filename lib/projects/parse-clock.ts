/** Seconds of "0:36", "1:05", "36", "36 s" or "7.5"; null for anything else. */
export function parseClock(text: string): number | null {
  const match = /^\s*(?:(\d{1,3}):)?(\d{1,4}(?:[.,]\d{1,2})?)\s*s?\s*$/.exec(text);
  if (!match) return null;
  const [, minutes, seconds = ''] = match;
  const value = Number(seconds.replace(',', '.'));
  if (minutes === undefined) return value;
  return value < 60 ? Number(minutes) * 60 + value : null;
}
