import { unstable_doesMiddlewareMatch } from 'next/experimental/testing/server.js';
import { expect, test } from 'vitest';
import { config, proxy } from '../../proxy.ts';
import { assertSameOrigin, isKnownHost } from './same-origin.ts';

const asked = (host: string) => new Request('http://127.0.0.1:3000/', { headers: { host } });

const KNOWN = ['localhost', 'LOCALHOST:3000', '127.0.0.1:3000', '[::1]:3000'];
const UNKNOWN = [
  '',
  'evil.test',
  'evil.test:3000',
  'localhost.evil.test',
  '127.0.0.1.evil.test',
  'localhost:x',
];

test.each(KNOWN)('Host "%s" is answered by API and pages', (host) => {
  expect(() => assertSameOrigin(asked(host))).not.toThrow();
  expect(proxy(asked(host))).toBeUndefined();
});

test.each(UNKNOWN)('Host "%s" is answered by neither', async (host) => {
  expect(() => assertSameOrigin(asked(host))).toThrow('This server answers to localhost only.');
  const response = proxy(asked(host));
  expect(response?.status).toBe(421);
  expect(await response?.text()).toBe('This server answers to localhost only.\n');
});

test('a server that listens elsewhere on purpose answers to every name', () => {
  for (const host of [...KNOWN, ...UNKNOWN]) {
    expect(isKnownHost(host, '0.0.0.0')).toBe(true);
    expect(isKnownHost(host, '::1')).toBe(KNOWN.includes(host));
  }
});

const posted = (headers: Record<string, string>) =>
  new Request('http://127.0.0.1:3000/manifests', {
    method: 'POST',
    headers: { host: '127.0.0.1:3000', ...headers },
  });

test.each([
  [{ origin: 'http://evil.test' }, 403],
  [{ origin: 'null' }, 403],
  [{ origin: 'http://127.0.0.1:4000' }, 403],
  [{ origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'cross-site' }, 403],
  [{ origin: 'http://127.0.0.1:3000' }, undefined],
  [{ 'sec-fetch-site': 'same-origin' }, undefined],
  [{}, undefined],
])('a post to a page with %j: %s', (headers, status) => {
  expect(proxy(posted(headers))?.status).toBe(status);
});

test.each([
  ['/', true],
  ['/manifests', true],
  ['/manifests/x/edit', true],
  ['/api', true],
  ['/apiary', true],
  ['/api/assets/x/upload', false],
  ['/_next/static/chunks/x.js', false],
])('the check of pages covers %s: %s', (url, isCovered) => {
  expect(unstable_doesMiddlewareMatch({ config, nextConfig: {}, url })).toBe(isCovered);
});
