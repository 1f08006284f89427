import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { nameFromFile, typeFromFile } from '../assets/file-name.ts';
import { EXAMPLE_PROMPT } from '../manifests/example.ts';
import type { Asset } from '../schemas/asset.ts';
import type { ManifestListItem, ManifestProgress } from '../schemas/manifest.ts';
import type {
  GenerateAnswer,
  GenerateInput,
  ProjectDetail,
  ProjectStatusAnswer,
} from '../schemas/project.ts';
import { env } from './env.ts';

/*
 * The whole job without a browser, over the REST API: a manifest from a folder of images, analysed, made into a film,
 * saved as film.mp4. Starts the app for the time of the job when none answers.
 */

const EXAMPLE_FOLDER = path.join(import.meta.dirname, '../../prisma/example');
const START_TIMEOUT_MS = 10 * 60_000;
const JOB_TIMEOUT_MS = 10 * 60_000;
const POLL_MS = 250;

const base = `http://${env.HOST}:${env.PORT}`;
const begun = performance.now();

function say(text: string, since: number): void {
  const took = ((performance.now() - since) / 1000).toFixed(1);
  console.log(`${text.padEnd(64)} ${took.padStart(6)} s`);
}

async function api<T>(method: string, route: string, body?: unknown): Promise<T> {
  const isForm = body instanceof FormData;
  const response = await fetch(base + route, {
    method,
    ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    ...(body !== undefined && !isForm && { headers: { 'content-type': 'application/json' } }),
  });
  const answer = (await response.json()) as T & { detail?: string };
  if (!response.ok) throw new Error(`${method} ${route}: ${response.status} ${answer.detail ?? ''}`);
  return answer;
}

/** Asks until `done` says so; the loop is bounded. */
async function until<T>(ask: () => Promise<T>, done: (value: T) => boolean, timeoutMs: number): Promise<T> {
  const end = performance.now() + timeoutMs;
  while (performance.now() < end) {
    const value = await ask();
    if (done(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error('It took too long.');
}

const isUp = () =>
  fetch(`${base}/api/ready`).then(
    (r) => r.ok,
    () => false,
  );

async function startApp(): Promise<ChildProcess | null> {
  if (await isUp()) return null;
  const since = performance.now();
  const app = spawn(process.execPath, [path.join(import.meta.dirname, 'start.mjs')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<never>((_, reject) =>
    app.once('exit', (code) => reject(new Error(`The app ended with ${code}.`))),
  );
  ended.catch(() => {});
  await Promise.race([until(isUp, Boolean, START_TIMEOUT_MS), ended]);
  say('Started the app', since);
  return app;
}

async function stopApp(app: ChildProcess | null): Promise<void> {
  if (!app) return;
  const ended = new Promise((resolve) => app.once('exit', resolve));
  app.kill('SIGTERM');
  await ended;
}

async function buildManifest(folder: string): Promise<ManifestListItem> {
  const since = performance.now();
  const files = (await readdir(folder)).filter((f) => /\.(png|jpe?g|webp)$/i.test(f)).sort();
  if (files.length === 0) throw new Error(`No PNG, JPEG or WebP in ${folder}.`);
  const manifest = await api<ManifestListItem>('POST', '/api/manifests', {
    name: `Demo: ${path.basename(folder)}`,
  });
  for (const file of files) {
    const form = new FormData();
    form.set('name', nameFromFile(file));
    form.set('asset_type', typeFromFile(file) ?? 'OTHER');
    form.set('file', new Blob([new Uint8Array(await readFile(path.join(folder, file)))]), file);
    const asset = await api<Asset>('POST', `/api/manifests/${manifest.manifest_id}/assets`, form);
    console.log(`  ${asset.manifest_tag.padEnd(9)} ${asset.name}`);
  }
  say(`Manifest with ${files.length} images`, since);
  return manifest;
}

async function analyse({ manifest_id }: ManifestListItem): Promise<void> {
  const since = performance.now();
  await api('POST', `/api/manifests/${manifest_id}/process`, { scope: 'all' });
  const ask = () => api<ManifestProgress>('GET', `/api/manifests/${manifest_id}/progress`);
  const { status } = await until(ask, (p) => p.status !== 'PROCESSING', JOB_TIMEOUT_MS);
  say(`Analysed: ${status}`, since);
}

/** The example's prompt, or one sentence for each of the first assets of another folder. */
async function promptFor(folder: string, { manifest_id }: ManifestListItem): Promise<string> {
  if (folder === EXAMPLE_FOLDER) return EXAMPLE_PROMPT;
  const assets = await api<Asset[]>('GET', `/api/manifests/${manifest_id}/assets`);
  const place = assets.find((a) => a.asset_type === 'ENVIRONMENT');
  const others = assets.filter((a) => a.asset_type !== 'ENVIRONMENT' && a.asset_type !== 'STYLE').slice(0, 4);
  return [
    place && `@${place.manifest_tag} in early light.`,
    ...others.map((a) => `@${a.manifest_tag} comes into view.`),
  ]
    .filter(Boolean)
    .join(' ');
}

async function makeFilm(input: GenerateInput): Promise<ProjectDetail> {
  const since = performance.now();
  const { project_id } = await api<GenerateAnswer>('POST', '/api/generate', input);
  let stage = '';
  let stageSince = since;
  const ask = () => api<ProjectStatusAnswer>('GET', `/api/projects/${project_id}/status`);
  const ended = await until(
    ask,
    ({ status }) => {
      if (status === stage) return false;
      if (stage) say(`  ${stage}`, stageSince);
      stage = status;
      stageSince = performance.now();
      return ['complete', 'partial', 'failed', 'cancelled', 'staged'].includes(status);
    },
    JOB_TIMEOUT_MS,
  );
  if (ended.status !== 'complete')
    throw new Error(`The film ended ${ended.status}: ${ended.error_message ?? ''}`);
  const project = await api<ProjectDetail>('GET', `/api/projects/${project_id}`);
  say(`Film of ${project.film_seconds?.toFixed(1)} s, ${project.scenes_total} scenes`, since);
  return project;
}

async function save({ project_id }: ProjectDetail): Promise<void> {
  const response = await fetch(`${base}/api/projects/${project_id}/film?download=1`);
  if (!response.ok || !response.body) throw new Error(`The film could not be read: ${response.status}.`);
  await pipeline(Readable.fromWeb(response.body as NodeReadableStream), createWriteStream('film.mp4'));
}

const folder = path.resolve(process.argv[2] ?? EXAMPLE_FOLDER);
const app = await startApp();
try {
  const manifest = await buildManifest(folder);
  await analyse(manifest);
  const prompt = await promptFor(folder, manifest);
  const film = await makeFilm({
    prompt,
    manifest_id: manifest.manifest_id,
    enable_audio: true,
    clip_duration: 2.5,
    total_duration: 15,
  });
  await save(film);
  say('Saved film.mp4', begun);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await stopApp(app);
}
