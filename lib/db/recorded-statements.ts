import pg from 'pg';

/** One statement as it went to the driver. */
export type Statement = { text: string; values: unknown[] };

/** Bounds of transactions do not count as statements: they carry no question. */
const BOUND = /^\s*(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET TRANSACTION)\b/i;

export const isBound = ({ text }: Statement): boolean => BOUND.test(text);

/**
 * Runs `work` and answers every statement that this process sent meanwhile, in order, bounds of transactions included:
 * taken at the driver, below Prisma and the queue alike. For tests and benches; one at a time.
 */
export async function recordStatements(work: () => Promise<unknown>): Promise<Statement[]> {
  const sent: Statement[] = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function recorded(this: pg.Client, ...args: unknown[]) {
    sent.push(asStatement(args));
    return Reflect.apply(query, this, args);
  } as typeof query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  return sent;
}

function asStatement([query, values]: unknown[]): Statement {
  if (typeof query === 'string') return { text: query, values: Array.isArray(values) ? values : [] };
  const config = query as { text?: string; values?: unknown[] };
  return { text: config.text ?? '', values: config.values ?? (Array.isArray(values) ? values : []) };
}
