import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, openAsBlob } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { nameFromFile, typeFromFile } from '../assets/file-name.ts';
import { type Api, answerOf, asForm, createApiClient, eventsOf } from '../client/api/api-client.ts';
import { EXAMPLE_PROMPT } from '../manifests/example.ts';
import { env } from './env.ts';

/*
 * The whole job without a browser, over the REST API: a manifest from a folder of images, analysed, made into a film,
 * saved as film.mp4. Starts the app for the time of the job when none answers.
 */

const EXAMPLE_FOLDER = path.join(import.meta.dirname, '../../prisma/example');
const START_TIMEOUT_MS = 10 * 60_000;
const JOB_TIMEOUT_MS = 10 * 60_000;
const POLL_MS = 250;

type ManifestId = Pick<Api['Manifest'], 'manifest_id'>;

const base = `http://${env.HOST}:${env.PORT}`;
const begun = performance.now();

function say(text: string, since: number): void {
  const took = ((performance.now() - since) / 1000).toFixed(1);
  console.log(`${text.padEnd(64)} ${took.padStart(6)} s`);
}

const client = createApiClient(base);

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

/**
 * Listens to the events of that name until `done` says so. A stream that ends before is opened again, which begins with
 * the present state; a signal bounds the whole.
 */
async function follow<T>(
  open: (signal: AbortSignal) => ReturnType<typeof answerOf<ReadableStream<Uint8Array> | null>>,
  name: string,
  done: (state: T) => boolean,
): Promise<T> {
  const signal = AbortSignal.timeout(JOB_TIMEOUT_MS);
  while (true) {
    for await (const { event, data } of eventsOf(await open(signal)))
      if (event === name && done(data as T)) return data as T;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

const isUp = () =>
  client.GET('/api/ready').then(
    ({ response }) => response.ok,
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

async function buildManifest(folder: string): Promise<ManifestId> {
  const since = performance.now();
  const files = (await readdir(folder)).filter((f) => /\.(png|jpe?g|webp)$/i.test(f)).sort();
  if (files.length === 0) throw new Error(`No PNG, JPEG or WebP in ${folder}.`);
  const manifest = await answerOf(
    client.POST('/api/manifests', { body: { name: `Demo: ${path.basename(folder)}` } }),
  );
  for (const name of files) {
    const file = new File([await openAsBlob(path.join(folder, name))], name);
    const body = { name: nameFromFile(name), asset_type: typeFromFile(name) ?? 'OTHER', file };
    const params = { path: { id: manifest.manifest_id } };
    const asset = await answerOf(
      client.POST('/api/manifests/{id}/assets', { params, body, bodySerializer: asForm }),
    );
    console.log(`  ${asset.manifest_tag.padEnd(9)} ${asset.name}`);
  }
  say(`Manifest with ${files.length} images`, since);
  return manifest;
}

async function analyse({ manifest_id }: ManifestId): Promise<void> {
  const since = performance.now();
  const params = { path: { id: manifest_id } };
  await answerOf(client.POST('/api/manifests/{id}/process', { params, body: { scope: 'all' } }));
  const { status } = await follow<Api['ManifestProgress']>(
    (signal) =>
      answerOf(
        client.GET('/api/manifests/{id}/progress', {
          params,
          headers: { accept: 'text/event-stream' },
          parseAs: 'stream',
          signal,
        }),
      ),
    'progress',
    (progress) => progress.status !== 'PROCESSING',
  );
  say(`Analysed: ${status}`, since);
}

/** The example's prompt, or one sentence for each of the first assets of another folder. */
async function promptFor(folder: string, { manifest_id }: ManifestId): Promise<string> {
  if (folder === EXAMPLE_FOLDER) return EXAMPLE_PROMPT;
  const params = { path: { id: manifest_id } };
  const assets = await answerOf(client.GET('/api/manifests/{id}/assets', { params }));
  const place = assets.find((a) => a.asset_type === 'ENVIRONMENT');
  const others = assets.filter((a) => a.asset_type !== 'ENVIRONMENT' && a.asset_type !== 'STYLE').slice(0, 4);
  return [
    place && `@${place.manifest_tag} in early light.`,
    ...others.map((a) => `@${a.manifest_tag} comes into view.`),
  ]
    .filter(Boolean)
    .join(' ');
}

const ENDED: readonly Api['ProjectStatus'][] = ['complete', 'partial', 'failed', 'cancelled', 'staged'];

async function makeFilm(prompt: string, manifest_id: string): Promise<Api['ProjectDetail']> {
  const since = performance.now();
  const settings = { enable_audio: true, clip_duration: 2.5, total_duration: 15 };
  const { project_id } = await answerOf(
    client.POST('/api/generate', { body: { prompt, manifest_id, ...settings } }),
  );
  const params = { path: { id: project_id } };
  let stage = '';
  let stageSince = since;
  const ended = await follow<Api['ProjectProgress']>(
    (signal) => answerOf(client.GET('/api/projects/{id}/events', { params, parseAs: 'stream', signal })),
    'status',
    ({ status }) => {
      if (status === stage) return false;
      if (stage) say(`  ${stage}`, stageSince);
      stage = status;
      stageSince = performance.now();
      return ENDED.includes(status);
    },
  );
  if (ended.status !== 'complete')
    throw new Error(`The film ended ${ended.status}: ${ended.error_message ?? ''}`);
  const project = await answerOf(client.GET('/api/projects/{id}', { params }));
  say(`Film of ${project.film_seconds?.toFixed(1)} s, ${project.scenes_total} scenes`, since);
  return project;
}

async function save({ project_id }: Api['ProjectDetail']): Promise<void> {
  const film = await answerOf(
    client.GET('/api/projects/{id}/film', {
      params: { path: { id: project_id }, query: { download: '1' } },
      parseAs: 'stream',
    }),
  );
  await pipeline(Readable.fromWeb(film as NodeReadableStream), createWriteStream('film.mp4'));
}

const folder = path.resolve(process.argv[2] ?? EXAMPLE_FOLDER);
const app = await startApp();
try {
  const manifest = await buildManifest(folder);
  await analyse(manifest);
  const prompt = await promptFor(folder, manifest);
  const film = await makeFilm(prompt, manifest.manifest_id);
  await save(film);
  say('Saved film.mp4', begun);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await stopApp(app);
}
