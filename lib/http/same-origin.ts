import { AppError } from '../errors.ts';
import { env } from '../server/env.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** What a request under another name is told. */
export const UNKNOWN_HOST = 'This server answers to localhost only.';

/**
 * Whether a Host header names this server. While bound to loopback only loopback names do: any other is a
 * foreign name that was made to resolve to this machine (DNS rebinding).
 */
export function isKnownHost(host: string | null | undefined, listensOn = env.HOST): boolean {
  const hostName = (host ?? '').replace(/:\d+$/, '').toLowerCase();
  return !LOOPBACK.has(bracketed(listensOn)) || LOOPBACK.has(hostName);
}

/**
 * A page on another site must not reach a server that trusts its own machine. Refuses unsafe requests that a browser
 * says come from elsewhere (Sec-Fetch-Site, else Origin against Host), and any under an unknown Host; pages get the
 * same from proxy.ts. Scripts send neither header and pass.
 * @throws AppError cross-origin-refused, unknown-host
 */
export function assertSameOrigin(request: Request): void {
  if (!isKnownHost(request.headers.get('host'))) throw new AppError('unknown-host', { detail: UNKNOWN_HOST });
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) {
    if (site !== 'same-origin' && site !== 'none') throw refused();
    return;
  }
  const origin = request.headers.get('origin');
  if (origin !== null && !sameHost(origin, request.headers.get('host') ?? '')) throw refused();
}

const bracketed = (name: string) => (name.includes(':') ? `[${name}]` : name);
const refused = () => new AppError('cross-origin-refused', { detail: 'Another site may not do this.' });

function sameHost(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}
