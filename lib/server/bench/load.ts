import { fork } from 'node:child_process';
import path from 'node:path';

/**
 * What is asked, in turn: each path, each file (as multipart `file`). In the JSON `{n}` is a number that never returns
 * and `{id}` each of `ids`.
 */
export type Requests = {
  method?: 'GET' | 'POST';
  paths: string[];
  headers?: Record<string, string>;
  json?: object;
  ids?: string[];
  files?: string[];
};

export type Load = { address: string; concurrency: number; ms: number; requests: Requests };

/** `times`: milliseconds of each request; `errors`: how many by status (300 and above) or code. */
export type LoadResult = { times: number[]; errors: Record<string, number>; elapsedMs: number };

export type LoadGenerator = { run: (load: Load) => Promise<LoadResult>; close: () => void };

/** A process that asks and measures; one load at a time. */
export function startLoadGenerator(): LoadGenerator {
  const child = fork(path.join(import.meta.dirname, 'load-child.ts'));
  return {
    run: (load) =>
      new Promise((resolve, reject) => {
        const onExit = () => reject(new Error('The load generator ended.'));
        child.once('exit', onExit);
        child.once('message', (result) => {
          child.off('exit', onExit);
          resolve(result as LoadResult);
        });
        child.send(load);
      }),
    close: () => child.disconnect(),
  };
}
