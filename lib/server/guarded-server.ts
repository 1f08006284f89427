import { randomUUID } from 'node:crypto';
import http, {
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from 'node:http';
import { AppError } from '../errors.ts';
import { problemOf } from '../http/problem.ts';

/** How long the rest of a body may take that nobody wants any more. */
const LINGER_MS = 5_000;
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const { createServer } = http;

/**
 * `http.createServer` with limits on how long a request may take to arrive (10 MiB still fit at 90 kB/s), and with an
 * answer to what Next has none for: methods it cannot represent and paths it cannot decode end as a bare 500 there.
 * A body that is refused before it came is not asked for, or not waited for.
 *
 * Written by hand because `next start` makes its server itself and takes only a keep-alive time-out; a server of our own
 * around Next's handler, or a proxy before it, would be the larger part to own. How long an answer takes has no limit.
 */
export function guardedServer(...given: [RequestListener?] | [ServerOptions, RequestListener?]): Server {
  const [options, listener] = typeof given[0] === 'object' ? [given[0], given[1]] : [{}, given[0]];
  const guarded: RequestListener = (request, response) => {
    endLateBody(request, response);
    const refusal = refusalOf(request.method ?? '', request.url ?? '');
    if (refusal) refuse(response, refusal);
    else listener?.(request, response);
  };
  const server = createServer(
    { ...options, headersTimeout: 15_000, requestTimeout: 120_000, connectionsCheckingInterval: 1_000 },
    guarded,
  );
  server.on('checkContinue', (request, response) => {
    continueWhenRead(request, response);
    guarded(request, response);
  });
  server.maxHeadersCount = 100;
  return server;
}

/**
 * `Expect: 100-continue` (RFC 9110, 10.1.1): the body is asked for when somebody reads it. Who refuses by the headers
 * alone never gets it, and what follows on such a connection cannot be told from it.
 */
function continueWhenRead(request: IncomingMessage, response: ServerResponse): void {
  const read = request._read;
  response.shouldKeepAlive = false;
  request._read = (size) => {
    request._read = read;
    if (!response.headersSent) response.writeContinue();
    read.call(request, size);
  };
}

/** After an answer the client has a moment to end what it sends; an endless body goes with its connection. */
function endLateBody(request: IncomingMessage, response: ServerResponse): void {
  response.once('finish', () => {
    if (request.complete) return;
    const timer = setTimeout(() => {
      if (!request.complete) request.socket.destroy();
    }, LINGER_MS).unref();
    request.once('close', () => clearTimeout(timer));
  });
}

function refusalOf(method: string, url: string): AppError | undefined {
  if (!METHODS.includes(method))
    return new AppError('method-not-allowed', {
      detail: 'This server does not know the method.',
      headers: { allow: METHODS.join(', ') },
    });
  if (!isReadable(url.split('?', 1)[0] ?? ''))
    return new AppError('malformed-request', { detail: 'The path cannot be decoded.' });
  return undefined;
}

function isReadable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0');
  } catch {
    return false;
  }
}

function refuse(response: ServerResponse, error: AppError): void {
  const requestId = randomUUID();
  response.writeHead(error.status, {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-request-id': requestId,
    ...error.headers,
  });
  response.end(JSON.stringify(problemOf(error, requestId)));
}
