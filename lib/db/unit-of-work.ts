import { AsyncLocalStorage } from 'node:async_hooks';
import type { PrismaClient } from '../generated/prisma/client.ts';
import type { Prisma, Tx } from './prisma.ts';

/** Longest time, in ms, that a unit's transaction may be open: several services may run in it one after the other. */
const TIMEOUT_MS = 30_000;
const MAX_WAIT_MS = 10_000;

type Options = { maxWait?: number; timeout?: number; isolationLevel?: Prisma.TransactionIsolationLevel };

/**
 * One transaction round everything that a request does to the database. It opens with the first `$transaction` that a
 * service asks for; that one and all later calls of `db()` run in it, nested ones behind savepoints, and it commits
 * when the unit is sealed. So what is written at the end, such as the answer, stands or falls with the effect.
 */
export class UnitOfWork {
  readonly #base: PrismaClient;
  readonly #onBegin: (tx: Tx) => Promise<void>;
  #begun: Promise<Tx> | null = null;
  #tx: Tx | null = null;
  #end = Promise.withResolvers<void>();
  #outcome: Promise<void> = Promise.resolve();
  #queue: Promise<unknown> = Promise.resolve();
  #savepoints = 0;
  /** Why the transaction was not begun; what the services made of the error does not count. */
  refusal: unknown = null;

  /** `onBegin` runs first in the transaction; what it throws refuses the unit. */
  constructor(base: PrismaClient, onBegin: (tx: Tx) => Promise<void>) {
    this.#base = base;
    this.#onBegin = onBegin;
    // Nobody waits for the end of a transaction that never began.
    this.#end.promise.catch(() => {});
  }

  /** The client that services get: the plain one before the transaction is open, then one that runs inside it. */
  get client(): PrismaClient {
    const unit = this;
    return new Proxy(this.#base, {
      get(base, property) {
        if (property === '$transaction') return unit.#transaction.bind(unit);
        const from: object = unit.#tx && property in unit.#tx ? unit.#tx : base;
        const value: unknown = Reflect.get(from, property);
        return typeof value === 'function' ? value.bind(from) : value;
      },
    });
  }

  /** Commits; `write` may add to the transaction first and gets null when nothing opened it. */
  async commit(write: (tx: Tx | null) => Promise<void>): Promise<void> {
    try {
      await write(this.#tx);
    } catch (error) {
      await this.rollBack();
      throw error;
    }
    this.#end.resolve();
    await this.#outcome;
  }

  async rollBack(): Promise<void> {
    this.#end.reject(new RolledBack());
    await this.#outcome.catch(() => {});
  }

  async #transaction<T>(work: (tx: Tx) => Promise<T>, options?: Options): Promise<T> {
    if (typeof work !== 'function') throw new TypeError('A unit of work takes no list of queries.');
    const tx = await this.#begin(options);
    // A transaction inside a transaction runs at once; one beside it waits, since savepoints are a stack.
    if (inside.getStore() === this) return this.#nested(tx, work);
    const turn = this.#queue.then(() => inside.run(this, () => this.#nested(tx, work)));
    this.#queue = turn.catch(() => {});
    return turn;
  }

  async #nested<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
    this.#savepoints += 1;
    const name = `unit_${this.#savepoints}`;
    await tx.$executeRawUnsafe(`SAVEPOINT ${name}`);
    try {
      const result = await work(tx);
      await tx.$executeRawUnsafe(`RELEASE SAVEPOINT ${name}`);
      return result;
    } catch (error) {
      await tx.$executeRawUnsafe(`ROLLBACK TO SAVEPOINT ${name}`).catch(() => {});
      throw error;
    }
  }

  #begin({ maxWait = MAX_WAIT_MS, isolationLevel }: Options = {}): Promise<Tx> {
    this.#begun ??= this.#open({ maxWait, timeout: TIMEOUT_MS, ...(isolationLevel && { isolationLevel }) });
    return this.#begun;
  }

  async #open(options: Options): Promise<Tx> {
    const opened = Promise.withResolvers<Tx>();
    this.#outcome = this.#base
      .$transaction(async (tx) => {
        await this.#onBegin(tx);
        opened.resolve(tx);
        await this.#end.promise;
      }, options)
      .catch((error: unknown) => {
        opened.reject(error);
        if (!(error instanceof RolledBack)) throw error;
      });
    this.#outcome.catch(() => {});
    try {
      this.#tx = await opened.promise;
      return this.#tx;
    } catch (error) {
      this.refusal = error;
      throw error;
    }
  }
}

class RolledBack extends Error {}

/** Kept on globalThis because routes and actions may be bundled apart. */
const shared = globalThis as {
  vidpipeUnit?: AsyncLocalStorage<UnitOfWork>;
  vidpipeInside?: AsyncLocalStorage<UnitOfWork>;
};
shared.vidpipeUnit ??= new AsyncLocalStorage();
shared.vidpipeInside ??= new AsyncLocalStorage();
const current = shared.vidpipeUnit;
const inside = shared.vidpipeInside;

/** The unit that the caller runs in, if any. */
export const currentUnit = (): UnitOfWork | undefined => current.getStore();

/** Runs `work` so that `db()` is the unit's client in all that it calls. */
export const runInUnit = <T>(unit: UnitOfWork, work: () => Promise<T>): Promise<T> => current.run(unit, work);
