import { parentPort } from 'node:worker_threads';
import type { News, Order, Tasks } from './thread-pool.ts';

type Ports = { signal: AbortSignal; onProgress: (share: number) => void };
type Handlers<T extends Tasks> = {
  [K in keyof T]: (task: T[K]['task'], ports: Ports) => Promise<T[K]['result']>;
};

const tell = (news: News) => parentPort?.postMessage(news);

/** Does what the parent asks, one task after the other: what the machine has made of the code stays warm. */
export function serveThread<T extends Tasks>(handlers: Handlers<T>): void {
  let stop = new AbortController();
  parentPort?.on('message', async (order: Order) => {
    if (order.order === 'stop') return stop.abort(new Error('stopped'));
    stop = new AbortController();
    try {
      const handler = handlers[order.kind] as Handlers<Tasks>[string];
      const onProgress = (share: number) => tell({ news: 'progress', share });
      const result = await handler(order.task, { signal: stop.signal, onProgress });
      tell({ news: 'done', result });
    } catch (error) {
      tell({ news: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  });
}
