'use client';
import { useEffect, useState } from 'react';

/** The present in milliseconds, once a second while `isTicking`; `fallback` until the browser runs. */
export function useNow(isTicking: boolean, fallback: string): number {
  const [now, setNow] = useState(() => Date.parse(fallback));
  useEffect(() => {
    if (!isTicking) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [isTicking]);
  return now;
}
