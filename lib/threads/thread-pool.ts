import { Worker } from 'node:worker_threads';

/** What a thread can do: for each kind of task what it is given and what comes of it, as plain data. */
export type Tasks = Record<string, { task: object; result: unknown }>;

/** What the parent says: do this, or stop what is being done. */
export type Order = { order: 'do'; kind: string; task: object } | { order: 'stop' };
export type News =
  | { news: 'progress'; share: number }
  | { news: 'done'; result: unknown }
  | { news: 'failed'; message: string };

export type TaskPorts = {
  onProgress?: ((share: number) => void) | undefined;
  signal?: AbortSignal | undefined;
};

const MOST_IDLE = 4;
/** Milliseconds after which a thread that nobody needs ends. */
const IDLE_FOR = 15_000;

const tell = (thread: Worker, order: Order) => thread.postMessage(order);

/**
 * Threads that run one script, one task at a time each: as many as there are tasks at once. They wait a while for the
 * next task, as starting one takes as long as half a second of film. Hand-written, since the pools there are end a
 * thread to abort its task: ours is asked to stop and stays warm.
 * @returns what runs a task. It rejects with the signal's reason soon after it aborts, and with an Error that has the
 * message of what the thread threw.
 */
export function threadPool<T extends Tasks>(script: string) {
  const idle: Worker[] = [];

  /** Keeps a thread for the next task. It holds up no process that wants to end. */
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
    const thread = new Worker(script);
    // One that dies while it waits is not waited for; who works with it hears of it below.
    thread.on('error', () => {});
    thread.on('exit', () => {
      const place = idle.indexOf(thread);
      if (place >= 0) idle.splice(place, 1);
    });
    return thread;
  }

  /**
   * What the thread says of a task; it is free for the next one then. Messages of others are passed over; Node itself
   * sends some under --watch. Rejects with what the thread threw, or when it ended early.
   */
  function outcomeOf(
    thread: Worker,
    order: Order,
    onProgress: TaskPorts['onProgress'],
  ): Promise<Exclude<News, { news: 'progress' }>> {
    return new Promise((resolve, reject) => {
      const hear = (said: News | { news?: undefined }) => {
        if (said.news === 'progress') onProgress?.(said.share);
        else if (said.news) {
          // One by one: a worker listens to itself for its port, and would hear nothing more without that.
          thread.off('message', hear).off('error', reject).off('exit', ended);
          keep(thread);
          resolve(said);
        }
      };
      const ended = () => reject(new Error('The thread ended early.'));
      thread.on('message', hear).on('error', reject).on('exit', ended);
      tell(thread, order);
    });
  }

  return async <K extends keyof T & string>(
    kind: K,
    task: T[K]['task'],
    { onProgress, signal }: TaskPorts = {},
  ): Promise<T[K]['result']> => {
    signal?.throwIfAborted();
    const thread = takeThread();
    const stop = () => tell(thread, { order: 'stop' });
    signal?.addEventListener('abort', stop, { once: true });
    try {
      const outcome = await outcomeOf(thread, { order: 'do', kind, task }, onProgress);
      signal?.throwIfAborted();
      if (outcome.news === 'failed') throw new Error(outcome.message);
      return outcome.result as T[K]['result'];
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  };
}
