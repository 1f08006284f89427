import { createHash } from 'node:crypto';
import type pg from 'pg';
import { decodeVideo, readFrame } from '../media/decode-video.ts';
import { probeVideo } from '../media/probe-video.ts';
import { createFrame } from '../media/yuv.ts';

/*
 * What tests and the bench need to kill workers and to see what it cost: a journal of every step's states, written by
 * the database itself, and gates that hold a worker inside a transaction until it is killed there.
 */

/** Of the advisory lock behind every gate; the value means nothing. */
const GATE_LOCK = 7_206_916;

/** A moment of a run: the table, and what its row is about to become. */
export type Gate = {
  name: string;
  table: 'projects' | 'keyframes' | 'clips';
  from: string;
  to: string;
};

/** Writes down every change of a step's state or picture and of a film's. */
export async function startJournal(client: pg.Client): Promise<void> {
  await client.query(`
    CREATE TABLE step_journal (id bigserial, step uuid, kind text, was text, is_now text);
    CREATE FUNCTION write_journal() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      INSERT INTO step_journal (step, kind, was, is_now) VALUES (NEW.id, TG_TABLE_NAME, OLD.state, NEW.state);
      RETURN NULL;
    END $$;
    CREATE FUNCTION write_film_journal() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      INSERT INTO step_journal (step, kind, was, is_now)
        VALUES (NEW.id, TG_TABLE_NAME, OLD.status, replace(NEW.status::text, 'complete', 'done'));
      RETURN NULL;
    END $$;
    CREATE TRIGGER journal AFTER UPDATE OF state, blob_hash ON keyframes FOR EACH ROW EXECUTE FUNCTION write_journal();
    CREATE TRIGGER journal AFTER UPDATE OF state, blob_hash ON clips FOR EACH ROW EXECUTE FUNCTION write_journal();
    CREATE TRIGGER journal AFTER UPDATE OF status, output_hash ON projects
      FOR EACH ROW EXECUTE FUNCTION write_film_journal();`);
}

/**
 * How often a step was claimed, how often steps and films were finished, and how often one that was finished was
 * touched again.
 */
export async function readJournal(
  client: pg.Client,
): Promise<{ claims: number; steps: number; films: number; undone: number }> {
  const { rows } = await client.query(`
    SELECT count(*) FILTER (WHERE is_now = 'running')::int AS claims,
      count(*) FILTER (WHERE is_now = 'done' AND kind <> 'projects')::int AS steps,
      count(*) FILTER (WHERE is_now = 'done' AND kind = 'projects')::int AS films,
      count(*) FILTER (WHERE was IN ('done', 'complete'))::int AS undone FROM step_journal`);
  return rows[0];
}

export async function installGates(client: pg.Client): Promise<void> {
  await client.query(`
    CREATE TABLE gate (at_table text, was text, becomes text);
    CREATE FUNCTION hold_at_gate() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF EXISTS (SELECT 1 FROM gate WHERE at_table = TG_TABLE_NAME
        AND was = to_jsonb(OLD)->>TG_ARGV[0] AND becomes = to_jsonb(NEW)->>TG_ARGV[0])
      THEN PERFORM pg_advisory_xact_lock_shared(${GATE_LOCK}); END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER gate BEFORE UPDATE OF status ON projects FOR EACH ROW EXECUTE FUNCTION hold_at_gate('status');
    CREATE TRIGGER gate BEFORE UPDATE OF state ON keyframes FOR EACH ROW EXECUTE FUNCTION hold_at_gate('state');
    CREATE TRIGGER gate BEFORE UPDATE OF state ON clips FOR EACH ROW EXECUTE FUNCTION hold_at_gate('state');`);
}

/** The next worker that comes to this moment stays there. */
export async function closeGate(client: pg.Client, { table, from, to }: Gate): Promise<void> {
  await client.query(`SELECT pg_advisory_lock(${GATE_LOCK})`);
  await client.query('INSERT INTO gate VALUES ($1, $2, $3)', [table, from, to]);
}

export async function isHeld(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = ${GATE_LOCK} AND NOT granted`,
  );
  return (rowCount ?? 0) > 0;
}

/** Lets what was held go on: of a worker that is dead, the server finds so and rolls back. */
export async function openGate(client: pg.Client): Promise<void> {
  await client.query('DELETE FROM gate');
  await client.query(`SELECT pg_advisory_unlock(${GATE_LOCK})`);
}

/** As if the time had passed after which what failed is tried again. */
export async function endBackoff(client: pg.Client): Promise<void> {
  await client.query(
    `UPDATE pgboss.job SET start_after = now() WHERE state = 'retry' AND start_after > now()`,
  );
}

/** As if the time had passed after which a silent worker counts as dead. How many jobs it was at. */
export async function expireHeartbeats(client: pg.Client): Promise<number> {
  const { rowCount } = await client.query(`
    UPDATE pgboss.job SET heartbeat_on = heartbeat_on - interval '1 hour'
    WHERE state = 'active' AND heartbeat_on > now() - interval '30 minutes'`);
  return rowCount ?? 0;
}

/** SHA-256 of a film's decoded frames. */
export async function framesHash(path: string): Promise<string> {
  const { width, height } = await probeVideo(path);
  const frame = createFrame(width, height);
  const hash = createHash('sha256');
  for await (const decoded of decodeVideo(path)) hash.update(readFrame(decoded, frame).data);
  return hash.digest('hex');
}
