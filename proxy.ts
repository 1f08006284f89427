import { AppError } from '#lib/errors.ts';
import { assertSameOrigin } from '#lib/http/same-origin.ts';

/** Pages and server actions (POSTs to pages) refuse an unknown Host and other sites like the API, whose routes check themselves. */
export function proxy(request: Request): Response | undefined {
  try {
    assertSameOrigin(request);
    return undefined;
  } catch (error) {
    if (error instanceof AppError) return refusal(error);
    throw error;
  }
}

const refusal = ({ status, message }: AppError) =>
  new Response(`${message}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });

// Never the API: a request that passes here has its body cut at 10 MiB.
export const config = { matcher: '/((?!api/|_next/static/).*)' };
