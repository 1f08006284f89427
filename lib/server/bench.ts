import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pLimit from 'p-limit';
import sharp from 'sharp';
import { z } from 'zod';
import type { EnginePorts, FilmSettings } from '../engines/engine.ts';
import { localEngine } from '../engines/local/local-engine.ts';
import { testAsset, testSnapshot } from '../engines/local/testing.ts';
import { decodeVideo, readFrame } from '../media/decode-video.ts';
import { encodeVideo, FRAME_RATE } from '../media/encode-video.ts';
import { createFrame, type YuvFrame } from '../media/yuv.ts';
import { makeClip } from '../pipeline/clips.ts';
import { makeKeyframe } from '../pipeline/keyframes.ts';
import { stitchFilm } from '../pipeline/stitch.ts';
import type { StitchInput } from '../pipeline/stitch-input.ts';
import { planStoryboard } from '../pipeline/storyboard.ts';
import { createAssetSchema } from '../schemas/asset.ts';
import { frameSize } from '../schemas/project.ts';

/*
 * `npm run bench -- film`: the example film by the local engine, without database and web: seconds of each stage and
 * per second of film, and the peak of memory, beside FFmpeg alone encoding frames that are composed already.
 * `-- library` and `-- uploads` measure the whole program; see bench/.
 */

const EXAMPLE = join(import.meta.dirname, '../../prisma/example');
const PARALLEL = 2;
const exampleSchema = z.object({
  prompt: z.string(),
  assets: z.array(createAssetSchema.extend({ file: z.string() }).loose()),
});

const files = new Map<string, string>();
const folder = await mkdtemp(join(tmpdir(), 'vidpipe-bench-'));
let made = 0;
const pathOf = (hash: string) => files.get(hash) ?? '';
const ports: EnginePorts = {
  blobs: {
    get: (hash) => readFile(pathOf(hash)),
    localPath: async (hash) => pathOf(hash),
    tempPath: async () => {
      made += 1;
      return join(folder, String(made));
    },
  },
};

function keep(path: string): string {
  const hash = createHash('sha256').update(readFileSync(path)).digest('hex');
  files.set(hash, path);
  return hash;
}

async function exampleSnapshot() {
  const example = exampleSchema.parse(JSON.parse(readFileSync(join(EXAMPLE, 'manifest.json'), 'utf8')));
  const assets = example.assets.map(
    async ({ file, name, asset_type, description, user_tags }, sort_order) => {
      const image_hash = keep(join(EXAMPLE, file));
      const { width, height, hasAlpha } = await sharp(join(EXAMPLE, file)).metadata();
      const texts = { name, description: description ?? '', userTags: user_tags ?? [] };
      const { palette, cropBbox } = await localEngine.analyse(
        { imageHash: image_hash, assetType: asset_type, ...texts },
        ports,
      );
      return testAsset(file.split('-')[0] ?? '', name, {
        asset_type,
        description: texts.description,
        user_tags: texts.userTags,
        sort_order,
        image_hash,
        width,
        height,
        has_alpha: hasAlpha,
        palette,
        crop_bbox: cropBbox,
      });
    },
  );
  return { prompt: example.prompt, snapshot: testSnapshot(await Promise.all(assets)) };
}

let total = 0;
async function timed<T>(name: string, filmSeconds: number, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  const seconds = (performance.now() - start) / 1000;
  total += seconds;
  row(name, seconds, filmSeconds);
  return result;
}

function row(name: string, seconds: number, filmSeconds: number): void {
  const each = (seconds / filmSeconds).toFixed(3);
  console.log(
    `${name.padEnd(34)} ${seconds.toFixed(2).padStart(7)} s  ${each.padStart(6)} s per film second`,
  );
}

/** FFmpeg alone: the frames of one clip, in memory, through the film's encoder. */
async function encodeOnly(path: string, filmSeconds: number): Promise<number> {
  const { width, height } = frameSize('16:9', '720p');
  const frames: YuvFrame[] = [];
  for await (const frame of decodeVideo(path)) frames.push(readFrame(frame, createFrame(width, height)));
  const frameCount = Math.round(filmSeconds * FRAME_RATE);
  const start = performance.now();
  const draw = (n: number) => frames[n % frames.length] as YuvFrame;
  await encodeVideo(join(folder, 'encode-only.mp4'), draw, { width, height, frameCount });
  return (performance.now() - start) / 1000;
}

async function benchFilm(): Promise<void> {
  const { prompt, snapshot } = await exampleSnapshot();
  const settings: FilmSettings = {
    title: 'The Lamplighter',
    prompt,
    style: 'cinematic',
    aspectRatio: '16:9',
    resolution: '720p',
    clipDuration: 2.5,
    totalDuration: 15,
    seed: 7,
    enableAudio: true,
    burnCaptions: false,
  };
  const limit = pLimit(PARALLEL);
  const length = settings.totalDuration;
  const board = await timed('storyboard', length, () =>
    planStoryboard(localEngine, { settings, snapshot }, ports),
  );
  const shots = board.scenes.map((scene) => ({ settings, snapshot, styleGuide: board.style_guide, scene }));
  await timed(`keyframes (${shots.length * 2})`, length, () =>
    limit.map(
      (['start', 'end'] as const).flatMap((position) => shots.map((shot) => ({ ...shot, position }))),
      (input) => makeKeyframe(localEngine, input, ports),
    ),
  );
  const clips = await timed(`clips (${shots.length})`, length, () =>
    limit.map(shots, async (input): Promise<StitchInput['clips'][number]> => {
      const { path, duration } = await makeClip(localEngine, input, ports);
      return { hash: keep(path), duration, transition: input.scene.transition, audio: input.scene.audio };
    }),
  );
  const credits = { projectId: 'bench', digest: null, manifestName: 'The Lamplighter', manifestVersion: 1 };
  const film = await timed('stitch', length, () =>
    stitchFilm({ clips, settings, styleGuide: board.style_guide, credits }, ports),
  );
  row('film, start to file', total, length);
  const peak = process.resourceUsage().maxRSS / 1024;
  const encoding = await encodeOnly(pathOf(clips[0]?.hash ?? ''), film.duration);
  row('FFmpeg alone, composed frames', encoding, length);
  const { size } = await stat(film.path);
  console.log(
    `film ${film.duration} s, ${(size / 1e6).toFixed(1)} MB; peak memory ${peak.toFixed(0)} MB; ${(total / encoding).toFixed(1)} × the encoding alone`,
  );
}

const [subject = 'film'] = process.argv.slice(2);
try {
  if (subject === 'film') await benchFilm();
  else if (subject === 'library') await (await import('./bench/library.ts')).benchLibrary();
  else if (subject === 'uploads') await (await import('./bench/uploads.ts')).benchUploads();
  else {
    console.error(`There is no bench "${subject}". There are: film, library, uploads.`);
    process.exitCode = 1;
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
