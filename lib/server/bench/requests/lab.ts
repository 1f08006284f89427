import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pngOf } from '../../../assets/testing.ts';
import { EXAMPLE_NAME } from '../../../manifests/example.ts';
import type { KnownIds } from './known-ids.ts';
import type { Sample } from './send.ts';

const FILM_LIMIT_MS = 10 * 60_000;
/** What a run may leave in the library between two sweeps. */
const KEPT = { manifests: 100, films: 15, presets: 20 };

type Row = Record<string, string>;
type Film = { status: string; film_url: string | null; scenes: { scene_id: string }[]; film_hash: string };

async function ask<T>(address: string, at: string, method = 'GET', body?: unknown): Promise<T> {
  const response = await fetch(address + at, {
    method,
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }),
  });
  if (!response.ok) throw new Error(`${method} ${at}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** A finished film of the example manifest, whose ids stay: half of the API has nothing to say without one. */
export async function prepare(address: string, known: KnownIds): Promise<Sample[]> {
  const [example] = await ask<Row[]>(address, `/api/manifests?q=${encodeURIComponent(EXAMPLE_NAME)}`);
  const manifest_id = example?.manifest_id ?? '';
  const { project_id } = await ask<Row>(address, '/api/generate', 'POST', {
    prompt: 'Mara climbs to the lamp room. The light returns.',
    manifest_id,
    clip_duration: 2,
    total_duration: 4,
    seed: 3,
  });
  const film = await finished(address, project_id ?? '');
  const assets = await ask<Row[]>(address, `/api/manifests/${manifest_id}/assets`);
  known.pinned.manifest_id = [manifest_id];
  known.pinned.project_id = [project_id ?? ''];
  known.pinned.scene_id = film.scenes.map((scene) => scene.scene_id);
  known.pinned.asset_id = assets.map((asset) => asset.asset_id ?? '');
  known.pinned.hash = [film.film_hash, ...assets.map((asset) => asset.image_hash ?? '')];
  const bytes = async (at: string) => new Uint8Array(await (await fetch(address + at)).arrayBuffer());
  const photo = path.resolve('prisma/example/ENV_01-harbour-at-dusk.jpg');
  return [
    { name: 'plain.png', type: 'image/png', bytes: new Uint8Array(await pngOf('#336699')) },
    { name: 'photo.jpg', type: 'image/jpeg', bytes: new Uint8Array(await readFile(photo)) },
    { name: 'empty.png', type: 'image/png', bytes: new Uint8Array() },
    { name: 'text.png', type: 'image/png', bytes: new TextEncoder().encode('<script>') },
    { name: 'page.html', type: 'text/html', bytes: new Uint8Array(await pngOf('#996633')) },
    {
      name: 'manifest.zip',
      type: 'application/zip',
      bytes: await bytes(`/api/manifests/${manifest_id}/export`),
    },
    {
      name: 'film.lock.json',
      type: 'application/json',
      bytes: await bytes(`/api/projects/${project_id}/lockfile`),
    },
    { name: 'clip.mp4', type: 'video/mp4', bytes: await bytes(film.film_url ?? '') },
  ];
}

async function finished(address: string, id: string): Promise<Film> {
  for (const end = Date.now() + FILM_LIMIT_MS; Date.now() < end; await sleep(500)) {
    const film = await ask<Film>(address, `/api/projects/${id}`);
    if (film.status === 'complete') return film;
  }
  throw new Error('The first film was not finished in time.');
}

/** Deletes all but the newest of what the requests made, so that a long run measures the server and not its library. */
export async function sweep(address: string, known: KnownIds): Promise<void> {
  const films = await ask<Row[]>(address, '/api/projects?limit=200');
  const spare = films.filter(({ project_id = '' }) => !known.pinned.project_id?.includes(project_id));
  for (const { project_id } of spare.slice(KEPT.films)) await drop(address, `/api/projects/${project_id}`);
  const briefs = await ask<Row[]>(address, '/api/manifests/ids?sort_by=created_at');
  const old = briefs
    .map(({ manifest_id = '' }) => manifest_id)
    .filter((id) => !known.pinned.manifest_id?.includes(id))
    .slice(KEPT.manifests);
  if (old.length > 0) await ask(address, '/api/manifests/bulk', 'POST', { manifest_ids: old, delete: true });
  const trashed = await ask<Row[]>(address, '/api/manifests/ids?trashed=true');
  const gone = trashed
    .map(({ manifest_id = '' }) => manifest_id)
    .filter((id) => !known.pinned.manifest_id?.includes(id));
  if (gone.length > 0) await ask(address, '/api/manifests/bulk', 'POST', { manifest_ids: gone, purge: true });
  for (const id of known.pinned.manifest_id ?? [])
    await fetch(`${address}/api/manifests/${id}/restore`, { method: 'POST' });
  const presets = await ask<Row[]>(address, '/api/presets');
  for (const { preset_id } of presets.slice(KEPT.presets)) await drop(address, `/api/presets/${preset_id}`);
}

const drop = (address: string, at: string) => fetch(address + at, { method: 'DELETE' });
