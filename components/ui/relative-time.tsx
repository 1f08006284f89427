'use client';
import { useSyncExternalStore } from 'react';
import { exactTime, relativeTime } from '#lib/client/relative-time.ts';

const TICK_MS = 30_000;

function subscribe(onTick: () => void) {
  const timer = setInterval(onTick, TICK_MS);
  return () => clearInterval(timer);
}
/** One value per tick, so that all times of a page move together. */
const currentTick = () => Math.floor(Date.now() / TICK_MS) * TICK_MS;
const onServer = () => null;

/**
 * A time in words with the exact one on hover. The server knows neither the reader's zone nor clock: it and the
 * first paint show the UTC date, and the words follow with hydration.
 */
export function RelativeTime({ iso }: { iso: string }) {
  const tick = useSyncExternalStore(subscribe, currentTick, onServer);
  const then = Date.parse(iso);
  if (tick === null)
    return (
      <time dateTime={iso} suppressHydrationWarning>
        {relativeTime(then, then + 365 * 86_400_000, 'UTC')}
      </time>
    );
  return (
    <time dateTime={iso} title={exactTime(then)}>
      {relativeTime(then, Math.max(Date.now(), then))}
    </time>
  );
}
