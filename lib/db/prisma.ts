import { PrismaPg } from '@prisma/adapter-pg';
import { Prisma, PrismaClient } from '../generated/prisma/client.ts';
import { env } from '../server/env.ts';
import { databaseUrl } from './database-url.ts';
import { statementName } from './statement-names.ts';
import { currentUnit, UnitOfWork } from './unit-of-work.ts';

export { Prisma };

/** The client inside `db().$transaction(async (tx) => …)`: what repositories take. */
export type Tx = Prisma.TransactionClient;

/** Kept on globalThis because the dev server loads this module anew on every change. */
const shared = globalThis as { vidpipePrisma?: PrismaClient };

/**
 * The one client of this process; inside a unit of work, the client of its transaction. It is made at the first call,
 * so a build needs no database.
 */
export function db(): PrismaClient {
  shared.vidpipePrisma ??= connect();
  return currentUnit()?.client ?? shared.vidpipePrisma;
}

/** A unit of work of this process's client, see UnitOfWork. */
export function unitOfWork(onBegin: (tx: Tx) => Promise<void>): UnitOfWork {
  shared.vidpipePrisma ??= connect();
  return new UnitOfWork(shared.vidpipePrisma, onBegin);
}

/**
 * For an effect of one statement, which is whole by itself and needs no transaction of its own: only in a unit of work
 * it opens or joins that one, so that the answer is stored with it.
 */
export const inOneStatement = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  currentUnit() ? db().$transaction(work) : work(db());

/** Closes all connections, for the end of a process or a test file. */
export async function disconnect(): Promise<void> {
  const client = shared.vidpipePrisma;
  shared.vidpipePrisma = undefined;
  await client?.$disconnect();
}

function connect(): PrismaClient {
  const pool = {
    connectionString: databaseUrl(),
    // Who holds a lock is told by it (pg_stat_activity).
    application_name: `vidpipe ${process.pid}`,
    max: env.DATABASE_POOL,
    // Without it a call waits for ever when the pool is used up.
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 10_000,
    idle_in_transaction_session_timeout: 15_000,
    lock_timeout: 5_000,
  };
  const adapter = new PrismaPg(pool, { statementNameGenerator: statementName });
  // A burst waits its turn for a connection; Prisma's own two seconds would refuse it.
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 15_000 } });
}
