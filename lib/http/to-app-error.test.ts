import { expect, it } from 'vitest';
import { toAppError } from './to-app-error.ts';

const ofDriver = (originalCode: string) =>
  Object.assign(new Error('raw query failed'), {
    code: 'P2010',
    meta: { driverAdapterError: { cause: { originalCode } } },
  });

it.each(['55P03', '40001', '40P01', '57014', '53300', '08006'])(
  'the SQLSTATE %s says to try again later',
  (state) => {
    const error = toAppError(ofDriver(state), 'request-1');
    expect(error).toMatchObject({ code: 'unavailable', status: 503 });
    expect(error.headers).toHaveProperty('retry-after');
  },
);

it.each(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout'])(
  'a connection that the driver calls %s, without a code, says to try again later',
  (kind) => {
    const lost = Object.assign(new Error('raw query failed'), {
      code: 'P2010',
      meta: { driverAdapterError: { name: 'DriverAdapterError', cause: { kind, host: '127.0.0.1' } } },
    });
    expect(toAppError(lost, 'request-1')).toMatchObject({ code: 'unavailable', status: 503 });
  },
);

it('a write conflict that Prisma names says to try again later', () => {
  expect(toAppError(Object.assign(new Error('conflict'), { code: 'P2034' }), 'request-1').status).toBe(503);
});

it.each(['23505', '22P02', '42P01', '55000'])('the SQLSTATE %s is our fault', (state) => {
  expect(toAppError(ofDriver(state), 'request-1').status).toBe(500);
});
