import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { decoderPids } from '../../assets/corpus/decoder-pids.ts';
import { type CaseResult, makeTarget, runCase } from '../../assets/corpus/run-case.ts';
import { tempFolder } from '../../blobs/disk-store.ts';
import { memoryNow, peakMemory, startInstance } from './instance.ts';

const COUNTS = { uploads: 50, random: 10_000, mutants: 5_000 };
/** Share of the two large numbers that is sent, for a quicker look: `npm run bench -- corpus 0.1`. */
const SHARE = Number(process.argv[3] ?? 1);
/** What the server edge grants a request; see guarded-server.ts. */
const PATIENCE_MS = 120_000;

/**
 * `npm run bench -- corpus`: the upload half of the corpus of hostile inputs against the whole program, each case with
 * what it must get, what it got and how long that took; then what the web process held before and after.
 */
export async function benchCorpusUploads(): Promise<void> {
  const instance = await startInstance();
  try {
    const { address } = instance;
    const { uploadCases } = await import('../../assets/corpus/upload-cases.ts');
    const web = instance.pidsOf('web');
    const lab = {
      address,
      patience: { address, ms: PATIENCE_MS },
      taking: await makeTarget(address),
      refusing: await makeTarget(address),
      unfinished: () => readdir(tempFolder(path.join(instance.dataDir, 'blobs'))),
      decoders: () => web.flatMap(decoderPids),
    };
    const counts = { ...COUNTS, random: COUNTS.random * SHARE, mutants: COUNTS.mutants * SHARE };
    const cases = Object.values(await uploadCases(counts)).flat();
    const before = memoryNow(web);
    const results: (CaseResult & { limit: number | undefined })[] = [];
    for (const one of cases) {
      const result = await runCase(one, lab);
      results.push({ ...result, limit: one.withinMs });
      console.error(`${result.wrong === null ? 'ok' : 'WRONG'} ${result.id} ${result.what}: ${result.ms} ms`);
    }
    console.table(
      results.map(({ wrong, limit, ...row }) => ({ ...row, ok: wrong === null, 'ms at most': limit ?? '' })),
    );
    const wrong = results.filter((result) => result.wrong !== null);
    const slow = results.filter(({ ms, limit }) => limit !== undefined && ms > limit);
    for (const { id, what, wrong: why } of wrong) console.error(`${id} ${what}: ${why}`);
    for (const { id, what, ms } of slow) console.error(`${id} ${what}: took ${ms} ms`);
    console.log(`${results.length - wrong.length} of ${results.length} cases as they must be`);
    console.table({
      'web process MB': { before, after: memoryNow(web), peak: peakMemory(web) },
    });
    if (wrong.length + slow.length > 0) process.exitCode = 1;
  } finally {
    await instance.stop();
  }
}
