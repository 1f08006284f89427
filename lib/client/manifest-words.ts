import type { ManifestListItem } from '#lib/schemas/manifest.ts';

/** "used 12 times": without the time of the last use. */
export function usedWords(timesUsed: number): string {
  if (timesUsed === 0) return 'not used yet';
  return timesUsed === 1 ? 'used once' : `used ${timesUsed} times`;
}

/** Rough on purpose: "about 40 s", "about 3 min". */
export function aboutSeconds(seconds: number): string {
  if (seconds < 60) return `about ${Math.max(5, Math.ceil(seconds / 5) * 5)} s`;
  return `about ${Math.round(seconds / 60)} min`;
}

/** "Analysing 5 of 8, about 40 s left". The pace of this run so far tells the rest; `now` in ms. */
export function analysingWords(progress: ManifestListItem['processing_progress'], now: number): string {
  if (!progress || progress.total === 0) return 'Analysing';
  const finished = progress.done + progress.failed;
  const words = `Analysing ${finished} of ${progress.total}`;
  const elapsed = (now - Date.parse(progress.started_at)) / 1000;
  if (finished === 0 || finished === progress.total || elapsed <= 0) return words;
  return `${words}, ${aboutSeconds((elapsed / finished) * (progress.total - finished))} left`;
}

const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

/** "Three filters are on." */
export const filtersWords = (count: number) =>
  count === 1 ? 'One filter is on.' : `${NUMBERS[count] ?? count} filters are on.`;
