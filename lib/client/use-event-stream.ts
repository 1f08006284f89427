'use client';
import { useEffect, useEffectEvent, useState } from 'react';
import { openEventStream, type StreamState } from './event-stream.ts';

type Options = {
  /** null: nothing to listen to now. */
  url: string | null;
  /** Names the state that the page has when the stream begins; '' for none. */
  knownId?: () => string;
  /** Name of the events, and what is done with their data. */
  event: string;
  onEvent: (data: unknown) => void;
};

/**
 * Listens to server-sent events while the page is seen. A hidden page, and one without network, lets its connection go
 * (a browser has six of them for all tabs together) and catches up at once when it is back.
 */
export function useEventStream({ url, knownId = () => '', event, onEvent }: Options): StreamState {
  const [state, setState] = useState<StreamState>('connecting');
  const first = useEffectEvent(knownId);
  const act = useEffectEvent(onEvent);

  useEffect(() => {
    if (url === null) return;
    const stream = openEventStream({
      url,
      knownId: first(),
      events: { [event]: (data) => act(data) },
      onState: setState,
    });
    const look = () => (document.visibilityState === 'visible' ? stream.wake() : stream.sleep());
    look();
    const goOffline = () => {
      stream.sleep();
      setState('connecting');
    };
    document.addEventListener('visibilitychange', look);
    window.addEventListener('online', look);
    window.addEventListener('offline', goOffline);
    // A page that comes back from the browser's history.
    window.addEventListener('pageshow', look);
    return () => {
      stream.close();
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('online', look);
      window.removeEventListener('offline', goOffline);
      window.removeEventListener('pageshow', look);
      setState('connecting');
    };
  }, [url, event]);

  return state;
}
