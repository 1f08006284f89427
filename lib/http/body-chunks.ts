/**
 * The chunks of a body. Who stops early is not to cancel it: that ends the connection, and the client would not hear
 * why it was refused. The rest is read and forgotten; the server ends what does not end by itself.
 */
export async function* bodyChunks(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  let isOver = false;
  try {
    while (!isOver) {
      const { done, value } = await reader.read();
      isOver = done;
      if (value) yield value;
    }
  } catch (error) {
    isOver = true;
    throw error;
  } finally {
    if (!isOver) void forget(reader);
  }
}

async function forget(reader: ReadableStreamDefaultReader): Promise<void> {
  try {
    while (!(await reader.read()).done);
  } catch {
    // The client went away.
  }
}
