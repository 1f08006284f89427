import http from 'node:http';
import type { Body, Made } from './request-maker.ts';

/** Longer than anything here may take. */
const LIMIT_MS = 60_000;
/** What is kept of an answer that is not JSON. */
const KEPT_BYTES = 4 * 1024 * 1024;

export type Sample = { name: string; type: string; bytes: Uint8Array<ArrayBuffer> };
export type Answer = { status: number; headers: http.IncomingHttpHeaders; text: string };

/** The connection was kept for another request, and the server had closed it: every client sends again then. */
export class Reset extends Error {}

/**
 * Sends a request as it was made, whatever is wrong with it. A stream of events is left after its first bytes.
 * @throws Error when nothing answers
 */
export async function send(
  agent: http.Agent,
  port: number,
  made: Made,
  samples: readonly Sample[],
): Promise<Answer> {
  const body = made.body === null ? null : await encode(made.body, samples);
  const headers: Record<string, string> = {
    ...(body?.type && { 'content-type': body.type }),
    ...(body && { 'content-length': String(body.bytes.byteLength) }),
    ...made.headers,
  };
  return new Promise((resolve, reject) => {
    const request = http.request({
      agent,
      host: '127.0.0.1',
      port,
      method: made.method,
      path: made.path,
      headers,
    });
    const giveUp = setTimeout(() => request.destroy(new Error('no answer within a minute')), LIMIT_MS);
    request.on('error', (error: NodeJS.ErrnoException) =>
      reject(request.reusedSocket && error.code === 'ECONNRESET' ? new Reset() : error),
    );
    request.on('close', () => clearTimeout(giveUp));
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      const done = () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
        });
      const isStream = response.headers['content-type']?.startsWith('text/event-stream');
      response.on('data', (chunk: Buffer) => {
        size += chunk.byteLength;
        if (size < KEPT_BYTES) chunks.push(chunk);
        if (!isStream) return;
        done();
        request.destroy();
      });
      response.on('end', done);
      response.on('error', reject);
    });
    request.end(body?.bytes);
  });
}

async function encode(body: Body, samples: readonly Sample[]): Promise<{ type: string; bytes: Uint8Array }> {
  if ('json' in body) return { type: 'application/json', bytes: Buffer.from(JSON.stringify(body.json)) };
  if ('bytes' in body) return { type: 'application/json', bytes: Buffer.from(body.bytes) };
  const form = new FormData();
  for (const [name, value] of Object.entries(body.fields)) form.append(name, value.toWellFormed());
  for (const { field, name, sample } of body.files) {
    const { bytes = new Uint8Array(), type = '' } = samples[sample] ?? {};
    form.append(field, new Blob([bytes], { type }), name);
  }
  const encoded = new Response(form);
  return {
    type: encoded.headers.get('content-type') ?? '',
    bytes: new Uint8Array(await encoded.arrayBuffer()),
  };
}
