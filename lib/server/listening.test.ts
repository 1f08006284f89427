import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { checkPort, localAddress, refuseExposedHost } from './listening.ts';

test.each(['127.0.0.1', '127.0.0.2', 'localhost', '::1'])('%s needs no promise', (host) => {
  expect(() => refuseExposedHost(host, undefined)).not.toThrow();
});

test.each(['0.0.0.0', '::', '192.168.1.5', '127.evil.test', 'example.org'])(
  '%s is refused without a login',
  (host) => {
    expect(() => refuseExposedHost(host, undefined)).toThrow('I_UNDERSTAND_NO_LOGIN=1');
    expect(() => refuseExposedHost(host, '1')).not.toThrow();
  },
);

test('a port in use is named, a free one is fine', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await expect(checkPort(port, '127.0.0.1')).rejects.toThrow(
    `Port ${port} is in use. Set PORT to another one.`,
  );
  server.close();
  await once(server, 'close');
  await checkPort(port, '127.0.0.1');
});

test('an address of another machine is named', async () => {
  await expect(checkPort(3000, '192.0.2.1')).rejects.toThrow('HOST=192.0.2.1 is not an address');
});

test.each([
  ['127.0.0.1', 'http://127.0.0.1:3000'],
  ['0.0.0.0', 'http://127.0.0.1:3000'],
  ['::1', 'http://[::1]:3000'],
])('a person opens %s at %s', (host, address) => {
  expect(localAddress(3000, host)).toBe(address);
});
