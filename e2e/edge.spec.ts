import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from '@playwright/test';

/*
 * Section H of the hostile inputs where only the running server can answer: bytes on a socket. Paths, methods and
 * limits that the server refuses before Next are in lib/server/guarded-server.test.ts.
 */

const NIL = '00000000-0000-0000-0000-000000000000';
const MANIFEST = `/api/manifests/${NIL}`;

/** Sends bytes as they are and reads until the server closes. */
async function raw(
  port: number,
  bytes: string | Buffer,
): Promise<{ status: number; head: string; body: string }> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  socket.setTimeout(20_000, () => socket.destroy());
  socket.write(bytes);
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
  return { status: Number(head.split(' ')[1] ?? 0), head: head.toLowerCase(), body };
}

test.describe('bytes on a socket', () => {
  let port: number;
  let host: string;
  test.beforeEach(({ baseURL }) => {
    host = new URL(baseURL ?? '').host;
    port = Number(new URL(baseURL ?? '').port);
  });
  const ask = (line: string, headers = '', hostLine = `Host: ${host}`) =>
    raw(port, `${line} HTTP/1.1\r\n${hostLine}\r\nConnection: close\r\n${headers}\r\n`);

  test('H01 ids that decode to something else are not there', async () => {
    for (const id of ['%0d%0aset-cookie:%20x=1', '..%2f..%2fetc%2fpasswd', '%E2%80%AE', '%252e%252e']) {
      const { status, head, body } = await ask(`GET /api/manifests/${id}`);
      expect(status, id).toBe(404);
      expect(head, id).toContain('content-type: application/problem+json');
      expect(head, id).not.toContain('set-cookie');
      expect(JSON.parse(body.slice(body.indexOf('{'), body.lastIndexOf('}') + 1)), id).toMatchObject({
        code: 'not-found',
      });
    }
    expect((await ask(`GET /api/manifests/${'x'.repeat(20_000)}`)).status).toBe(431);
  });

  test('H03 a path of two slashes leads nowhere else', async () => {
    for (const path of ['//evil.test/', '/\\evil.test', '//evil.test/%2e%2e', '/%5cevil.test']) {
      const { status, head } = await ask(`GET ${path}`);
      expect([308, 400, 404], path).toContain(status);
      const location = /\nlocation: (.*)/.exec(head)?.[1]?.trim();
      if (location) expect(location, path).toMatch(/^\/(?![/\\])/);
    }
  });

  test('H04 what only the router of Next asks for gets no more than others', async () => {
    for (const path of [`${MANIFEST}.rsc`, `${MANIFEST}.segments/_tree.segment.rsc`, `${MANIFEST}?_rsc=1`])
      expect([404, 422], path).toContain((await ask(`GET ${path}`)).status);
    // Pinned: with RSC: 1 Next sends to the same path with a check value before any route runs.
    const { status, head } = await ask(`GET ${MANIFEST}`, 'RSC: 1\r\n');
    expect([307, 404]).toContain(status);
    if (status === 307) expect(head).toContain(`location: ${MANIFEST}?_rsc`);
  });

  test('H05 and H06 methods: HEAD and OPTIONS are answered, others named', async () => {
    expect((await ask('HEAD /api/manifests')).status).toBe(200);
    const options = await ask('OPTIONS /api/manifests');
    expect(options.status).toBe(204);
    expect((await ask('TRACE /api/manifests')).status).toBe(405);
    expect((await ask('get /api/manifests')).status).toBe(400);
    const refused = await ask('DELETE /api/manifests');
    expect(refused.status).toBe(405);
    // The same as Next names, which would refuse it with nothing in it.
    expect(refused.head).toContain('\r\nallow: get, head, options, post\r\n');
    expect(options.head).toContain('\r\nallow: get, head, options, post\r\n');
    expect(refused.head).toContain('\r\ncontent-type: application/problem+json\r\n');
    expect((await ask('PUT /api/floor')).status).toBe(404);
  });

  test('H08 a message of two minds is refused', async () => {
    const post = (headers: string, body = '{}') =>
      raw(
        port,
        `POST /api/manifests HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\n${headers}\r\n\r\n${body}`,
      );
    expect((await post('Content-Length: 2\r\nTransfer-Encoding: chunked')).status).toBe(400);
    expect((await post('Content-Length: 2\r\nContent-Length: 3')).status).toBe(400);
    expect((await post('Content-Length: -1')).status).toBe(400);
    expect((await raw(port, 'GET /api/health HTTP/1.1\r\nConnection: close\r\n\r\n')).status).toBe(400);
    expect((await raw(port, `GET /api/health HTTP/1.1\nHost: ${host}\nConnection: close\n\n`)).status).toBe(
      400,
    );
  });

  test('H09 and H10 headers too long, and one named __proto__', async () => {
    expect((await ask('GET /api/health', `X-Long: ${'x'.repeat(20_000)}\r\n`)).status).toBe(431);
    expect((await ask('GET /api/health', '__proto__: x\r\nconstructor: y\r\n')).status).toBe(200);
  });

  test('H13 another host is not served, whatever stands before it', async () => {
    for (const line of ['Host: evil.test', `Host: evil.test:${port}`, `Host: ${host}.evil.test`])
      for (const path of ['/api/manifests', '/manifests', '/'])
        expect((await ask(`GET ${path}`, '', line)).status, `${line} ${path}`).toBe(421);
    const forwarded = await ask('GET /api/manifests', `X-Forwarded-Host: ${host}\r\n`, 'Host: evil.test');
    expect(forwarded.status).toBe(421);
  });

  test('H15 a made-up server action tells nothing of the inside', async () => {
    for (const path of ['/manifests', '/generate', '/api/manifests']) {
      const { status, body } = await ask(
        `POST ${path}`,
        'Next-Action: x\r\nContent-Type: application/json\r\nContent-Length: 0\r\n',
      );
      expect(status, path).toBeGreaterThanOrEqual(400);
      expect(status, path).toBeLessThan(500);
      expect(body, path).not.toMatch(/node_modules|\.next|at \w+ \(/);
    }
  });

  test('J07 a byte that is no UTF-8 is not changed but refused', async () => {
    const head = `POST /api/manifests HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: 12\r\nConnection: close\r\n\r\n`;
    const body = Buffer.from('7b226e616d65223a22ff227d', 'hex');
    expect((await raw(port, Buffer.concat([Buffer.from(head), body]))).status).toBe(400);
  });

  test('H22 an upgrade towards another machine is closed', async () => {
    const upgrade =
      'Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n';
    const began = Date.now();
    const { status } = await raw(
      port,
      `GET http://169.254.169.254/latest/ HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade, close\r\n${upgrade}\r\n`,
    );
    expect(status).not.toBe(101);
    expect(status).not.toBe(200);
    expect(Date.now() - began).toBeLessThan(15_000);
  });
});
