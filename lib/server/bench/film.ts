import type { ChildProcess } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { EXAMPLE_NAME, EXAMPLE_PROMPT } from '../../manifests/example.ts';
import { decodeVideo, readFrame } from '../../media/decode-video.ts';
import { encodeVideo } from '../../media/encode-video.ts';
import { createFrame, type YuvFrame } from '../../media/yuv.ts';
import { frameSize, type Resolution } from '../../schemas/project.ts';
import { seedExample } from '../first-run.ts';
import { printTable } from './figures.ts';
import { peakMemory } from './instance.ts';
import { openWorkerLab, untilComplete, type WorkerLab } from './worker-lab.ts';

const SECONDS = 15;
const CLIP_SECONDS = 2.5;
const SEED = 7;
/** Targets of the project, on two cores. */
const LIMIT_SHARE = 0.7;

type Figures = { seconds: number; memory: number | null; encoding: number };

/**
 * `npm run bench -- film`: the example film of 15 s by the local engine, from the request to the file, in real worker
 * processes of one job each on an empty database, without web: one worker and two, at 720p and 1080p. The limit is
 * FFmpeg encoding the composed frames of the same film's clips with the same settings, in the same run.
 */
export async function benchFilm(): Promise<void> {
  const lab = await openWorkerLab();
  try {
    const manifestId = await exampleManifest(lab);
    const rows: string[][] = [];
    for (const resolution of ['720p', '1080p'] as const)
      for (const workers of [1, 2]) {
        const { seconds, memory, encoding } = await measure(lab, manifestId, resolution, workers);
        rows.push([
          resolution,
          String(workers),
          `${seconds.toFixed(1)} s`,
          (seconds / SECONDS).toFixed(2),
          `${encoding.toFixed(1)} s`,
          (encoding / seconds).toFixed(2),
          memory === null ? '?' : `${memory} MB`,
        ]);
      }
    printTable(
      ['size', 'workers', 'film', 's per film s', 'FFmpeg alone', 'share of limit', 'peak memory'],
      rows,
    );
    console.log(
      `targets: share of limit at least ${LIMIT_SHARE}; 720p with two workers below 1 s per film second`,
    );
  } finally {
    await lab.close();
  }
}

async function exampleManifest(lab: WorkerLab): Promise<string> {
  const [{ listManifests }, { listManifestsQuerySchema }] = await Promise.all([
    import('../../manifests/manifest-service.ts'),
    import('../../schemas/manifest.ts'),
  ]);
  await seedExample(process.env, new AbortController().signal);
  const find = async () =>
    (await listManifests(listManifestsQuerySchema.parse({ q: EXAMPLE_NAME }))).items[0];
  const worker = lab.start(2);
  for (const end = Date.now() + 120_000; Date.now() < end && (await find())?.status !== 'READY'; )
    await new Promise((resolve) => setTimeout(resolve, 200));
  await lab.end(worker, 'SIGTERM');
  const manifest = await find();
  if (manifest?.status !== 'READY') throw new Error('The example manifest could not be analysed.');
  return manifest.manifest_id;
}

async function measure(
  lab: WorkerLab,
  manifest_id: string,
  resolution: Resolution,
  count: number,
): Promise<Figures> {
  const { generate, getProject } = await import('../../projects/project-service.ts');
  const { generateSchema } = await import('../../schemas/project.ts');
  const start = async (total_duration: number) => {
    const settings = { clip_duration: CLIP_SECONDS, total_duration, seed: SEED, enable_audio: true };
    const input = { prompt: EXAMPLE_PROMPT, manifest_id, resolution, ...settings };
    return (await generate(generateSchema.parse(input))).project_id;
  };
  const workers: ChildProcess[] = Array.from({ length: count }, () => lab.start(1));
  // The program is loaded by now, as in a worker that has run for a while.
  await untilComplete(await start(CLIP_SECONDS));
  const began = performance.now();
  const id = await start(SECONDS);
  await untilComplete(id);
  const seconds = (performance.now() - began) / 1000;
  const peaks = workers.map(({ pid }) => peakMemory(pid ? [pid] : []));
  for (const worker of workers) await lab.end(worker, 'SIGTERM');
  const clips = (await getProject(id)).scenes.flatMap((s) =>
    s.clips.map((c) => c.url?.split('/').at(-1) ?? ''),
  );
  const memory = peaks.reduce<number | null>(
    (sum, one) => (sum === null || one === null ? null : sum + one),
    0,
  );
  return { seconds, memory, encoding: await encodeOnly(lab, clips, resolution) };
}

/** Seconds that FFmpeg takes for the frames of these clips, which lie in memory. */
async function encodeOnly(lab: WorkerLab, clips: string[], resolution: Resolution): Promise<number> {
  const { blobStore } = await import('../../blobs/store-instance.ts');
  const { width, height } = frameSize('16:9', resolution);
  const target = path.join(lab.dataDir, 'encode-only.mp4');
  let spent = 0;
  for (const hash of clips) {
    const frames: YuvFrame[] = [];
    for await (const frame of decodeVideo(await blobStore().localPath(hash)))
      frames.push(readFrame(frame, createFrame(width, height)));
    const began = performance.now();
    await encodeVideo(target, (n) => frames[n] as YuvFrame, { width, height, frameCount: frames.length });
    spent += performance.now() - began;
  }
  await rm(target, { force: true });
  return spent / 1000;
}
