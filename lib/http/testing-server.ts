import type { Server } from 'node:http';
import { serve } from './testing-http.ts';

type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response> | Response;

/** Handlers by method and path as OpenAPI writes it: `POST /api/assets/{id}/upload`. */
export type Handlers = Record<string, Handler>;

/**
 * Route handlers behind the real server edge on a free port of this machine, for what only a socket can show: slow,
 * endless and aborted bodies.
 */
export async function serveRoutes(
  handlers: Handlers,
): Promise<{ server: Server; address: string; close: () => void }> {
  const routes = Object.entries(handlers).map(([name, handler]) => {
    const [method = '', path = ''] = name.split(' ');
    return { method, path: new RegExp(`^${path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`), handler };
  });
  const { server, port, close } = await serve(async (request) => {
    const { pathname } = new URL(request.url);
    for (const { method, path, handler } of routes) {
      const match = method === request.method && path.exec(pathname);
      if (match) return handler(request, { params: Promise.resolve({ ...match.groups }) });
    }
    return new Response(null, { status: 404 });
  });
  return { server, address: `http://127.0.0.1:${port}`, close };
}
