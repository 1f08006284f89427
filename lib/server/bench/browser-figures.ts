import type { Browser, Page } from '@playwright/test';
import { milliseconds, repeat, round } from './figures.ts';

const SCROLL_MS = 20_000;
const TYPED = 'seen from the quay at first light';

type Frames = { longestFrame: number; p99Frame: number; nodes: number; cards: number };

/** Gaps between frames, and the most elements and cards at once, while `during` runs. */
async function watchFrames(page: Page, card: string, during: () => Promise<void>): Promise<Frames> {
  await page.evaluate((selector) => {
    const seen = { gaps: [] as number[], nodes: 0, cards: 0, isOn: true };
    Object.assign(window, { seen });
    let last = performance.now();
    let frame = 0;
    const step = (now: number) => {
      seen.gaps.push(now - last);
      last = now;
      frame += 1;
      // Counting all elements is work too: not in every frame.
      if (frame % 30 === 0) {
        seen.nodes = Math.max(seen.nodes, document.getElementsByTagName('*').length);
        seen.cards = Math.max(seen.cards, document.querySelectorAll(selector).length);
      }
      if (seen.isOn) requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  }, card);
  await during();
  return page.evaluate(() => {
    const { seen } = window as unknown as {
      seen: { gaps: number[]; nodes: number; cards: number; isOn: boolean };
    };
    seen.isOn = false;
    const gaps = seen.gaps.slice(1).toSorted((a, b) => a - b);
    return {
      longestFrame: gaps.at(-1) ?? 0,
      p99Frame: gaps[Math.floor(gaps.length * 0.99)] ?? 0,
      nodes: seen.nodes,
      cards: seen.cards,
    };
  });
}

/** Turns the wheel as a hand does, until the end or for `SCROLL_MS`. Returns how far it came, in px. */
async function scroll(page: Page): Promise<number> {
  await page.mouse.move(600, 500);
  const end = Date.now() + SCROLL_MS;
  let [at, still] = [0, 0];
  while (Date.now() < end && still < 20) {
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(16);
    const now = await page.evaluate(() => window.scrollY);
    still = now === at ? still + 1 : 0;
    at = now;
  }
  return at;
}

/** Milliseconds from a key to the frame that shows it, for each key of a text. */
async function typingLatency(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const keys: number[] = [];
    Object.assign(window, { keys });
    document.addEventListener(
      'keydown',
      () => {
        const start = performance.now();
        requestAnimationFrame(() => setTimeout(() => keys.push(performance.now() - start)));
      },
      true,
    );
  });
  await page.keyboard.type(TYPED, { delay: 60 });
  return page.evaluate(() => (window as unknown as { keys: number[] }).keys);
}

/** Figures of the pages that have much to show. Times in milliseconds. */
export async function measurePages(browser: Browser, address: string, largeId: string) {
  const rows: Record<string, object> = {};
  const open = async (path: string) => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.goto(address + path);
    return page;
  };
  const framesOf = ({ longestFrame, p99Frame, nodes, cards }: Frames) => ({
    'longest frame': round(longestFrame),
    'p99 frame': round(p99Frame),
    elements: nodes,
    'tiles in document': cards,
  });

  const library = await open('/manifests');
  await library.getByRole('article').first().waitFor();
  let px = 0;
  const inLibrary = await watchFrames(library, 'article', async () => {
    px = await scroll(library);
  });
  rows['library, scrolled'] = { ...framesOf(inLibrary), px: Math.round(px) };
  await library.context().close();

  const viewTimes = await repeat(3, async () => {
    const page = await open(`/manifests/${largeId}`);
    await page.getByRole('button', { name: /^CHAR_01 / }).waitFor();
    await page.context().close();
  });
  const view = await open(`/manifests/${largeId}`);
  await view.getByRole('button', { name: /^CHAR_01 / }).waitFor();
  const inView = await watchFrames(view, '[aria-label="Assets"] li', async () => {
    px = await scroll(view);
  });
  rows['view of 2,000, opened and scrolled'] = {
    'open p50': milliseconds(viewTimes).p50,
    ...framesOf(inView),
    px: Math.round(px),
  };
  await view.context().close();

  const creatorTimes = await repeat(3, async () => {
    const page = await open(`/manifests/${largeId}/edit`);
    await page.getByText('CHAR_01').first().waitFor();
    await page.context().close();
  });
  const creator = await open(`/manifests/${largeId}/edit`);
  await creator.getByText('CHAR_01').first().waitFor();
  const field = creator.getByRole('textbox', { name: 'Description', exact: true });
  await field.click();
  const keys = await typingLatency(creator);
  rows['creator of 2,000, opened and typed in'] = {
    'open p50': milliseconds(creatorTimes).p50,
    'key p50': milliseconds(keys).p50,
    'key p99': milliseconds(keys).p99,
    elements: await creator.evaluate(() => document.getElementsByTagName('*').length),
  };
  await creator.context().close();
  return rows;
}
