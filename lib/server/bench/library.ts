import { chromium } from '@playwright/test';
import { recordStatements } from '../../db/recorded-statements.ts';
import { findChromium } from '../chromium.ts';
import { measurePages } from './browser-figures.ts';
import { milliseconds, repeat, round } from './figures.ts';
import { firstLoad } from './first-load.ts';
import { startInstance } from './instance.ts';
import { seedLibrary } from './seed-library.ts';

const MANIFESTS = 10_000;
const LARGE = 2000;
const TIMES = 100;
const LIMIT = 40;

/** What is asked of the list, beside the default order. */
const LISTS: Record<string, string> = {
  'first page': '',
  'by created_at': 'sort_by=created_at',
  'by name': 'sort_by=name&sort_order=asc',
  'by times_used': 'sort_by=times_used',
  'by asset_count': 'sort_by=asset_count',
  'status READY': 'status=READY',
  'category and status': 'category=STYLE_KIT&status=DRAFT',
  'tag gouache': 'tag=gouache',
  'search "lantern"': 'q=lantern',
  'search "night market"': 'q=night%20market',
  'search "reel 42"': 'q=reel%2042',
  'search "ma" (2 letters)': 'q=ma',
  'search "m" (1 letter)': 'q=m',
  'search "lantren" (typo)': 'q=lantren',
  'search with no hit': 'q=zzyzx',
};

/** `npm run bench -- library`: server and browser with 10,000 manifests, and with one of 2,000 assets. */
export async function benchLibrary(): Promise<void> {
  const instance = await startInstance();
  try {
    const start = performance.now();
    const seeded = await seedLibrary(instance.address, instance.databaseUrl, {
      manifests: MANIFESTS,
      large: { count: 1, assets: LARGE },
    });
    const [largeId = ''] = seeded.largeIds;
    console.log(
      `${seeded.manifests} manifests, ${seeded.assets} assets, seeded in ${round((performance.now() - start) / 1000)} s`,
    );
    console.table(await serverFigures(instance.address, largeId));
    console.table(await statementFigures(instance.databaseUrl, largeId));
    const browser = await chromium.launch({
      executablePath: findChromium() ?? undefined,
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    try {
      const pages = ['/manifests', `/manifests/${largeId}`, `/manifests/${largeId}/edit`];
      const weights: Record<string, object> = {};
      for (const page of [...pages, '/manifests/new', '/generate', '/projects']) {
        const load = await firstLoad(browser, instance.address + page);
        weights[page.replace(largeId, '{2,000 assets}')] = {
          'js kB gzip': Math.round(load.scriptBytes / 1000),
          'css kB gzip': Math.round(load.styleBytes / 1000),
          'html kB': Math.round(load.documentBytes / 1000),
          'html kB gzip': Math.round(load.documentGzipBytes / 1000),
          requests: load.requests,
        };
      }
      console.table(weights);
      console.table(await measurePages(browser, instance.address, largeId));
    } finally {
      await browser.close();
    }
  } finally {
    await instance.stop();
  }
}

async function ask(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return response;
}

async function serverFigures(address: string, largeId: string) {
  const rows: Record<string, object> = {};
  const measure = async (name: string, url: string, times = TIMES) => {
    const answer = await ask(url);
    const size = (await answer.arrayBuffer()).byteLength;
    const spent = await repeat(times, async () => (await ask(url)).arrayBuffer());
    rows[name] = {
      ...milliseconds(spent),
      kB: round(size / 1000),
      total: answer.headers.get('x-total-count'),
    };
    return answer;
  };
  const list = `${address}/api/manifests?limit=${LIMIT}`;
  for (const [name, query] of Object.entries(LISTS)) await measure(`list, ${name}`, `${list}&${query}`);
  let deep = list;
  for (let page = 0; page < 200; page += 1) {
    const next = /<([^>]+)>;\s*rel="next"/.exec((await ask(deep)).headers.get('link') ?? '')?.[1];
    if (!next) break;
    deep = new URL(next, address).href;
  }
  await measure('list, page 200', deep);
  await measure('tags', `${address}/api/tags`);
  await measure('manifest of 2,000 assets', `${address}/api/manifests/${largeId}`, 30);
  await measure('its assets', `${address}/api/manifests/${largeId}/assets`, 30);
  await measure('its contact sheet', `${address}/api/manifests/${largeId}/contact-sheet`, 3);
  await measure('its page (HTML)', `${address}/manifests/${largeId}`, 15);
  await measure('library page (HTML)', `${address}/manifests`, 30);
  return rows;
}

/** SQL statements that one call of a service sends, counted at the database driver. */
async function statementFigures(databaseUrl: string, largeId: string) {
  process.env.DATABASE_URL = databaseUrl;
  const [{ listManifests, getManifest }, { listAssets }, { listManifestsQuerySchema }, { disconnect }] =
    await Promise.all([
      import('../../manifests/manifest-service.ts'),
      import('../../assets/asset-service.ts'),
      import('../../schemas/manifest.ts'),
      import('../../db/prisma.ts'),
    ]);
  const count = async (work: () => Promise<unknown>) => {
    await work();
    return { statements: (await recordStatements(work)).length };
  };
  const list = (input: object) => () =>
    listManifests(listManifestsQuerySchema.parse({ limit: String(LIMIT), ...input }));
  const rows = {
    'list, first page': await count(list({})),
    'list, search': await count(list({ q: 'lantern' })),
    'list, 200 rows': await count(list({ limit: '200' })),
    'manifest of 2,000 assets': await count(() => getManifest(largeId)),
    'its assets': await count(() => listAssets(largeId)),
  };
  await disconnect();
  return rows;
}
