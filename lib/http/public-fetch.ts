import { lookup as dnsLookup, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector, errors, request } from 'undici';
import { AppError } from '../errors.ts';
import { env } from '../server/env.ts';
import { type AllowedAddresses, mayConnect, mayResolve } from './address-rules.ts';

/** Characters of an address that people give; longer ones are refused. */
export const MAX_URL_LENGTH = 2048;

type PublicFetchOptions = {
  method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  /** From the call to the last byte of the answer. */
  timeoutMs?: number;
  /** Name look-up, connection and TLS together, of each hop. */
  connectTimeoutMs?: number;
  /** The answer may hold this many bytes; at one more, reading `body` throws `answer-too-large`. */
  maxBytes?: number;
  /** How many redirects are followed (GET and HEAD only); at 0 a redirect is an answer like any other. */
  redirects?: number;
  signal?: AbortSignal;
};

export type PublicAnswer = {
  status: number;
  /** Lower-case names; of a name that came several times, the values with commas between. */
  headers: Record<string, string>;
  /** Read it, or close the answer. */
  body: AsyncIterable<Uint8Array>;
  /** Ends the connection of an answer that nobody reads; otherwise it is there until the time is over. */
  close: () => void;
  /** Where the answer came from, after redirects. */
  url: string;
};

type Resolver = (
  name: string,
  options: { all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

const refused = (detail: string) => new AppError('address-refused', { detail });
const NOT_PUBLIC = 'The address does not lead to a public host.';

/**
 * Checks an address without connecting: http or https, no credentials, not too long, no private literal address in any
 * spelling, no name that only means the own network. Where a name leads to is checked when it is connected.
 * @throws AppError address-refused
 */
export function assertPublicUrl(text: string, allowed: AllowedAddresses = env.ALLOW_PRIVATE_ADDRESSES): URL {
  if (text.length > MAX_URL_LENGTH) throw refused(`An address has at most ${MAX_URL_LENGTH} characters.`);
  // The parser drops tabs and line ends and takes \ for /: what is shown and what is asked would differ.
  const url = /[\p{Cc}\s\\]/u.test(text) ? null : URL.parse(text);
  if (!url) throw refused('This is not an address.');
  if (!/^https?:\/\//i.test(text)) throw refused('An address begins with http:// or https://.');
  if (url.username || url.password) throw refused('An address holds no user name and no password.');
  const host = hostOf(url.hostname);
  if (isIP(host) ? !mayConnect(host, host, allowed) : !mayResolve(host, allowed)) throw refused(NOT_PUBLIC);
  return url;
}

/** A host as its rules name it: no brackets, no final dot. */
const hostOf = (hostname: string) => hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');

/** A connection that is opened to allowed addresses only, whatever the name resolved to when it was checked before. */
function guardedAgent(allowed: AllowedAddresses, resolve: Resolver, connectTimeoutMs: number): Agent {
  const lookup: LookupFunction = (name, options, done) => {
    resolve(name, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '');
      const addresses = found.filter(({ address }) => mayConnect(address, hostOf(name), allowed));
      const [first] = addresses;
      if (!first) return done(refused(NOT_PUBLIC), '');
      if (options.all) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
  const connect = buildConnector({ lookup, timeout: connectTimeoutMs, allowH2: false });
  return new Agent({
    // No connection is kept: each request asks for its address anew.
    pipelining: 0,
    connect: (options, done) => {
      const host = hostOf(options.hostname);
      // A literal address is connected without a look-up.
      if (isIP(host) && !mayConnect(host, host, allowed)) done(refused(NOT_PUBLIC), null);
      else connect(options, done);
    },
  });
}

/** `publicFetch` with its own rules and resolver: for tests. */
export function publicFetcher({
  allowed,
  resolve = dnsLookup,
}: {
  allowed: () => AllowedAddresses;
  resolve?: Resolver;
}) {
  return async function fetchPublic(
    address: string,
    {
      method = 'GET',
      headers = {},
      body,
      timeoutMs = 30_000,
      connectTimeoutMs = 10_000,
      maxBytes = 1024 * 1024,
      redirects = 0,
      signal,
    }: PublicFetchOptions = {},
  ): Promise<PublicAnswer> {
    const rules = allowed();
    const ends = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])]);
    let url = assertPublicUrl(address, rules);
    let sent = headers;
    for (let hop = 0; ; hop++) {
      const answer = await request(url, {
        method,
        headers: { 'accept-encoding': 'identity', 'user-agent': 'vidpipe', ...sent },
        body: body ?? null,
        signal: ends,
        headersTimeout: timeoutMs,
        bodyTimeout: timeoutMs,
        dispatcher: guardedAgent(rules, resolve, connectTimeoutMs),
      }).catch((error) => {
        throw fetchError(error, signal);
      });
      const follows = redirects > 0 && (method === 'GET' || method === 'HEAD');
      const location = follows && isRedirect(answer.statusCode) ? answer.headers.location : undefined;
      if (typeof location !== 'string') {
        return {
          status: answer.statusCode,
          headers: plainHeaders(answer.headers),
          body: counted(answer.body, maxBytes, signal),
          close: () => void answer.body.on('error', () => {}).destroy(),
          url: url.href,
        };
      }
      answer.body.on('error', () => {}).destroy();
      if (hop >= redirects)
        throw new AppError('address-unreachable', { detail: 'The address redirects too often.' });
      const next = URL.parse(location, url)?.href;
      const target = assertPublicUrl(next ?? '', rules);
      // What was meant for one host (a signature, a key) is not shown to another.
      if (target.origin !== url.origin) sent = {};
      url = target;
    }
  };
}

/**
 * Fetch for addresses that people give. Only public hosts are connected: the address of the connection itself is checked,
 * literal or resolved, again at every redirect; `ALLOW_PRIVATE_ADDRESSES` makes exceptions. Any status is an answer.
 * @throws AppError address-refused (do not retry), address-unreachable (no name, no connection, cut, or too late),
 * answer-too-large (while the body is read); the reason of `signal` when it ended the call
 */
export const publicFetch = publicFetcher({ allowed: () => env.ALLOW_PRIVATE_ADDRESSES });

const isRedirect = (status: number) => [301, 302, 303, 307, 308].includes(status);

const plainHeaders = (headers: Record<string, string | string[] | undefined>) =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );

async function* counted(
  body: AsyncIterable<Uint8Array>,
  maxBytes: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  try {
    for await (const chunk of body) {
      size += chunk.length;
      if (size > maxBytes)
        throw new AppError('answer-too-large', { detail: `The answer has more than ${maxBytes} bytes.` });
      yield chunk;
    }
  } catch (error) {
    throw fetchError(error, signal);
  }
}

/** What a failed request means to its caller; addresses and system texts stay in `cause`. */
function fetchError(error: unknown, signal: AbortSignal | undefined): unknown {
  if (error instanceof AppError) return error;
  if (signal?.aborted) return signal.reason;
  return new AppError('address-unreachable', { detail: reasonOf(error), cause: error });
}

function reasonOf(error: unknown): string {
  if (error instanceof errors.ConnectTimeoutError) return 'The address could not be connected in time.';
  if (error instanceof errors.HeadersTimeoutError || error instanceof errors.BodyTimeoutError)
    return 'The address did not answer in time.';
  const { name, code } = error as { name?: string; code?: string };
  if (name === 'TimeoutError') return 'The address did not answer in time.';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'The name of the host is not known.';
  if (code === 'ECONNREFUSED') return 'The host refused the connection.';
  if (code && /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/.test(code)) return 'The host has no valid certificate.';
  return 'The connection to the address failed.';
}
