import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { type AllowedAddresses, mayConnect, parseAllowedAddresses } from './address-rules.ts';
import { assertPublicUrl, publicFetcher } from './public-fetch.ts';

function rules(text: string): AllowedAddresses {
  const allowed = parseAllowedAddresses(text);
  if (!allowed) throw new Error(`not a setting: ${text}`);
  return allowed;
}
const NONE = rules('false');

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});

/** A server on a loopback address; `seen` is the witness of every request that reached it. */
async function serve(answer: RequestListener, host = '127.0.0.1', port = 0) {
  const seen: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    seen.push(request);
    answer(request, response);
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(port, host, done));
  return { seen, port: (server.address() as AddressInfo).port };
}

/** A resolver that answers from a table, one entry of a list per call. */
function names(table: Record<string, string[][]>) {
  const asked: string[] = [];
  const resolve: Parameters<typeof publicFetcher>[0]['resolve'] = (name, _options, done) => {
    asked.push(name);
    const answers = table[name];
    const found = answers && (answers.length > 1 ? answers.shift() : answers[0]);
    if (!found) return done(Object.assign(new Error('not known'), { code: 'ENOTFOUND' }), []);
    done(
      null,
      found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
  return { asked, resolve };
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** Addresses that must be refused before anything is resolved or connected. */
const TRICKS = [
  // other protocols and no address at all
  'file:///etc/passwd',
  'gopher://127.0.0.1:25/_HELO',
  'ftp://127.0.0.1/',
  'ws://127.0.0.1/',
  'data:image/png;base64,AA',
  'javascript:alert(1)',
  'blob:http://127.0.0.1/x',
  'unix:/var/run/docker.sock',
  '//127.0.0.1/',
  '/etc/passwd',
  '',
  'http://',
  'http:///',
  'not an address',
  // credentials and what looks like a host before them
  'http://user@93.184.216.34/',
  'http://user:word@93.184.216.34/',
  'http://93.184.216.34@127.0.0.1/',
  'http://93.184.216.34:80@127.0.0.1/',
  'http://127.0.0.1#@93.184.216.34/',
  'http://127.0.0.1?@93.184.216.34/',
  // what the parser would drop or turn round
  ' http://93.184.216.34/',
  'http://93.184.216.34/\n',
  'ht\ttp://93.184.216.34/',
  'http:\\\\93.184.216.34/',
  'http://93.184.216.34\\@127.0.0.1/',
  'http://93.184.216.34/\u0000',
  `http://93.184.216.34/${'a'.repeat(2048)}`,
  // 127.0.0.1 in every spelling
  'http://127.0.0.1/',
  'http://127.0.0.1./',
  'http://127.1/',
  'http://127.0.1/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0x7f.0.0.1/',
  'http://0x7F.0x0.0x0.0x1/',
  'http://0177.0.0.1/',
  'http://017700000001/',
  'http://0177.0x0.0.1/',
  'http://127.0.0.1:80/',
  'https://127.0.0.1:443/',
  'http://%31%32%37.0.0.1/',
  'http://①②⑦.⓪.⓪.①/',
  'http://127。0。0。1/',
  'http://127.255.255.254/',
  // other addresses that are not public
  'http://0.0.0.0/',
  'http://0/',
  'http://0.1.2.3/',
  'http://10.0.0.1/',
  'http://172.16.0.1/',
  'http://172.31.255.255/',
  'http://192.168.1.1/',
  'http://3232235777/',
  'http://169.254.169.254/latest/meta-data/',
  'http://0xA9FEA9FE/',
  'http://2852039166/',
  'http://100.64.0.1/',
  'http://100.127.255.254/',
  'http://192.0.0.8/',
  'http://192.0.2.1/',
  'http://198.18.0.1/',
  'http://198.51.100.1/',
  'http://203.0.113.1/',
  'http://224.0.0.1/',
  'http://239.255.255.250:1900/',
  'http://240.0.0.1/',
  'http://255.255.255.255/',
  // IPv6
  'http://[::1]/',
  'http://[::]/',
  'http://[0:0:0:0:0:0:0:1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[::ffff:a9fe:a9fe]/',
  'http://[::127.0.0.1]/',
  'http://[::7f00:1]/',
  'http://[::ffff:0:127.0.0.1]/',
  'http://[64:ff9b::127.0.0.1]/',
  'http://[64:ff9b::a9fe:a9fe]/',
  'http://[64:ff9b:1::a00:1]/',
  'http://[2002:7f00:1::]/',
  'http://[2002:a9fe:a9fe::1]/',
  'http://[2001:0:7f00:1::]/',
  'http://[fe80::1]/',
  'http://[fe80::1%25eth0]/',
  'http://[fec0::1]/',
  'http://[fc00::1]/',
  'http://[fd00:ec2::254]/',
  'http://[ff02::1]/',
  'http://[100::1]/',
  'http://[2001:db8::1]/',
  'http://[4000::1]/',
  // names of the own network
  'http://localhost/',
  'http://LOCALHOST:3000/',
  'http://localhost./',
  'http://a.localhost/',
  'http://localhost.localdomain/',
  'http://printer.local/',
  'http://metadata.google.internal/computeMetadata/v1/',
  'http://router.home.arpa/',
  'http://ip6-localhost/',
  'http://ⓛocalhost/',
];

describe('an address that is refused', () => {
  test.each(TRICKS)('%j', async (url) => {
    expect(() => assertPublicUrl(url, NONE)).toThrow(expect.objectContaining({ code: 'address-refused' }));
    const { asked, resolve } = names({});
    const fetchPublic = publicFetcher({ allowed: () => NONE, resolve });
    await expect(fetchPublic(url)).rejects.toMatchObject({ code: 'address-refused', status: 422 });
    expect(asked).toEqual([]);
  });

  test.each([
    ['http://93.184.216.34/a.png'],
    ['https://example.com:8443/a?b=c#d'],
    ['http://[2606:2800:220:1:248:1893:25c8:1946]/'],
    ['http://xn--bcher-kva.example/'],
    ['http://notlocalhost.com/'],
    ['http://1.0.0.1/'],
  ])('%s is not one', (url) => {
    expect(assertPublicUrl(url, NONE).href).toContain(new URL(url).host);
  });
});

describe('a name that leads elsewhere', () => {
  test.each([
    ['127.0.0.1'],
    ['10.1.2.3'],
    ['169.254.169.254'],
    ['::1'],
    ['::ffff:127.0.0.1'],
    ['64:ff9b::7f00:1'],
    ['fe80::1%eth0'],
    ['fd00::1'],
    ['0.0.0.0'],
    ['not an address'],
  ])('a public name that resolves to %s is not connected', async (address) => {
    const canary = await serve((_, response) => response.end('secret'));
    const { resolve } = names({ 'images.example.com': [[address]] });
    const fetchPublic = publicFetcher({ allowed: () => NONE, resolve });
    await expect(fetchPublic(`http://images.example.com:${canary.port}/`)).rejects.toMatchObject({
      code: 'address-refused',
    });
    expect(canary.seen).toHaveLength(0);
  });

  test('rebinding: allowed at the first request, private at the next', async () => {
    const open = await serve((_, response) => response.end('open'), '127.0.0.2');
    const canary = await serve((_, response) => response.end('secret'), '127.0.0.1', open.port);
    const { resolve } = names({ 'rebind.example.com': [['127.0.0.2'], ['127.0.0.1']] });
    const fetchPublic = publicFetcher({ allowed: () => rules('127.0.0.2'), resolve });
    const url = `http://rebind.example.com:${open.port}/`;
    expect(await textOf((await fetchPublic(url)).body)).toBe('open');
    await expect(fetchPublic(url)).rejects.toMatchObject({ code: 'address-refused' });
    expect(canary.seen).toHaveLength(0);
  });

  test('of several addresses only the allowed ones are connected', async () => {
    const open = await serve((_, response) => response.end('open'), '127.0.0.2');
    const canary = await serve((_, response) => response.end('secret'), '127.0.0.1', open.port);
    const { resolve } = names({ 'both.example.com': [['127.0.0.1', '::1', '127.0.0.2']] });
    const fetchPublic = publicFetcher({ allowed: () => rules('127.0.0.2/32'), resolve });
    const answer = await fetchPublic(`http://both.example.com:${open.port}/`);
    expect(await textOf(answer.body)).toBe('open');
    expect(canary.seen).toHaveLength(0);
  });

  test.each([
    ['http://127.0.0.1/'],
    ['http://169.254.169.254/'],
    ['http://[::1]/'],
    ['file:///etc/passwd'],
    ['http://inside.example.com/'],
    ['//2130706433/'],
    ['http://user@93.184.216.34/'],
    [''],
    ['http://'],
  ])('a redirect to %j is not followed', async (location) => {
    const canary = await serve((_, response) => response.end('secret'));
    const open = await serve(
      (_, response) => response.writeHead(302, { location }).end(),
      '127.0.0.2',
      canary.port,
    );
    const { resolve } = names({ 'open.example.com': [['127.0.0.2']], 'inside.example.com': [['127.0.0.1']] });
    const fetchPublic = publicFetcher({ allowed: () => rules('127.0.0.2'), resolve });
    await expect(
      fetchPublic(`http://open.example.com:${open.port}/`, { redirects: 3, timeoutMs: 2_000 }),
    ).rejects.toMatchObject({ code: expect.stringMatching(/^address-(refused|unreachable)$/) });
    expect(canary.seen).toHaveLength(0);
  });
});

describe('an address that is fetched', () => {
  const fetchPublic = publicFetcher({
    allowed: () => rules('127.0.0.0/8'),
    resolve: names({ 'open.example.com': [['127.0.0.1']], 'other.example.com': [['127.0.0.2']] }).resolve,
  });

  test('method, headers and body are sent; status, headers and body come back', async () => {
    const { port, seen } = await serve((request, response) => {
      response.writeHead(418, { 'x-one': 'a' });
      request.pipe(response);
    });
    const answer = await fetchPublic(`http://open.example.com:${port}/a?b=1`, {
      method: 'POST',
      headers: { 'x-mine': '1' },
      body: 'hello',
    });
    expect([answer.status, answer.headers['x-one'], await textOf(answer.body)]).toEqual([418, 'a', 'hello']);
    expect(seen[0]).toMatchObject({
      url: '/a?b=1',
      headers: { 'x-mine': '1', 'accept-encoding': 'identity' },
    });
  });

  test('a redirect is an answer, or followed as often as told, without our headers on another host', async () => {
    const { port, seen } = await serve((request, response) => {
      if (request.url === '/end') response.end('end');
      else response.writeHead(302, { location: `http://other.example.com:${port}/end` }).end();
    }, '0.0.0.0');
    const url = `http://open.example.com:${port}/`;
    expect((await fetchPublic(url)).status).toBe(302);
    const followed = await fetchPublic(url, { redirects: 1, headers: { authorization: 'key' } });
    expect([followed.status, followed.url, await textOf(followed.body)]).toEqual([
      200,
      `http://other.example.com:${port}/end`,
      'end',
    ]);
    expect(seen.map(({ headers }) => headers.authorization)).toEqual([undefined, 'key', undefined]);
    const loop = await serve((_, response) => response.writeHead(301, { location: '/' }).end());
    await expect(
      fetchPublic(`http://open.example.com:${loop.port}/`, { redirects: 2 }),
    ).rejects.toMatchObject({ code: 'address-unreachable' });
    expect(loop.seen).toHaveLength(3);
  });

  test('a body is cut at its limit, with or without a length', async () => {
    const { port } = await serve((request, response) => {
      if (request.url === '/length') response.setHeader('content-length', 101);
      response.write('x'.repeat(50));
      response.end('x'.repeat(51));
    });
    for (const path of ['/', '/length']) {
      const answer = await fetchPublic(`http://open.example.com:${port}${path}`, { maxBytes: 100 });
      await expect(textOf(answer.body)).rejects.toMatchObject({ code: 'answer-too-large' });
    }
    const fits = await fetchPublic(`http://open.example.com:${port}/`, { maxBytes: 101 });
    expect(await textOf(fits.body)).toHaveLength(101);
  });

  test('no answer, a slow body, a cut body, a closed port and an unknown name end in time with a reason', async () => {
    const silent = await serve(() => {});
    const slow = await serve((_, response) => response.write('x'));
    const cut = await serve((_, response) => {
      response.setHeader('content-length', 10);
      response.write('x', () => response.destroy());
    });
    const read = async (port: number, host = 'open.example.com') =>
      textOf((await fetchPublic(`http://${host}:${port}/`, { timeoutMs: 200 })).body);
    const late = { code: 'address-unreachable', detail: 'The address did not answer in time.' };
    await expect(read(silent.port)).rejects.toMatchObject(late);
    await expect(read(slow.port)).rejects.toMatchObject(late);
    await expect(read(cut.port)).rejects.toMatchObject({ code: 'address-unreachable' });
    await expect(read(1)).rejects.toMatchObject({ detail: 'The host refused the connection.' });
    await expect(read(80, 'unknown.example.com')).rejects.toMatchObject({
      detail: 'The name of the host is not known.',
    });
  });

  test("the caller's signal ends it with its own reason", async () => {
    const { port } = await serve(() => {});
    const stop = new AbortController();
    const answer = fetchPublic(`http://open.example.com:${port}/`, { signal: stop.signal });
    stop.abort(new Error('stopped'));
    await expect(answer).rejects.toThrow('stopped');
  });
});

describe('ALLOW_PRIVATE_ADDRESSES', () => {
  test.each([
    ['true', '10.0.0.1', 'x', true],
    ['false', '10.0.0.1', 'x', false],
    ['10.0.0.0/8', '10.9.9.9', 'x', true],
    ['10.0.0.0/8', '::ffff:10.9.9.9', 'x', true],
    ['10.0.0.0/8', '192.168.0.1', 'x', false],
    ['nas.lan, fd00::/8', 'fd00::5', 'x', true],
    ['nas.lan', '192.168.0.1', 'nas.lan', true],
    ['nas.lan', '192.168.0.1', 'other.lan', false],
    ['::1', '::1', 'x', true],
    ['64:ff9b::/96', '64:ff9b::808:808', 'x', true],
    ['false', '8.8.8.8', 'x', true],
  ])('with %s, %s of %s: %s', (setting, address, name, expected) => {
    expect(mayConnect(address, name, rules(setting))).toBe(expected);
  });

  test.each([['yes!'], ['10.0.0.0/99'], ['a,,b'], ['1.2.3'], ['http://nas.lan'], ['TRUE ,']])(
    '%j is not a setting',
    (text) => expect(parseAllowedAddresses(text)).toBeNull(),
  );
});
