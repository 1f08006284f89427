import { randomUUID } from 'node:crypto';
import http, {
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from 'node:http';
import type { Socket } from 'node:net';
import { AppError } from '../errors.ts';
import { problemOf } from '../http/problem.ts';
import { CLIENT_REQUEST_ID, REQUEST_ID_HEADER } from '../http/request-id.ts';
import { isKnownHost, UNKNOWN_HOST } from '../http/same-origin.ts';
import { allowedMethods } from './allowed-methods.ts';
import { answerAgain } from './answer-again.ts';
import { draining } from './draining.ts';
import { continueWhenRead, endLateBody } from './unwanted-body.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
/** Above what load balancers keep a connection for (60 s): one that it still uses must not be closed from here. */
const KEEP_ALIVE_MS = 65_000;
/** A connection over which not a byte went for so long in the middle of an answer is one that nobody reads. */
const SILENT_MS = 300_000;
const MAX_CONNECTIONS = 1_000;
/** From this share of the connections on, those that do nothing make room. */
const CROWDED_AT = 0.9;
/** What the framework takes for its own words between its parts, and what only a proxy may say. */
const INTERNAL = /^x-middleware-/;
const OF_PROXIES = /^(x-forwarded-.*|forwarded|x-real-ip)$/;
/**
 * Clients resolve segments of dots and keep fragments to themselves (RFC 3986, 5.2.4 and 3.5). What is sent with them all
 * the same would mean one address to one part of the server and another to the next.
 */
const AMBIGUOUS = /#|(^|[/\\])(\.|%2e){1,2}([/\\]|$)/i;
const { createServer } = http;

/** What `http.createServer` takes. */
export type CreateServerArgs = [RequestListener?] | [ServerOptions, RequestListener?];

type EdgeOptions = {
  /** Address that the server listens on; see `isKnownHost`. */
  host: string;
  /** A proxy in front says who asked, and for which name. */
  trustProxy: boolean;
};

/**
 * `http.createServer` for Next, behind limits of time and number, and with an answer to what Next has none for:
 * methods it cannot represent and paths it cannot decode end as a bare 500 there, a method that a route lacks as a bare
 * 405. A request has 120 s to arrive (10 MiB at 90 kB/s). How long an answer takes has no limit while it moves.
 * A body that is refused before it came is not asked for, or not waited for.
 *
 * Written by hand because `next start` makes its server itself and takes only a keep-alive time-out; a server of our own
 * around Next's handler, or a proxy before it, would be the larger part to own.
 */
export function guardedServer(edge: EdgeOptions, ...given: CreateServerArgs): Server {
  const [options, listener] = typeof given[0] === 'object' ? [given[0], given[1]] : [{}, given[0]];
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    endLateBody(request, response);
    toOriginForm(request);
    cleanHeaders(request, edge.trustProxy);
    response.setHeader(REQUEST_ID_HEADER, request.headers[REQUEST_ID_HEADER] ?? '');
    if (draining().aborted) response.setHeader('connection', 'close');
    const refusal = refusalOf(request, edge.host);
    if (refusal) refuse(request, response, refusal);
    else answerAgain(request, response, () => listener?.(request, response));
  };
  const server = createServer(
    {
      ...options,
      headersTimeout: 15_000,
      requestTimeout: 120_000,
      connectionsCheckingInterval: 500,
      keepAliveTimeout: KEEP_ALIVE_MS,
      // Nothing here speaks another protocol: who asks for one is answered over HTTP.
      shouldUpgradeCallback: () => false,
    },
    handle,
  );
  server.maxHeadersCount = 100;
  server.maxRequestsPerSocket = 1_000;
  server.timeout = SILENT_MS;
  server.maxConnections = MAX_CONNECTIONS;
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    continueWhenRead(request, response);
    handle(request, response);
  });
  makeRoomWhenCrowded(server);
  return server;
}

/**
 * Node refuses new connections at the limit, whoever holds the others. Before that those between two requests are
 * closed, then the oldest that never said anything, so that a thousand silent ones keep nobody out.
 */
function makeRoomWhenCrowded(server: Server): void {
  const open = new Set<Socket>();
  const silent = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    silent.add(socket);
    socket.once('close', () => {
      open.delete(socket);
      silent.delete(socket);
    });
    if (open.size <= (server.maxConnections ?? MAX_CONNECTIONS) * CROWDED_AT) return;
    server.closeIdleConnections();
    const [oldest] = silent;
    if (oldest && oldest !== socket) oldest.destroy();
  });
  const hears = (request: IncomingMessage) => silent.delete(request.socket);
  server.on('request', hears);
  server.on('checkContinue', hears);
}

/** A request that names the whole address means this server all the same, and the host in it counts (RFC 9112, 3.2.2). */
function toOriginForm(request: IncomingMessage): void {
  if (!request.url || !URL.canParse(request.url)) return;
  const { host, pathname, search } = new URL(request.url);
  request.headers.host = host;
  request.url = pathname + search;
}

/** What came from outside under a name of ours goes; the request has an id that is safe to write down. */
function cleanHeaders(request: IncomingMessage, trustProxy: boolean): void {
  const isForged = (name: string) => INTERNAL.test(name) || (!trustProxy && OF_PROXIES.test(name));
  const { headers, rawHeaders } = request;
  for (const name of Object.keys(headers)) if (isForged(name)) delete headers[name];
  const sent = headers[REQUEST_ID_HEADER];
  if (typeof sent !== 'string' || !CLIENT_REQUEST_ID.test(sent)) headers[REQUEST_ID_HEADER] = randomUUID();
  request.rawHeaders = rawHeaders.filter((_, i) => {
    const name = rawHeaders[i - (i % 2)]?.toLowerCase() ?? '';
    return name in headers;
  });
}

function refusalOf(request: IncomingMessage, host: string): AppError | undefined {
  const { method = '', url = '' } = request;
  if (!METHODS.includes(method))
    return new AppError('method-not-allowed', {
      detail: 'This server does not know the method.',
      headers: { allow: METHODS.join(', ') },
    });
  const path = url.split('?', 1)[0] ?? '';
  if (!isReadable(path)) return new AppError('malformed-request', { detail: 'The path cannot be decoded.' });
  if (AMBIGUOUS.test(path))
    return new AppError('malformed-request', {
      detail: 'The path holds a segment of dots or a fragment. Send the path that it means.',
    });
  if (!isKnownHost(request.headers.host, host)) return new AppError('unknown-host', { detail: UNKNOWN_HOST });
  const allowed = allowedMethods(path);
  if (allowed && !allowed.includes(method))
    return new AppError('method-not-allowed', {
      detail: 'This address does not have the method. Allow names those that it has.',
      headers: { allow: allowed.join(', ') },
    });
  return undefined;
}

function isReadable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0');
  } catch {
    return false;
  }
}

function refuse(request: IncomingMessage, response: ServerResponse, error: AppError): void {
  const requestId = String(request.headers[REQUEST_ID_HEADER]);
  response.writeHead(error.status, {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...error.headers,
  });
  response.end(JSON.stringify(problemOf(error, requestId)));
}
