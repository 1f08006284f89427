import { Readable } from 'node:stream';

/**
 * The body of a request as a stream. When it is left before its end, what the client still sends is read and dropped,
 * `maxBytes` in all at most: a body that is cancelled cuts the connection, and with it an answer that the client has
 * not read, or the next request of a client that keeps its connections.
 */
export function requestBody(body: ReadableStream<Uint8Array>, maxBytes: number): Readable {
  const reader = body.getReader();
  let left = maxBytes;
  const next = async () => {
    const { done, value } = await reader.read();
    left -= value?.byteLength ?? 0;
    return done ? null : value;
  };
  const drop = async () => {
    while (left > 0 && (await next()) !== null);
    await reader.cancel();
  };
  return new Readable({
    read() {
      next().then(
        (chunk) => this.push(chunk),
        (error: Error) => this.destroy(error),
      );
    },
    destroy(error, done) {
      drop().catch(() => {});
      done(error);
    },
  });
}
