import pg from 'pg';
import { logger } from '../server/logger.ts';
import { databaseUrl } from './database-url.ts';

/** A look is quick or it is not worth waiting for. */
const LOOK_MS = 2_000;

/**
 * What transactions can be seen now, as one text: the present snapshot of the database (`pg_current_snapshot`: oldest
 * running, next, and those running between). Two equal texts see the same rows, all of them: a transaction that commits
 * between the two has a number, and with it the second differs. So what was read at one is still true at the other, and
 * a text that was left never returns.
 * Source: the manual of PostgreSQL 18, "Transaction ID and Snapshot Information Functions" and "Transaction Isolation".
 */
export class DatabaseState {
  #pool: pg.Pool | undefined;
  #running: Promise<string | null> = Promise.resolve(null);
  #next: Promise<string | null> | undefined;

  /**
   * The state at some time after this call; null when the database does not say. Calls that wait for the same look share
   * it: one runs, one at most waits.
   */
  read(): Promise<string | null> {
    this.#next ??= this.#running.then(() => {
      this.#next = undefined;
      this.#running = this.#look();
      return this.#running;
    });
    return this.#next;
  }

  async close(): Promise<void> {
    await this.#pool?.end();
  }

  /** By a connection of its own: one of the pool would wait behind the work of others. */
  async #look(): Promise<string | null> {
    try {
      this.#pool ??= connect();
      const { rows } = await this.#pool.query<[string]>({
        name: 'database_state',
        text: 'SELECT pg_current_snapshot()::text',
        rowMode: 'array',
      });
      return rows[0]?.[0] ?? null;
    } catch (err) {
      logger.warn({ err }, 'the state of the database could not be read');
      return null;
    }
  }
}

function connect(): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl(),
    application_name: 'vidpipe-state',
    max: 1,
    connectionTimeoutMillis: LOOK_MS,
    query_timeout: LOOK_MS,
    idleTimeoutMillis: 30_000,
    allowExitOnIdle: true,
  });
  // One that breaks between two looks is replaced at the next.
  pool.on('error', (err) => logger.debug({ err }, 'the connection for the state of the database ended'));
  return pool;
}
