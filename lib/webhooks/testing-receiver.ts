import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebhookMessage } from '../schemas/webhook.ts';

type Received = { headers: IncomingHttpHeaders; body: string; message: WebhookMessage };
type Answering = (response: ServerResponse, received: Received, n: number) => void;

export type Receiver = {
  url: string;
  received: Received[];
  /** How it answers from now on; `n` counts from 0. */
  answers: (how: Answering) => void;
  close: () => Promise<void>;
};

const taken: Answering = (response) => response.writeHead(204).end();

/** A real HTTP server that takes messages. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  let answer = taken;
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    const one = { headers: request.headers, body, message: JSON.parse(body) };
    received.push(one);
    answer(response, one, received.length - 1);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    answers: (how) => {
      answer = how;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Whether a message is signed with this secret, worked out as docs/webhooks.md tells receivers to. */
export function isSigned({ headers, body }: Received, secret: string): boolean {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const text = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const expected = `v1,${createHmac('sha256', key).update(text).digest('base64')}`;
  return String(headers['webhook-signature']).split(' ').includes(expected);
}
