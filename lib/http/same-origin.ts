import { AppError } from '../errors.ts';
import { env } from '../server/env.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * A page on another site must not reach a server that trusts its own machine. Refuses unsafe requests that a browser
 * says come from elsewhere (Sec-Fetch-Site, else Origin against Host), and, while bound to loopback, any Host that is
 * not loopback (DNS rebinding). Scripts send neither header and pass.
 * @throws AppError cross-origin-refused, unknown-host
 */
export function assertSameOrigin(request: Request): void {
  const host = request.headers.get('host') ?? '';
  const hostName = host.replace(/:\d+$/, '').toLowerCase();
  if (LOOPBACK.has(bracketed(env.HOST)) && !LOOPBACK.has(hostName))
    throw new AppError('unknown-host', { detail: 'This server answers to localhost only.' });
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) {
    if (site !== 'same-origin' && site !== 'none') throw refused();
    return;
  }
  const origin = request.headers.get('origin');
  if (origin !== null && !sameHost(origin, host)) throw refused();
}

const bracketed = (name: string) => (name.includes(':') ? `[${name}]` : name);
const refused = () => new AppError('cross-origin-refused', { detail: 'Another site may not do this.' });

function sameHost(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}
