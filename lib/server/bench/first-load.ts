import { gzipSync } from 'node:zlib';
import type { Browser } from '@playwright/test';

export type FirstLoad = {
  /** JavaScript and style sheets in bytes of gzip, whatever the server's own compression makes of them. */
  scriptBytes: number;
  styleBytes: number;
  /** The document itself, as sent and after gzip. */
  documentBytes: number;
  documentGzipBytes: number;
  requests: number;
  /** True when the schema library was among the scripts: no page needs it to open. */
  hasSchemas: boolean;
};

/**
 * What a browser with an empty cache loads of a page until its network has been idle for half a second. Nothing
 * runs on the server meanwhile: what the page would poll of films and analyses is answered as quiet.
 */
export async function firstLoad(browser: Browser, url: string): Promise<FirstLoad> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    const found: FirstLoad = {
      scriptBytes: 0,
      styleBytes: 0,
      documentBytes: 0,
      documentGzipBytes: 0,
      requests: 0,
      hasSchemas: false,
    };
    const bodies: Promise<void>[] = [];
    page.on('response', (response) => {
      const type = response.request().resourceType();
      found.requests += 1;
      if (!['script', 'stylesheet', 'document'].includes(type)) return;
      bodies.push(
        response.body().then((body) => {
          const size = gzipSync(body).length;
          if (type === 'script') {
            found.scriptBytes += size;
            found.hasSchemas ||= body.includes('ZodObject');
          } else if (type === 'stylesheet') found.styleBytes += size;
          else {
            found.documentBytes += body.length;
            found.documentGzipBytes += size;
          }
        }),
      );
    });
    await page.route('**/api/projects?*', (route) => route.fulfill({ json: [] }));
    await page.route('**/api/manifests?*', (route) => route.abort());
    await page.goto(url, { waitUntil: 'networkidle' });
    await Promise.all(bodies);
    return found;
  } finally {
    await context.close();
  }
}
