import { setTimeout as sleep } from 'node:timers/promises';
import { editPairs } from './edit-pairs.ts';
import { type Instance, peakMemory, startInstance } from './instance.ts';
import { type Cut, cutsOf, paceOf, slowClient } from './slow-clients.ts';
import { crowdOfStreams } from './stream-crowd.ts';

const PER_SECOND = 25;
const BESIDE_MS = 10_000;
const HOST = 'Host: 127.0.0.1\r\n';
const json = (length: number) =>
  `PUT /api/manifests/019c0000-0000-7000-8000-000000000000 HTTP/1.1\r\n${HOST}Content-Type: application/json\r\nContent-Length: ${length}\r\n\r\n{`;
const multipart = (length: number) =>
  `POST /api/assets/019c0000-0000-7000-8000-000000000000/upload HTTP/1.1\r\n${HOST}Content-Type: multipart/form-data; boundary=x\r\nContent-Length: ${length}\r\n\r\n--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n`;
const eachSecond = (text: string) => ({ text, everyMs: 1_000 });

/** Clients that waste the server's time, and the limit in seconds that ends them. */
const ATTACKS: Record<
  string,
  { count: number; limit: number; client: (i: number) => Omit<Parameters<typeof slowClient>[0], 'port'> }
> = {
  'headers at 1 byte/s': {
    count: 100,
    limit: 15,
    client: () => ({ head: `GET / HTTP/1.1\r\n${HOST}X-Slow: `, drip: eachSecond('a') }),
  },
  'nothing said': { count: 100, limit: 15, client: () => ({ head: '' }) },
  'idle after a request': {
    count: 100,
    // Node waits a second longer than it says.
    limit: 66,
    client: () => ({ head: `GET /api/health HTTP/1.1\r\n${HOST}\r\n` }),
  },
  'JSON at 1 byte/s': { count: 25, limit: 120, client: () => ({ head: json(5_000), drip: eachSecond(' ') }) },
  'upload at 1 byte/s': {
    count: 25,
    limit: 120,
    client: () => ({ head: multipart(5_000), drip: eachSecond('x') }),
  },
  'bodies that stop': {
    count: 50,
    limit: 120,
    client: (i) => ({ head: i % 2 ? json(5_000) : multipart(5_000) }),
  },
};

/**
 * `npm run bench -- edge`: the whole program with its real limits under clients that waste its time, a crowd of streams
 * and edits of one state at once. Beside each: how normal requests fare, at a steady rate, in ms from when they were due.
 */
export async function benchEdge(): Promise<void> {
  const instance = await startInstance();
  const port = Number(new URL(instance.address).port);
  const pace = (newConnections = false) =>
    paceOf({
      port,
      path: '/api/manifests?limit=40',
      perSecond: PER_SECOND,
      forMs: BESIDE_MS,
      newConnections,
    });
  try {
    await pace();
    const rows: Record<string, object> = { 'normal, alone': await pace() };
    const ends: Promise<void>[] = [];
    const cut: Record<string, object> = {};
    for (const [name, { count, limit, client }] of Object.entries(ATTACKS)) {
      const clients = Array.from({ length: count }, (_, i) => slowClient({ port, ...client(i) }));
      const ended = async () => {
        cut[name] = cutsOf(await Promise.all(clients), limit);
      };
      ends.push(ended());
      rows[`beside ${count} × ${name}`] = await pace();
    }
    await Promise.all(ends);
    rows['alone again'] = await pace();
    rows['on new connections beside 1,000 silent ones'] = await besideSilence(port, pace);
    console.table(cut);
    console.table(rows);
    console.table({ streams: await crowdOfStreams(instance, pace) });
    console.table({ '1,000 pairs of PUTs with one ETag': await editPairs(instance.address, 1_000) });
    console.table({ 'the end': await stopUnderLoad(instance, port) });
  } finally {
    await instance.stop();
  }
}

/** A silent client for each place there is, over and over: who asks must get one. */
async function besideSilence(port: number, pace: (newConnections: boolean) => Promise<object>) {
  let isOver = false;
  let opened = 0;
  const keepSilence = async () => {
    while (!isOver) {
      opened += 1;
      await Promise.race([slowClient({ port, head: '' }), sleep(20_000)]);
      await sleep(20);
    }
  };
  const silent = Array.from({ length: 1_000 }, keepSilence);
  await sleep(1_000);
  const figures = await pace(true);
  isOver = true;
  await Promise.all(silent);
  return { ...figures, 'silent connections': opened };
}

/** SIGTERM while requests and streams are open: how long it takes, and whether every request was answered. */
async function stopUnderLoad(instance: Instance, port: number) {
  const memory = peakMemory(instance.pidsOf('web'));
  const stream = `GET /api/projects/running HTTP/1.1\r\n${HOST}Accept: text/event-stream\r\n\r\n`;
  const streams = Array.from({ length: 100 }, () => slowClient({ port, head: stream }));
  // Time for them to begin: a server that ends takes no new one.
  await sleep(5_000);
  const requests = Array.from({ length: 200 }, () =>
    slowClient({ port, head: `GET /api/manifests?limit=40 HTTP/1.1\r\n${HOST}\r\n` }),
  );
  await sleep(100);
  const began = performance.now();
  await instance.stop();
  const wholeMs = performance.now() - began;
  const answered = (cuts: Cut[]) => cuts.filter(({ status }) => status === 200).length;
  return {
    's until everything has ended': Number((wholeMs / 1000).toFixed(1)),
    'requests answered of 200': answered(await Promise.all(requests)),
    'streams begun of 100': answered(await Promise.all(streams)),
    'peak memory of web, MB': memory,
  };
}
