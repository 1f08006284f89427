import { fork } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../errors.ts';
import type { ConformNews } from './conform-child.ts';
import type { ConformTask } from './conform-video.ts';

// By path and not by URL literal: bundlers follow those, and this runs in plain Node only.
const ENTRY = join(import.meta.dirname, 'conform-child.ts');
/** The longest shot, of a large file on a slow machine, takes a small part of it. */
const TIMEOUT_MS = 5 * 60_000;
const UNREADABLE = 'This video cannot be read. Export it as MP4 with H.264 and upload it again.';

type Ports = { onProgress?: (share: number) => void; signal?: AbortSignal | undefined };

/**
 * `conformVideo` in a process of its own, without the secrets of this one. Rejects with the signal's reason soon after
 * it aborts.
 * @throws AppError validation-failed with a reason for people
 */
export async function conformInChild(task: ConformTask, { onProgress, signal }: Ports): Promise<void> {
  signal?.throwIfAborted();
  const child = fork(ENTRY, {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: { PATH: process.env.PATH, NODE_ENV: process.env.NODE_ENV },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const kill = () => child.kill('SIGKILL');
  const timer = setTimeout(kill, TIMEOUT_MS);
  signal?.addEventListener('abort', kill, { once: true });
  let end: Exclude<ConformNews, { kind: 'progress' }> | undefined;
  child.on('message', (news: ConformNews) => {
    if (news.kind === 'progress') onProgress?.(news.share);
    else end = news;
  });
  try {
    child.send(task);
    await once(child, 'exit');
    signal?.throwIfAborted();
    if (end?.kind === 'done') return;
    throw new AppError('validation-failed', {
      detail: end?.detail ?? UNREADABLE,
      cause: new Error(end?.reason ?? 'The process ended early.'),
    });
  } catch (error) {
    await rm(task.target, { force: true });
    throw error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', kill);
    kill();
  }
}
