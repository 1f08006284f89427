import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type KeptAnswer, type KeptAnswers, keptAnswers } from '../http/kept-answers.ts';
import { REQUEST_ID_HEADER } from '../http/request-id.ts';
import { logger } from './logger.ts';

const compress = promisify(gzip);
/** As Next compresses. Below it a compressed answer is not smaller on the wire. */
const COMPRESS_BYTES = 1024;
const ACCEPTS_GZIP = /(^|[\s,])(gzip|\*)\s*(;\s*q=(?!0(\.0*)?\s*(,|$))|,|$)/i;
/** Headers that ask for something else than the whole answer as it is for everyone. */
const SPECIAL = [
  'authorization',
  'content-length',
  'if-none-match',
  'if-match',
  'if-modified-since',
  'if-unmodified-since',
  'if-range',
  'range',
  'transfer-encoding',
];

/** Sends a kept answer that is still true, and otherwise leaves the request to `next`. */
export function answerAgain(request: IncomingMessage, response: ServerResponse, next: () => void): void {
  const answers = keptAnswers();
  const { method, url = '', headers } = request;
  if (!answers?.has(url) || method !== 'GET' || SPECIAL.some((name) => name in headers)) {
    next();
    return;
  }
  const answer = async () => {
    const kept = await answers.find(url);
    if (!kept) return next();
    logger.debug({ request_id: headers[REQUEST_ID_HEADER], method, status: 200, kept: true }, 'request');
    await send(answers, kept, request, response);
  };
  answer().catch((error: Error) => response.destroy(error));
}

async function send(
  answers: KeptAnswers,
  kept: KeptAnswer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { headers, body } = kept;
  const isText = headers['content-type'] === 'application/json' && body.length >= COMPRESS_BYTES;
  const isZipped = isText && ACCEPTS_GZIP.test(request.headers['accept-encoding'] ?? '');
  const bytes = isZipped ? (kept.gzip ?? (await compress(body))) : body;
  if (isZipped && !kept.gzip) answers.addGzip(request.url ?? '', kept, bytes);
  response
    .writeHead(200, {
      ...headers,
      ...(isText && { vary: 'Accept-Encoding' }),
      ...(isZipped && { 'content-encoding': 'gzip' }),
      'content-length': bytes.length,
    })
    .end(bytes);
}
