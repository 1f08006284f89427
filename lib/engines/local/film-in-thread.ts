import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { EnginePorts } from '../engine.ts';
import type { ClipNews, ClipOrder, ClipTask } from './clip-thread.ts';

// By path and not by URL literal: bundlers follow those, and this runs in plain Node only.
const THREAD = join(import.meta.dirname, 'clip-thread.ts');

/** Threads that wait for the next shot. Starting one takes as long as half a second of film. */
const idle: Worker[] = [];
const MOST_IDLE = 4;
/** Milliseconds after which a thread that nobody needs ends. */
const IDLE_FOR = 15_000;

const tell = (thread: Worker, order: ClipOrder) => thread.postMessage(order);

/** Keeps a thread for the next shot. It holds up no process that wants to end. */
function keep(thread: Worker): void {
  thread.unref();
  if (idle.length >= MOST_IDLE) {
    void thread.terminate();
    return;
  }
  idle.push(thread);
  const end = setTimeout(() => {
    const place = idle.indexOf(thread);
    if (place < 0) return;
    idle.splice(place, 1);
    void thread.terminate();
  }, IDLE_FOR);
  end.unref();
}

function takeThread(): Worker {
  const known = idle.pop();
  if (known) {
    known.ref();
    return known;
  }
  const thread = new Worker(THREAD);
  // One that dies while it waits is not waited for; who films with it hears of it below.
  thread.on('error', () => {});
  thread.on('exit', () => {
    const place = idle.indexOf(thread);
    if (place >= 0) idle.splice(place, 1);
  });
  return thread;
}

/**
 * Films a shot in a thread, so that two shots use two cores and the process stays free for its heartbeat. Rejects
 * with the signal's reason soon after it aborts; the file is gone then.
 */
export async function filmInThread(
  task: ClipTask,
  { onProgress, signal }: Pick<EnginePorts, 'onProgress' | 'signal'>,
): Promise<void> {
  signal?.throwIfAborted();
  const thread = takeThread();
  const stop = () => tell(thread, { kind: 'stop' });
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const outcome = await outcomeOf(thread, task, onProgress);
    if (outcome.kind !== 'done') throw new Error(outcome.message);
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
 * What the thread says of a shot; it is free for the next one then. Messages of others are passed over; Node itself
 * sends some under --watch. Rejects with what the thread threw, or when it ended early.
 */
function outcomeOf(thread: Worker, task: ClipTask, onProgress: EnginePorts['onProgress']): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const hear = (news: ClipNews | { kind?: undefined }) => {
      if (news.kind === 'progress') onProgress?.(news.share);
      else if (news.kind) {
        // One by one: a worker listens to itself for its port, and would hear nothing more without that.
        thread.off('message', hear).off('error', reject).off('exit', ended);
        keep(thread);
        resolve(news);
      }
    };
    const ended = () => reject(new Error('The thread of a clip ended early.'));
    thread.on('message', hear).on('error', reject).on('exit', ended);
    tell(thread, { kind: 'film', task });
  });
}
