import { readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { autoImplementMethods } from 'next/dist/server/route-modules/app-route/helpers/auto-implement-methods.js';
import { getRouteMatcher } from 'next/dist/shared/lib/router/utils/route-matcher.js';
import { getRouteRegex } from 'next/dist/shared/lib/router/utils/route-regex.js';
import { getSortedRoutes } from 'next/dist/shared/lib/router/utils/sorted-routes.js';
import { NextRequest } from 'next/server.js';
import { describe, expect, it } from 'vitest';
import ROUTES from '../openapi/methods.json' with { type: 'json' };
import { allowedMethods } from './allowed-methods.ts';

const APP = path.join(import.meta.dirname, '../../app');
const routes = new Map<string, string[]>(Object.entries(ROUTES));
const ID = '019c0000-0000-7000-8000-000000000000';

/** Every route of the API as Next sorts and matches them, those that are not documented too. */
const matchers = getSortedRoutes(
  readdirSync(path.join(APP, 'api'), { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'route.ts')
    .map((file) => `/api/${path.dirname(file)}`),
).map((page) => ({ page, match: getRouteMatcher(getRouteRegex(page)) }));

function documentedAt(asked: string): string[] | undefined {
  const page = matchers.find(({ match }) => match(asked))?.page ?? '';
  return routes.get(page.replaceAll('[', '{').replaceAll(']', '}'));
}

/** What Next answers to OPTIONS where a route has these methods. */
async function allowOf(methods: string[]): Promise<string | null> {
  const handlers = Object.fromEntries(methods.map((method) => [method, () => new Response()]));
  const response = await autoImplementMethods(handlers).OPTIONS(new NextRequest('http://localhost'), {});
  return (response as Response).headers.get('allow');
}

describe('the methods of an address', () => {
  it('are those that Next names to OPTIONS', async () => {
    expect(routes.size).toBeGreaterThan(70);
    for (const [address, methods] of routes)
      expect(allowedMethods(address.replaceAll(/\{\w+\}/g, ID))?.join(', '), address).toBe(
        await allowOf(methods),
      );
  });

  it.each([
    ['/api/manifests/bulk', 'OPTIONS, POST'],
    ['/api/manifests/bulk2', 'DELETE, GET, HEAD, OPTIONS, PUT'],
    ['/api/manifests/bulk/restore', 'OPTIONS, POST'],
    ['/api/manifests/x/versions/compare', 'GET, HEAD, OPTIONS'],
    ['/api/projects/x/keyframes.zip', 'GET, HEAD, OPTIONS'],
    // Next does not decode before it looks for a literal.
    ['/api/manifests/%62ulk', 'DELETE, GET, HEAD, OPTIONS, PUT'],
    ['/api/manifests/a%2Frestore', 'DELETE, GET, HEAD, OPTIONS, PUT'],
    ['/api/manifests/__proto__', 'DELETE, GET, HEAD, OPTIONS, PUT'],
    ['/api/manifests/...', 'DELETE, GET, HEAD, OPTIONS, PUT'],
  ])('%s: %s', (asked, allow) => expect(allowedMethods(asked)?.join(', ')).toBe(allow));

  it.each([
    '/api',
    '/api/',
    '/api/manifests/',
    '/api/manifests/x/',
    '/api//manifests',
    '/api/manifests//restore',
    '/api/manifests/../restore',
    '/api/manifests/%2e%2E/restore',
    '/api/manifests/.',
    '/api/manifests\\x',
    '/api/manifests/a\\b',
    '/api/manifests/x#/restore',
    '/api/manifests#x',
    '/api/%6danifests',
    '/api/Manifests',
    '/api/projects/x/keyframesAzip',
    '/api/floor',
    '/api/constructor',
    '/manifests',
    '/x/api/manifests',
    '',
  ])('of %j are left to Next', (asked) => expect(allowedMethods(asked)).toBeUndefined());

  it('are those of the route that Next takes', () => {
    const words = [...new Set(matchers.flatMap(({ page }) => page.split('/').slice(2)))];
    const segment = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...words.filter((word) => !word.startsWith('['))) },
      { weight: 2, arbitrary: fc.constantFrom(ID, 'x', '%62ulk', 'a%2Fb', '1', '...', '[id]', '__proto__') },
      { weight: 1, arbitrary: fc.stringMatching(/^[\w.~!$&'()*+,;=:@-]{1,9}$/) },
    );
    // Half of them are real addresses with a segment exchanged here and there.
    const other = fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: segment });
    const near = fc
      .tuple(fc.constantFrom(...routes.keys()), fc.array(other, { minLength: 9, maxLength: 9 }))
      .map(([address, others]) =>
        address
          .split('/')
          .slice(2)
          .map((part, i) => others[i] ?? (part.startsWith('{') ? ID : part)),
      );
    const asked = fc.oneof(near, fc.array(segment, { minLength: 1, maxLength: 8 }));
    let found = 0;
    fc.assert(
      fc.property(asked, (segments) => {
        fc.pre(!segments.some((part) => part === '.' || part === '..'));
        const there = `/api/${segments.join('/')}`;
        const methods = documentedAt(there);
        if (methods) found += 1;
        const own = allowedMethods(there)?.filter((method) => method !== 'OPTIONS' && method !== 'HEAD');
        expect(own).toEqual(methods?.toSorted());
      }),
      { numRuns: 2_000 },
    );
    expect(found).toBeGreaterThan(500);
  });
});
