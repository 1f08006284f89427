import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NodeNextRequest, NodeNextResponse } from 'next/dist/server/base-http/node.js';
import { sendResponse } from 'next/dist/server/send-response.js';
import {
  NextRequestAdapter,
  signalFromNodeResponse,
} from 'next/dist/server/web/spec-extension/adapters/next-request.js';
import { guardedServer } from '../server/guarded-server.ts';
import { problemResponse } from './route.ts';

/** A handler behind the real edge and what Next sends with, for what only sockets show. */
export async function serve(
  handler: (request: Request) => Promise<Response>,
): Promise<{ server: Server; port: number; close: () => void }> {
  const server = guardedServer({ host: '127.0.0.1', trustProxy: false }, async (request, response) => {
    const asked = new NodeNextRequest(request);
    const signal = signalFromNodeResponse(response);
    const answer = await handler(NextRequestAdapter.fromNodeNextRequest(asked, signal)).catch((error) =>
      problemResponse(error, 'test-request'),
    );
    await sendResponse(asked, new NodeNextResponse(response), answer).catch(() => response.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { server, port: (server.address() as AddressInfo).port, close };
}
