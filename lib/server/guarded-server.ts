import { randomUUID } from 'node:crypto';
import http, { type RequestListener, type Server, type ServerOptions, type ServerResponse } from 'node:http';
import { AppError } from '../errors.ts';
import { problemOf } from '../http/problem.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const { createServer } = http;

/**
 * `http.createServer` with limits on how long a request may take to arrive (10 MiB still fit at 90 kB/s), and with an
 * answer to what Next has none for: methods it cannot represent and paths it cannot decode end as a bare 500 there.
 *
 * Written by hand because `next start` makes its server itself and takes only a keep-alive time-out; a server of our own
 * around Next's handler, or a proxy before it, would be the larger part to own. How long an answer takes has no limit.
 */
export function guardedServer(...given: [RequestListener?] | [ServerOptions, RequestListener?]): Server {
  const [options, listener] = typeof given[0] === 'object' ? [given[0], given[1]] : [{}, given[0]];
  const server = createServer(
    { ...options, headersTimeout: 15_000, requestTimeout: 120_000, connectionsCheckingInterval: 1_000 },
    (request, response) => {
      const refusal = refusalOf(request.method ?? '', request.url ?? '');
      if (refusal) refuse(response, refusal);
      else listener?.(request, response);
    },
  );
  server.maxHeadersCount = 100;
  return server;
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
