import { AppError } from '../errors.ts';
import { logger } from '../server/logger.ts';

/**
 * PostgreSQL and driver codes that mean "not now": connection loss, shutdown, too many connections, time-outs, and
 * transactions that lost against others (lock time-out, serialization, deadlock, write conflict).
 */
const UNAVAILABLE =
  /^(08|53|57P0)|^(P1001|P1002|P1008|P1017|P2024|P2028|P2034|ECONNREFUSED|ECONNRESET|57014|55P03|40001|40P01|DatabaseNotReachable|ConnectionClosed|SocketTimeout)$/;

function sqlState(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const { code, meta, cause } = error as {
    code?: unknown;
    meta?: { driverAdapterError?: unknown };
    cause?: unknown;
  };
  const nested = meta?.driverAdapterError ?? cause;
  const inner = nested && nested !== error ? sqlState(nested) : '';
  // Of a connection that was lost the driver tells no code, only what kind of loss it is.
  const { originalCode, kind } = error as { originalCode?: unknown; kind?: unknown };
  return inner || [originalCode, kind, code].find((each) => typeof each === 'string') || '';
}

/** Whether an error only says that the database did not answer now: the same call may succeed later. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof AppError) return error.code === 'unavailable';
  return (
    UNAVAILABLE.test(sqlState(error)) ||
    (error instanceof Error && /timeout exceeded when trying to connect/.test(error.message))
  );
}

/**
 * The only place that meets `unknown`: an `AppError` passes, everything else becomes `internal` or `unavailable`
 * and is logged once with the request's id.
 */
export function toAppError(error: unknown, requestId: string): AppError {
  if (error instanceof AppError) {
    if (error.status >= 500) logger.error({ err: error.cause ?? error, request_id: requestId }, error.code);
    return error;
  }
  const state = sqlState(error);
  const unavailable = isUnavailable(error);
  logger.error(
    { err: error, request_id: requestId, sql_state: state },
    unavailable ? 'unavailable' : 'unexpected error',
  );
  return unavailable
    ? new AppError('unavailable', {
        detail: 'The database did not answer. Try again in a moment.',
        headers: { 'retry-after': '2' },
        cause: error,
      })
    : new AppError('internal', {
        detail: 'The request failed on our side. The log has the details under its id.',
        cause: error,
      });
}
