// Entry of the load generator's own process, forked by load.ts, so that what asks and what answers share no event loop.
import { readFile } from 'node:fs/promises';
import { Client } from 'undici';
import type { Load, LoadResult, Requests } from './load.ts';

const BOUNDARY = 'vidpipe-bench';
let asked = 0;

/** Bytes of a multipart body with one `file`, made once for each file. */
async function bodiesOf({ files = [] }: Requests): Promise<Buffer[]> {
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="picture.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`;
  const tail = `\r\n--${BOUNDARY}--\r\n`;
  return Promise.all(
    files.map(async (file) => Buffer.concat([Buffer.from(head), await readFile(file), Buffer.from(tail)])),
  );
}

/** Asks for `ms` over `concurrency` connections, each with one request at a time; a begun one is waited for. */
async function run({ address, concurrency, ms, requests }: Load): Promise<LoadResult> {
  const { method = 'GET', paths, headers = {}, json, ids = [] } = requests;
  const bodies = await bodiesOf(requests);
  const type = bodies.length > 0 ? `multipart/form-data; boundary=${BOUNDARY}` : 'application/json';
  const times: number[] = [];
  const errors: Record<string, number> = {};
  const began = performance.now();
  const ask = async (client: Client) => {
    while (performance.now() - began < ms) {
      const n = asked++;
      const since = performance.now();
      const failure = await client
        .request({
          method,
          path: paths[n % paths.length] ?? '/',
          headers: method === 'GET' ? headers : { ...headers, 'content-type': type },
          ...(method !== 'GET' && {
            // Another name each time, as scripts would send it.
            body:
              bodies[n % bodies.length] ??
              JSON.stringify(json)
                .replaceAll('{n}', String(n))
                .replaceAll('{id}', ids[n % ids.length] ?? ''),
          }),
        })
        .then(async ({ statusCode, body }) => {
          await body.arrayBuffer();
          return statusCode < 300 ? null : String(statusCode);
        })
        .catch((error: NodeJS.ErrnoException) => error.code ?? error.message);
      times.push(performance.now() - since);
      if (failure) errors[failure] = (errors[failure] ?? 0) + 1;
    }
  };
  const clients = Array.from({ length: concurrency }, () => new Client(address));
  await Promise.all(clients.map(ask));
  const elapsedMs = performance.now() - began;
  await Promise.all(clients.map((client) => client.close()));
  return { times, errors, elapsedMs };
}

process.on('message', async (load: Load) => {
  process.send?.(await run(load));
});
process.on('disconnect', () => process.exit(0));
