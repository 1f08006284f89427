/** The server beats every 15 s; a stream that is silent for longer than two beats is dead, whatever the browser says. */
const SILENT_MS = 35_000;
/** A stream that was heard so recently needs no new connection after sleep. */
const FRESH_MS = 16_000;
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 30_000;
/** One lost connection is made good before anybody notices; after so many in a row the page should ask by itself. */
const DOWN_AFTER = 2;

/** `down`: events do not come through for now. */
export type StreamState = 'connecting' | 'open' | 'down';

type Source = Pick<EventSource, 'addEventListener' | 'close'>;

export type EventStreamOptions = {
  url: string;
  /** Names the state that the page has already; '' for none. */
  knownId: string;
  /** What is done with the data of an event, by its name. */
  events: Record<string, (data: unknown) => void>;
  onState: (state: StreamState) => void;
  connect?: (url: string) => Source;
};

export type EventStream = {
  /** The page is seen again or the network is back: connects at once where the stream is not surely alive. */
  wake: () => void;
  /** The page is hidden or the network is gone: lets the connection go until `wake`. */
  sleep: () => void;
  close: () => void;
};

/**
 * Server-sent events that survive what happens to a page: a lost connection is opened again with back-off, one that
 * says nothing is replaced, and each new one tells the id of the last event, so the server goes on from there.
 */
export function openEventStream({
  url,
  knownId,
  events,
  onState,
  connect = (address) => new EventSource(address),
}: EventStreamOptions): EventStream {
  let lastId = knownId;
  let source: Source | null = null;
  let failures = 0;
  /** When the stream was heard last, or opened. */
  let aliveAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(open, ms);
  };
  const hear = () => {
    aliveAt = Date.now();
    failures = 0;
    later(SILENT_MS);
  };
  const drop = () => {
    clearTimeout(timer);
    source?.close();
    source = null;
  };
  function fail() {
    drop();
    failures += 1;
    onState(failures >= DOWN_AFTER ? 'down' : 'connecting');
    later(Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1)));
  }
  function open() {
    drop();
    const opened = connect(lastId ? `${url}?last_event_id=${encodeURIComponent(lastId)}` : url);
    source = opened;
    aliveAt = Date.now();
    // What an old connection still says is not heard.
    const on = (name: string, act: (event: MessageEvent) => void) =>
      opened.addEventListener(name, (event) => source === opened && act(event as MessageEvent));
    on('open', () => {
      hear();
      onState('open');
    });
    on('beat', hear);
    on('error', fail);
    for (const [name, act] of Object.entries(events))
      on(name, (event) => {
        hear();
        lastId = event.lastEventId || lastId;
        act(JSON.parse(event.data));
      });
    // A connection that neither opens nor fails is one that failed.
    timer = setTimeout(fail, SILENT_MS);
  }
  open();
  return {
    wake() {
      if (source && Date.now() - aliveAt < FRESH_MS) return;
      failures = 0;
      open();
    },
    sleep: drop,
    close: drop,
  };
}
