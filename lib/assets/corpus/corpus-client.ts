import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Asset } from '../../schemas/asset.ts';
import type { Target } from './corpus-case.ts';

/** A request as bytes: nothing is added to the headers but Host, and the length where none is given. */
export type Asked = {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: Uint8Array;
};

export type Answer = {
  status: number;
  headers: http.IncomingHttpHeaders;
  bytes: Buffer;
  /** The body where it is JSON. */
  json: Partial<Asset> & {
    code?: string;
    warnings?: string[];
    errors?: { pointer?: string; code: string }[];
  };
  /** Whether the server asked for the body (100 Continue). */
  continued: boolean;
};

const ANSWER_WITHIN_MS = 150_000;

/** A part of a multipart body. `type` null: no Content-Type. */
export type Part = {
  name?: string;
  fileName?: string | Uint8Array;
  type?: string | null;
  headers?: string;
  body: Uint8Array | string;
};

export const BOUNDARY = 'vidpipe-corpus-boundary';
const CLOSE = `--${BOUNDARY}--\r\n`;

export const bytesOf = (text: string) => Buffer.from(text, 'latin1');

/** Written by hand and not by FormData, which escapes what the corpus is about. */
export function partBytes({ name, fileName, type = null, headers = '', body }: Part): Buffer {
  return Buffer.concat([
    bytesOf(`--${BOUNDARY}\r\nContent-Disposition: form-data`),
    ...(name === undefined ? [] : [bytesOf('; name="'), Buffer.from(name), bytesOf('"')]),
    ...(fileName === undefined ? [] : [bytesOf('; filename="'), Buffer.from(fileName), bytesOf('"')]),
    bytesOf(`\r\n${type === null ? '' : `Content-Type: ${type}\r\n`}${headers}\r\n`),
    Buffer.from(body),
    bytesOf('\r\n'),
  ]);
}

export const formOf = (...parts: (Part | Uint8Array)[]): Buffer =>
  Buffer.concat([
    ...parts.map((part) => (part instanceof Uint8Array ? part : partBytes(part))),
    bytesOf(CLOSE),
  ]);

const FORM = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };

/** A new asset with a file: what the multipart create of assets takes. */
export function created(
  { manifestId }: Target,
  body: Uint8Array,
  { fileName = 'a.png', type = null }: { fileName?: string | Uint8Array; type?: string | null } = {},
): Asked {
  const form = formOf(
    { name: 'name', body: 'Corpus' },
    { name: 'asset_type', body: 'OTHER' },
    { name: 'file', fileName, type, body },
  );
  return { path: `/api/manifests/${manifestId}/assets`, headers: FORM, body: form };
}

/** A body as it is to the upload of an asset's image. */
export const replaced = ({ assetId }: Target, body: Uint8Array, headers: object = {}): Asked => ({
  path: `/api/assets/${assetId}/upload`,
  headers: { ...FORM, ...headers },
  body,
});

/** Opens a request on a connection of its own; what is done with it is up to `talk`. Ends with the answer. */
export async function talk(
  address: string,
  { method = 'POST', path, headers = {} }: Asked,
  say: (request: ClientRequest) => unknown,
): Promise<Answer> {
  const request = http.request(address + path, {
    method,
    headers,
    agent: false,
    timeout: ANSWER_WITHIN_MS,
  });
  let continued = false;
  request.on('continue', () => (continued = true));
  request.on('timeout', () => request.destroy(new Error('no answer')));
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    request.on('response', resolve);
    // A server that answers early may close while the body is being sent: the answer counts.
    request.on('error', reject);
    request.on('close', () => reject(new Error('closed without an answer')));
  });
  say(request);
  const response = await answered;
  const bytes = await buffer(response);
  request.destroy();
  const isJson = (response.headers['content-type'] ?? '').includes('json');
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    bytes,
    json: isJson ? JSON.parse(bytes.toString()) : {},
    continued,
  };
}

export const ask = (address: string, asked: Asked): Promise<Answer> =>
  talk(address, asked, (request) => {
    if (asked.body && !request.hasHeader('content-length'))
      request.setHeader('content-length', asked.body.length);
    request.end(asked.body);
  });

export const get = (address: string, path: string): Promise<Answer> => ask(address, { method: 'GET', path });
