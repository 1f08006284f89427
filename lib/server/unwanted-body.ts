import type { IncomingMessage, ServerResponse } from 'node:http';

/** How long the rest of a body may take that nobody wants any more. */
const LINGER_MS = 5_000;

/**
 * `Expect: 100-continue` (RFC 9110, 10.1.1): the body is asked for when somebody reads it. Who refuses by the headers
 * alone never gets it, and what follows on such a connection cannot be told from it, so it ends.
 */
export function continueWhenRead(request: IncomingMessage, response: ServerResponse): void {
  const read = request._read;
  request._read = (size) => {
    request._read = read;
    if (!response.headersSent) response.writeContinue();
    read.call(request, size);
  };
  response.setHeader('connection', 'close');
}

/** After an answer the client has a moment to end what it sends; an endless body goes with its connection. */
export function endLateBody(request: IncomingMessage, response: ServerResponse): void {
  // The request lets go of it when it is closed by somebody else.
  const { socket } = request;
  response.once('finish', () => {
    if (request.complete) return;
    const timer = setTimeout(() => {
      if (!request.complete) socket.destroy();
    }, LINGER_MS).unref();
    request.once('close', () => clearTimeout(timer));
  });
}
