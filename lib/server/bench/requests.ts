import http from 'node:http';
import { parseArgs } from 'node:util';
import pLimit from 'p-limit';
import { dereferenced } from '../../openapi/testing-arbitraries.ts';
import { round } from './figures.ts';
import { memoryNow, startInstance } from './instance.ts';
import { KnownIds } from './requests/known-ids.ts';
import { prepare, sweep } from './requests/lab.ts';
import { watchLocks } from './requests/lock-watch.ts';
import { type OpenApi, requestMaker } from './requests/request-maker.ts';
import { RequestRecord } from './requests/request-record.ts';
import { Reset, send } from './requests/send.ts';

const CONCURRENCY = 16;
/** Requests between two sweeps. */
const SWEEP_EVERY = 500;
/** Growth over the last half of a run, as a share of what the process has, that still counts as flat. */
const FLAT = 0.1;
/** Share of answers that may say "not now". */
const BUSY = 0.001;

/**
 * `npm run bench -- requests [--count n] [--seed n] [--only pattern]`: generated requests to every operation of the OpenAPI file, valid,
 * nearly valid and hostile, at the whole program. Nothing may be answered 5xx, every refusal must be a problem document,
 * every answer what the file says, and the memory of web must not grow. What a seed makes also depends on the ids that
 * answers before it named; the findings show the request itself. `--only` takes the operations whose name it matches, and
 * the pages. Who held a lock for long is told at the end. Ctrl-C ends it early, with what it found so far.
 */
export async function benchRequests(): Promise<void> {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: {
      count: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '20261121' },
      only: { type: 'string', default: '' },
    },
  });
  const count = Number(values.count);
  const firstSeed = Number(values.seed);
  const instance = await startInstance();
  const locks = await watchLocks(instance.databaseUrl);
  const agent = new http.Agent({ keepAlive: true, maxSockets: CONCURRENCY });
  try {
    const { address } = instance;
    const port = Number(new URL(address).port);
    const known = new KnownIds();
    const record = new RequestRecord();
    const samples = await prepare(address, known);
    const file = (await (await fetch(`${address}/api/openapi.json`)).json()) as OpenApi;
    const make = requestMaker(dereferenced(file), known, samples.length, new RegExp(values.only));
    const web = instance.pidsOf('web');
    const memory: number[] = [];
    let resets = 0;
    const began = performance.now();
    const one = async (seed: number) => {
      const made = make(seed);
      const start = performance.now();
      try {
        const answer = await send(agent, port, made, samples).catch((error: unknown) => {
          if (!(error instanceof Reset)) throw error;
          resets += 1;
          return send(agent, port, made, samples);
        });
        await record.add(seed, made, answer, performance.now() - start);
        known.learn(answer.text.slice(0, 100_000), answer.headers);
      } catch (error) {
        record.find(`${made.operation} got no answer: ${(error as Error).message}`, seed, made);
      }
    };
    const limit = pLimit(CONCURRENCY);
    let isStopped = false;
    process.once('SIGINT', () => {
      isStopped = true;
    });
    for (let done = 0; done < count && !isStopped; done += SWEEP_EVERY) {
      const batch = Math.min(SWEEP_EVERY, count - done);
      await Promise.all(Array.from({ length: batch }, (_, i) => limit(one, firstSeed + done + i)));
      await sweep(address, known);
      memory.push(memoryNow(web) ?? Number.NaN);
      if (Math.floor(((done + batch) * 10) / count) > Math.floor((done * 10) / count)) {
        const perSecond = round((done + batch) / ((performance.now() - began) / 1000), 0);
        console.log(
          `${done + batch} requests, ${perSecond} a second, web ${memory.at(-1)} MB, ${record.findings.size} kinds of findings`,
        );
      }
    }
    record.print(instance.logOf);
    for (const line of locks.lines()) console.log(`held a lock: ${line}`);
    console.log(`connections that were closed before another request on them: ${resets}`);
    const half = memory.slice(memory.length >> 1);
    const perStep = slope(half);
    const growth = (perStep * half.length) / Math.max(1, half.at(-1) ?? 1);
    const isSame = instance.pidsOf('web').join() === web.join();
    const isFlat = growth < FLAT;
    console.log(`web is ${isSame ? 'the same process' : 'ANOTHER PROCESS: it crashed'}`);
    console.log(
      `memory of web: ${memory[0]} MB at first, ${memory.at(-1)} MB at last, most ${Math.max(...memory)} MB; over the last half ${round(growth * 100)} % (${isFlat ? 'flat' : 'NOT FLAT'})`,
    );
    const isTooBusy = record.busy > record.total * BUSY;
    if (record.findings.size > 0 || !isSame || !isFlat || isTooBusy) process.exitCode = 1;
  } finally {
    agent.destroy();
    await locks.stop();
    await instance.stop();
  }
}

/** Of the line through values at equal distances (least squares). */
function slope(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  const over = values.reduce((sum, v, i) => sum + (i - middle) * (v - mean), 0);
  return (
    over /
    Math.max(
      1,
      values.reduce((sum, _, i) => sum + (i - middle) ** 2, 0),
    )
  );
}
