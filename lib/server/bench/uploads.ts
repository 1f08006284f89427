import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import sharp from 'sharp';
import type { Asset } from '../../schemas/asset.ts';
import type { ManifestProgress } from '../../schemas/manifest.ts';
import { findChromium } from '../chromium.ts';
import { round } from './figures.ts';
import { type Instance, peakMemory, startInstance } from './instance.ts';

const IMAGES = 200;
const LIMIT_MS = 15 * 60_000;
/** The worker is killed when this share of the images is analysed. */
const KILL_AT = 0.4;

const seconds = (since: number) => round((performance.now() - since) / 1000, 2);

/** `npm run bench -- uploads`: 200 photographs at once through the creator, analysed by a worker that is killed half way. */
export async function benchUploads(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'vidpipe-bench-images-'));
  let instance: Instance | null = null;
  try {
    const files = await drawPhotographs(folder);
    instance = await startInstance();
    const { id, ...uploaded } = await upload(instance, files);
    console.table({ [`${IMAGES} images into the creator`]: uploaded });
    console.table({ [`${IMAGES} images analysed`]: await analyseWithKill(instance, id) });
  } finally {
    await instance?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** JPEG files of about 300 kB, no two alike: noise gives them the weight of a photograph. */
async function drawPhotographs(folder: string): Promise<string[]> {
  const files: string[] = [];
  let bytes = 0;
  for (let i = 0; i < IMAGES; i += 1) {
    const file = path.join(folder, `character-photo-${String(i).padStart(3, '0')}.jpg`);
    const spot = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="853">
      <circle cx="${200 + ((i * 53) % 880)}" cy="${200 + ((i * 31) % 450)}" r="${90 + (i % 90)}" fill="hsl(${(i * 47) % 360} 70% 55%)"/></svg>`);
    const noise = { type: 'gaussian' as const, mean: 90 + (i % 60), sigma: 20 };
    await sharp({ create: { width: 1280, height: 853, channels: 3, background: '#000', noise } })
      .composite([{ input: spot }])
      .jpeg({ quality: 78 })
      .toFile(file);
    bytes += (await stat(file)).size;
    files.push(file);
  }
  console.log(`${IMAGES} JPEG files of ${Math.round(bytes / IMAGES / 1000)} kB on average`);
  return files;
}

async function upload(instance: Instance, files: string[]) {
  const browser = await chromium.launch({
    executablePath: findChromium() ?? undefined,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${instance.address}/manifests/new`, { waitUntil: 'networkidle' });
    const start = performance.now();
    await page.getByLabel('Image files', { exact: true }).setInputFiles(files);
    await page.waitForURL(/\/edit/);
    const id = /\/manifests\/([0-9a-f-]{36})\/edit/.exec(page.url())?.[1] ?? '';
    const firstRow = seconds(start);
    await until(async () => (await assetsOf(instance, id)).length === IMAGES);
    const stored = seconds(start);
    await page.getByRole('list', { name: 'Images on their way' }).waitFor({ state: 'detached' });
    return {
      id,
      'row in the address s': firstRow,
      'all stored s': stored,
      'all shown s': seconds(start),
      'peak web MB': peakMemory(instance.pidsOf('web')),
      'peak worker MB': peakMemory(instance.pidsOf('worker')),
    };
  } finally {
    await browser.close();
  }
}

async function analyseWithKill(instance: Instance, id: string) {
  const start = performance.now();
  await ask(`${instance.address}/api/manifests/${id}/process`, { method: 'POST', json: { scope: 'all' } });
  await until(async () => (await progressOf(instance, id)).done >= IMAGES * KILL_AT);
  const before = new Map(
    (await assetsOf(instance, id)).filter(isDone).map((a) => [a.asset_id, a.updated_at]),
  );
  const [worker] = instance.pidsOf('worker');
  const peak = peakMemory(worker ? [worker] : []);
  if (worker) process.kill(worker, 'SIGKILL');
  const killed = performance.now();
  const doneAtKill = (await progressOf(instance, id)).done;
  await until(async () => (await progressOf(instance, id)).done > doneAtKill);
  const wentOn = seconds(killed);
  await until(async () => (await progressOf(instance, id)).status !== 'PROCESSING');
  const after = (await assetsOf(instance, id)).filter(isDone);
  const kept = after.filter((a) => before.get(a.asset_id) === a.updated_at);
  return {
    'done at the kill': doneAtKill,
    'of these lost or done again': before.size - kept.length,
    'went on after s': wentOn,
    'done in the end': after.length,
    'total s': seconds(start),
    'peak web MB': peakMemory(instance.pidsOf('web')),
    'peak worker MB': Math.max(peak ?? 0, peakMemory(instance.pidsOf('worker')) ?? 0),
  };
}

const isDone = (asset: Asset) => asset.analysis_state === 'done';

async function progressOf(instance: Instance, id: string) {
  const progress = await ask<ManifestProgress>(`${instance.address}/api/manifests/${id}/progress`);
  return {
    status: progress.status,
    done: progress.assets.filter(({ analysis_state: state }) => state === 'done').length,
  };
}

const assetsOf = (instance: Instance, id: string) =>
  ask<Asset[]>(`${instance.address}/api/manifests/${id}/assets`);

async function ask<T>(url: string, { method = 'GET', json }: { method?: string; json?: object } = {}) {
  const response = await fetch(url, {
    method,
    ...(json && { body: JSON.stringify(json), headers: { 'content-type': 'application/json' } }),
  });
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + LIMIT_MS;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error('It took too long.');
    await sleep(100);
  }
}
