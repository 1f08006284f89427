'use client';
import { useEffect } from 'react';

/** The browser asks before the tab is closed or reloaded while something would be lost. */
export function useLeaveGuard(wouldLose: () => boolean): void {
  useEffect(() => {
    const onBeforeUnload = (event: BeforeUnloadEvent) => {
      if (wouldLose()) event.preventDefault();
    };
    window.addEventListener('beforeunload', onBeforeUnload);
    return () => window.removeEventListener('beforeunload', onBeforeUnload);
  }, [wouldLose]);
}
