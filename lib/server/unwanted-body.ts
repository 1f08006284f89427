import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

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

/**
 * After an answer the client has a moment to end what it sends; an endless body goes with its connection. Until then
 * the connection stays although it is the last request on it: closing while bytes come in resets it, and with that the
 * client can lose an answer that it has not read.
 */
export function endLateBody(request: IncomingMessage, response: ServerResponse): void {
  // The request lets go of it when it is closed by somebody else.
  const { socket } = request;
  // Before the server's own listener, which closes the connection.
  response.prependOnceListener('finish', () => {
    if (request.complete) return;
    const letClose = holdOpen(socket);
    const timer = setTimeout(() => {
      if (!request.complete) socket.destroy();
    }, LINGER_MS).unref();
    const end = () => {
      clearTimeout(timer);
      letClose();
    };
    request.once('end', end);
    request.once('close', end);
  });
}

/** Puts off the close of a connection but for our own half of it. Answers how to let it close, at once if it was to. */
function holdOpen(socket: Socket): () => void {
  const { destroySoon } = socket;
  let isAsked = false;
  socket.destroySoon = () => {
    isAsked = true;
    socket.end();
  };
  return () => {
    socket.destroySoon = destroySoon;
    if (isAsked) socket.destroySoon();
    isAsked = false;
  };
}
