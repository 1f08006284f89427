import { Writable } from 'node:stream';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { loggerOptions } from './logger.ts';

function logged(entry: object): string {
  let text = '';
  const sink = new Writable({
    write(chunk, _encoding, done) {
      text += chunk;
      done();
    },
  });
  pino({ ...loggerOptions, level: 'info' }, sink).info(entry, 'x');
  return text;
}

test.each([
  [{ authorization: 'canary' }],
  [{ headers: { cookie: 'canary' } }],
  [{ headers: { 'set-cookie': 'canary' } }],
  [{ request: { headers: { authorization: 'canary', 'x-api-key': 'canary' } } }],
  [{ body: { prompt: 'canary' } }],
  [{ settings: { apiKey: 'canary', DATABASE_URL: 'canary' } }],
])('credentials and prompts never reach the log: %o', (entry) => {
  expect(logged(entry)).not.toContain('canary');
  expect(logged(entry)).toContain('[redacted]');
});

test('everything else does', () => {
  expect(logged({ project_id: 'p1', ms: 5 })).toContain('"project_id":"p1","ms":5');
});
