import { createHash } from 'node:crypto';
import packageJson from '../../package.json' with { type: 'json' };
import { openApiDocument } from './document.ts';

let made: { text: string; etag: string } | null = null;

/** Made once in each process: it changes with the program only. */
export function openApi(): { text: string; etag: string } {
  if (made) return made;
  const text = JSON.stringify(openApiDocument(packageJson.version));
  made = { text, etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"` };
  return made;
}

/** The OpenAPI file, not sent again to who has it. Pages of other origins may read it: it holds nothing of anyone. */
export function serveDocument(request: Request): Response {
  const { text, etag } = openApi();
  const headers = { etag, 'cache-control': 'no-cache', 'access-control-allow-origin': '*' };
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  return new Response(text, {
    headers: { ...headers, 'content-type': 'application/json', 'x-content-type-options': 'nosniff' },
  });
}
