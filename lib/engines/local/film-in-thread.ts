import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { EnginePorts } from '../engine.ts';
import type { ClipNews, ClipTask } from './clip-thread.ts';

// By path and not by URL literal: bundlers follow those, and this runs in plain Node only.
const THREAD = join(import.meta.dirname, 'clip-thread.ts');

/**
 * Films a shot in a thread, so that two shots use two cores and the process stays free for its heartbeat. Rejects
 * with the signal's reason soon after it aborts; the file is gone then.
 */
export async function filmInThread(
  task: ClipTask,
  { onProgress, signal }: Pick<EnginePorts, 'onProgress' | 'signal'>,
): Promise<void> {
  signal?.throwIfAborted();
  const thread = new Worker(THREAD, { workerData: task });
  const stop = () => thread.postMessage('stop');
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const outcome = await outcomeOf(thread, onProgress);
    if (outcome?.kind !== 'done') throw new Error(outcome?.message ?? 'The thread of a clip ended early.');
    signal?.throwIfAborted();
  } catch (error) {
    await rm(task.path, { force: true });
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

type Outcome = Exclude<ClipNews, { kind: 'progress' }>;

/**
 * What the thread said last, once it is gone: FFmpeg must be let go of before this process may end. Messages of
 * others are passed over; Node itself sends some under --watch. Rejects with what the thread threw.
 */
async function outcomeOf(
  thread: Worker,
  onProgress: EnginePorts['onProgress'],
): Promise<Outcome | undefined> {
  let outcome: Outcome | undefined;
  thread.on('message', (news: ClipNews | { kind?: undefined }) => {
    if (news.kind === 'progress') onProgress?.(news.share);
    else if (news.kind) outcome = news;
  });
  await once(thread, 'exit');
  return outcome;
}
