import pg from 'pg';

const EVERY_MS = 200;
/** Who lets others wait for so long is worth a line. */
const LONG_MS = 2_000;
const QUERY_CHARS = 160;

/** Who holds what another session waits for and waits for nobody itself: the head of the queue, with its age in ms. */
const HOLDERS = `
  WITH blocked AS (
    SELECT pid, pg_blocking_pids(pid) AS by, query, state_change FROM pg_stat_activity
    WHERE wait_event_type = 'Lock' AND datname = current_database())
  SELECT h.pid || ' ' || h.xact_start AS key, h.application_name AS app, h.state,
    coalesce(h.wait_event_type || '/' || h.wait_event, '') AS wait, h.query, count(*)::int AS waiting,
    (extract(epoch FROM clock_timestamp() - h.xact_start) * 1000)::int AS open_ms,
    (extract(epoch FROM clock_timestamp() - h.state_change) * 1000)::int AS quiet_ms,
    (extract(epoch FROM clock_timestamp() - min(b.state_change)) * 1000)::int AS waited_ms, min(b.query) AS waits_for
  FROM blocked b JOIN pg_stat_activity h ON h.pid = ANY(b.by)
  WHERE h.pid NOT IN (SELECT pid FROM blocked) AND h.xact_start IS NOT NULL
  GROUP BY h.pid, h.xact_start, h.application_name, h.state, h.state_change, h.wait_event_type, h.wait_event, h.query`;

type Holder = Record<'key' | 'app' | 'state' | 'wait' | 'query' | 'waits_for', string> &
  Record<'waiting' | 'open_ms' | 'quiet_ms' | 'waited_ms', number>;
type Held = { at: string; last: Holder; quietest: number; steps: Set<string> };

/** What was seen of transactions that held a lock for long. */
export type LockWatch = { lines: () => string[]; stop: () => Promise<void> };

/**
 * Looks five times a second who holds a lock that others wait for, and keeps what held one for two seconds: afterwards
 * nobody can tell. A holder that is never quiet for long waits for a processor between its statements. One that is quiet
 * at COMMIT with IO/WalSync waits for the disk; as it tells of a change (NOTIFY), every other such commit waits for it.
 */
export async function watchLocks(databaseUrl: string): Promise<LockWatch> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'vidpipe-bench-locks' });
  client.on('error', () => {});
  await client.connect();
  const seen = new Map<string, Held>();
  let looking: Promise<void> | undefined;
  const look = async () => {
    const { rows } = await client.query<Holder>(HOLDERS);
    for (const last of rows) {
      const { steps, quietest = 0 } = seen.get(last.key) ?? {};
      seen.set(last.key, {
        at: new Date().toISOString(),
        last,
        quietest: Math.max(quietest, last.quiet_ms),
        steps: new Set([...(steps ?? []), last.query]),
      });
    }
  };
  const timer = setInterval(() => {
    looking ??= look()
      .catch(() => {})
      .finally(() => {
        looking = undefined;
      });
  }, EVERY_MS);
  return {
    lines: () =>
      [...seen.values()]
        .filter(({ last }) => last.open_ms >= LONG_MS)
        .sort((a, b) => b.last.open_ms - a.last.open_ms)
        .map(lineOf),
    async stop() {
      clearInterval(timer);
      await looking;
      await client.end().catch(() => {});
    },
  };
}

const lineOf = ({ at, last, quietest, steps }: Held) =>
  `${at} ${last.app}: open ${last.open_ms} ms, quiet ${quietest} ms at most, seen at ${steps.size} different statements, ${last.state} ${last.wait} after ${cut(last.query)}; ${last.waiting} waited, the first ${last.waited_ms} ms for ${cut(last.waits_for)}`;

const cut = (query: string) => query.replace(/\s+/g, ' ').replaceAll('"public".', '').slice(0, QUERY_CHARS);
