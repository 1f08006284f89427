import { copyFile, mkdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { apiSubjects, drawPhotographs, type Subject } from './api-subjects.ts';
import { startBareServers } from './bare.ts';
import { printTable, quantile, round } from './figures.ts';
import { memoryNow } from './instance.ts';
import { type LoadGenerator, type LoadResult, startLoadGenerator } from './load.ts';
import { seedLibrary } from './seed-library.ts';
import { openWebLab, type WebLab } from './web-lab.ts';

const MANIFESTS = 1949;
const FULL = { count: 50, assets: 24 };
const ROUNDS = 3;
const ROUND_MS = 1_000;
const UPLOAD_ROUND_MS = 4_000;
const WARM_UP_MS = 600;
/** Of p50, with 16 requests at once. */
const P99_TARGET = 5;
const FLOOR = { paths: ['/api/floor'] };

/**
 * `npm run bench -- api`: the hot routes over HTTP with 2,000 manifests, 50 of them of 24 assets, at 1 and 16 requests at
 * once, by a load generator in a process of its own. Web has as many processes as there are cores (or WEB_PROCESSES) and
 * no worker runs. Each figure stands beside two limits of the same run, measured in turn with it so that a busy machine
 * slows all alike: an empty route on the same build (`/api/floor`, without the wrapper of the others), and the same SQL
 * by `pg` behind a bare `node:http` server; for an upload the same work of sharp alone. Ratios are medians of the rounds.
 * What web keeps (see KeptAnswers) has a second row, "made": the route's own work, as while others write.
 */
export async function benchApi(): Promise<void> {
  const processes = Number(process.env.WEB_PROCESSES) || availableParallelism();
  const lab = await openWebLab(processes);
  const load = startLoadGenerator();
  let closeBare = () => {};
  try {
    const { files, bytes } = await drawPhotographs(lab.dataDir);
    const seeded = await seedLibrary(lab.address, lab.databaseUrl, { manifests: MANIFESTS, large: FULL });
    console.log(
      `${seeded.manifests} manifests, ${seeded.assets} assets; ${processes} web processes on ${availableParallelism()} cores; ` +
        `JPEG files of ${round(bytes / 1e6)} MB; ${ROUNDS} rounds of ${ROUND_MS / 1000} s (uploads ${UPLOAD_ROUND_MS / 1000} s)`,
    );
    const subjects = await apiSubjects(lab.databaseUrl, seeded.largeIds, files);
    const bare = await startBareServers(
      {
        processes,
        databaseUrl: lab.databaseUrl,
        pool: Math.max(2, Math.ceil(10 / processes)),
        subjects: Object.fromEntries(
          Object.entries(subjects).flatMap(([name, { bare: one }]) => (one ? [[slug(name), one]] : [])),
        ),
      },
      lab.dataDir,
    );
    closeBare = bare.close;
    const rows: string[][] = [];
    for (const [name, subject] of Object.entries(subjects)) {
      const limit = subject.bare ? bareLimit(load, bare.address, name) : sharpLimit(lab, files);
      for (const concurrency of [1, 16])
        rows.push(await measure(lab, load, { name, subject, limit, concurrency }));
    }
    printTable(
      [
        'route',
        'at once',
        'req/s',
        'empty/s',
        'of empty',
        'limit/s',
        'of limit',
        'target',
        'p50 ms',
        'p99 ms',
        'p99/p50',
        'empty p99/p50',
        'errors',
        'web MB',
      ],
      rows,
    );
    console.log(
      'limit: the same SQL by pg behind node:http; for the upload sharp alone, two at once at most.',
    );
  } finally {
    closeBare();
    load.close();
    await lab.close();
  }
}

type Limit = (concurrency: number, ms: number) => Promise<LoadResult>;
type Measured = { name: string; subject: Subject; limit: Limit; concurrency: number };

async function measure(lab: WebLab, load: LoadGenerator, { name, subject, limit, concurrency }: Measured) {
  const isUpload = !subject.bare;
  const ms = isUpload ? UPLOAD_ROUND_MS : ROUND_MS;
  const ask = (requests: Subject['requests']) => (at: number, forMs: number) =>
    load.run({ address: lab.address, concurrency: at, ms: forMs, requests });
  const runs: Limit[] = [ask(FLOOR), limit, ask(subject.requests)];
  const results: LoadResult[][] = runs.map(() => []);
  for (const run of runs) await run(concurrency, WARM_UP_MS);
  for (let i = 0; i < ROUNDS; i += 1)
    for (const [n, run] of runs.entries()) results[n]?.push(await run(concurrency, n === 0 ? ROUND_MS : ms));
  const [floors = [], limits = [], routes = []] = results;
  const times = routes.flatMap((one) => one.times);
  const ofFloor = median(routes.map((one, i) => perSecond(one) / perSecond(floors[i])));
  const ofLimit = median(routes.map((one, i) => perSecond(one) / perSecond(limits[i])));
  const [p50, p99] = [quantile(times, 0.5), quantile(times, 0.99)];
  const share = isUpload ? ofLimit : ofFloor;
  const isWell = share >= subject.target && (concurrency === 1 || p99 < P99_TARGET * p50);
  const row = [
    name,
    String(concurrency),
    rate(median(routes.map(perSecond))),
    isUpload ? '' : rate(median(floors.map(perSecond))),
    isUpload ? '' : ofFloor.toFixed(2),
    rate(median(limits.map(perSecond))),
    ofLimit.toFixed(2),
    `${subject.target.toFixed(1)} ${isWell ? 'yes' : 'no'}`,
    p50.toFixed(1),
    p99.toFixed(1),
    (p99 / p50).toFixed(1),
    isUpload ? '' : spreadOf(floors.flatMap((one) => one.times)).toFixed(1),
    errorsOf([...routes, ...limits, ...floors]),
    String(memoryNow(lab.pids()) ?? ''),
  ];
  console.error(row.join('  '));
  return row;
}

const slug = (name: string) => name.replace(/[^a-z0-9]+/g, '-');

const bareLimit =
  (load: LoadGenerator, address: string, name: string): Limit =>
  (concurrency, ms) =>
    load.run({ address, concurrency, ms, requests: { paths: [`/${slug(name)}`] } });

/** The decoder's work in the decoder's process, as many at once as web allows itself. */
function sharpLimit(lab: WebLab, files: string[]): Limit {
  let n = 0;
  return async (concurrency, ms) => {
    const { decodeInChild } = await import('../../assets/decoder-pool.ts');
    const folder = path.join(lab.dataDir, 'sharp-alone');
    await mkdir(folder, { recursive: true });
    const result: LoadResult = { times: [], errors: {}, elapsedMs: 0 };
    const began = performance.now();
    const decode = async () => {
      while (performance.now() - began < ms) {
        n += 1;
        const at = (part: string) => path.join(folder, `${n}-${part}`);
        const paths = { source: at('source'), master: at('master') };
        await copyFile(files[n % files.length] ?? '', paths.source);
        const since = performance.now();
        const reply = await decodeInChild({
          ...paths,
          thumbs: { 320: at('s'), 640: at('m'), 1280: at('l') },
        });
        result.times.push(performance.now() - since);
        if (reply.kind !== 'decoded') result.errors[reply.kind] = (result.errors[reply.kind] ?? 0) + 1;
      }
    };
    await Promise.all(Array.from({ length: Math.min(concurrency, 2) }, decode));
    return { ...result, elapsedMs: performance.now() - began };
  };
}

const spreadOf = (times: number[]) => quantile(times, 0.99) / quantile(times, 0.5);
const perSecond = (result: LoadResult | undefined) =>
  result ? ((result.times.length - failed(result)) / result.elapsedMs) * 1000 : Number.NaN;
const failed = ({ errors }: LoadResult) => Object.values(errors).reduce((a, b) => a + b, 0);
const median = (values: number[]) => quantile(values, 0.5);
const rate = (value: number) => (value < 100 ? value.toFixed(1) : value.toFixed(0));

/** How many failed, with what. */
function errorsOf(results: LoadResult[]): string {
  const sum: Record<string, number> = {};
  for (const { errors } of results)
    for (const [code, n] of Object.entries(errors)) sum[code] = (sum[code] ?? 0) + n;
  return (
    Object.entries(sum)
      .map(([code, n]) => `${n} × ${code}`)
      .join(', ') || '0'
  );
}
