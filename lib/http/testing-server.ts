import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NodeNextRequest, NodeNextResponse } from 'next/dist/server/base-http/node.js';
import { sendResponse } from 'next/dist/server/send-response.js';
import {
  NextRequestAdapter,
  signalFromNodeResponse,
} from 'next/dist/server/web/spec-extension/adapters/next-request.js';
import { guardedServer } from '../server/guarded-server.ts';

type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response> | Response;

/** Handlers by method and path as OpenAPI writes it: `POST /api/assets/{id}/upload`. */
export type Handlers = Record<string, Handler>;

/**
 * Route handlers behind the real server edge on a free port of this machine, for what only a socket can show: slow,
 * endless and aborted bodies. Requests and answers are turned by the framework's own classes, as its routes do it.
 */
export async function serveRoutes(
  handlers: Handlers,
): Promise<{ server: Server; address: string; close: () => void }> {
  const routes = Object.entries(handlers).map(([name, handler]) => {
    const [method = '', path = ''] = name.split(' ');
    return { method, path: new RegExp(`^${path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`), handler };
  });
  const server = guardedServer(async (request, response) => {
    const [path = ''] = (request.url ?? '').split('?', 1);
    for (const { method, path: pattern, handler } of routes) {
      const match = method === request.method && pattern.exec(path);
      if (match) return answer(request, response, handler, match.groups ?? {});
    }
    response.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    server,
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  handler: Handler,
  params: Record<string, string>,
): Promise<void> {
  const [from, to] = [new NodeNextRequest(request), new NodeNextResponse(response)];
  const asked = NextRequestAdapter.fromNodeNextRequest(from, signalFromNodeResponse(response));
  const answered = await handler(asked, { params: Promise.resolve({ ...params }) });
  // A client that is gone is nobody's error.
  await sendResponse(from, to, answered).catch(() => {});
}
