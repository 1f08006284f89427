import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { AppError } from '../errors.ts';
import { inSharedSlot } from '../server/shared-slots.ts';
import type { DecodePaths, DecodeReply, DecodeRequest, Region } from './decode-protocol.ts';

/** A decode may need half a gigabyte for a moment; several web processes share as many (web-processes.ts). */
const DECODES_AT_ONCE = 2;
/** A decoder is replaced after this many images, so that what libraries leak stays bounded. */
const IMAGES_PER_CHILD = 64;
/** After an image larger than this a decoder holds on to hundreds of megabytes: it is replaced at once. */
const LARGE_PIXELS = 16_000_000;
const IDLE_MS = 30_000;
const DECODE_TIMEOUT_MS = 20_000;

type Decoder = { child: ChildProcess; decoded: number; idleTimer?: NodeJS.Timeout };

const limit = pLimit(DECODES_AT_ONCE);
const idle: Decoder[] = [];
let lastId = 0;

function startDecoder(): Decoder {
  // By the working directory, not import.meta.url: a bundled server has this module somewhere else.
  const entry = join(/* turbopackIgnore: true */ process.cwd(), 'lib', 'assets', 'decode-child.ts');
  const child = fork(/* turbopackIgnore: true */ entry, {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    // No secrets of the server for a process that reads foreign files.
    env: { PATH: process.env.PATH, NODE_ENV: process.env.NODE_ENV, MALLOC_ARENA_MAX: '2' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  // The server may end while a decoder is idle; the decoder ends when its parent's channel closes.
  child.unref();
  child.channel?.unref();
  const decoder: Decoder = { child, decoded: 0 };
  child.on('error', () => retire(decoder));
  child.on('exit', () => retire(decoder));
  return decoder;
}

function retire(decoder: Decoder): void {
  clearTimeout(decoder.idleTimer);
  const at = idle.indexOf(decoder);
  if (at >= 0) idle.splice(at, 1);
  decoder.child.kill('SIGKILL');
}

function rest(decoder: Decoder): void {
  if (decoder.decoded >= IMAGES_PER_CHILD || !decoder.child.connected) {
    retire(decoder);
    return;
  }
  decoder.child.channel?.unref();
  decoder.idleTimer = setTimeout(() => retire(decoder), IDLE_MS).unref();
  idle.push(decoder);
}

const isLarge = (reply: DecodeReply) =>
  reply.kind === 'decoded' && reply.image.master.width * reply.image.master.height > LARGE_PIXELS;

function take(): Decoder {
  const decoder = idle.pop() ?? startDecoder();
  clearTimeout(decoder.idleTimer);
  decoder.child.channel?.ref();
  return decoder;
}

const notJustNow = (cause: unknown) =>
  new AppError('unavailable', {
    detail: 'The image could not be read just now. Try again.',
    headers: { 'retry-after': '2' },
    cause,
  });

function ask(decoder: Decoder, paths: DecodePaths, region?: Region): Promise<DecodeReply> {
  const { promise, resolve, reject } = Promise.withResolvers<DecodeReply>();
  lastId += 1;
  const request: DecodeRequest = { id: lastId, paths, ...(region && { region }) };
  const onMessage = (reply: DecodeReply) => {
    if (reply.id === request.id) resolve(reply);
  };
  const onEnd = () => reject(notJustNow(new Error('the decoder ended')));
  const timer = setTimeout(
    () => reject(notJustNow(new Error('the decoder took too long'))),
    DECODE_TIMEOUT_MS,
  );
  decoder.child.on('message', onMessage).once('exit', onEnd).once('error', onEnd);
  decoder.child.send(request, (error) => {
    if (error) reject(notJustNow(error));
  });
  return promise.finally(() => {
    clearTimeout(timer);
    decoder.child.off('message', onMessage).off('exit', onEnd).off('error', onEnd);
  });
}

/**
 * Has a child process decode one image, or a region of it; at most two at once. Rejects with `unavailable` when the child dies or takes
 * longer than 20 s: the next try starts a fresh one.
 */
export function decodeInChild(paths: DecodePaths, region?: Region): Promise<DecodeReply> {
  return limit(() => inSharedSlot(() => decodeWith(paths, region)));
}

async function decodeWith(paths: DecodePaths, region?: Region): Promise<DecodeReply> {
  const decoder = take();
  try {
    const reply = await ask(decoder, paths, region);
    decoder.decoded += 1;
    if (isLarge(reply)) retire(decoder);
    else rest(decoder);
    return reply;
  } catch (error) {
    retire(decoder);
    throw error;
  }
}

/** Process ids of the decoders that wait for work, for tests. */
export const idleDecoderPids = (): number[] => idle.flatMap(({ child }) => child.pid ?? []);
