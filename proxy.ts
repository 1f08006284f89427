import { isKnownHost, UNKNOWN_HOST } from '#lib/http/same-origin.ts';

/** Pages and server actions (POSTs to pages) refuse an unknown Host like the API, whose routes check it themselves. */
export function proxy(request: Request): Response | undefined {
  if (isKnownHost(request.headers.get('host'))) return undefined;
  return new Response(`${UNKNOWN_HOST}\n`, {
    status: 421,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
}

// Never the API: a request that passes here has its body cut at 10 MiB.
export const config = { matcher: '/((?!api/|_next/static/).*)' };
