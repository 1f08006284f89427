import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { envSchema, parseEnv } from './env-schema.ts';

const keys = Object.keys(envSchema.shape).sort();

test('nothing set is enough', () => {
  expect(parseEnv({})).toMatchObject({
    env: { PORT: 3000, HOST: '127.0.0.1', DATA_DIR: path.resolve('.data'), LOG_LEVEL: 'info' },
  });
});

test('an empty value counts as not set', () => {
  expect(parseEnv({ PORT: '', DATABASE_URL: '' })).toMatchObject({ env: { PORT: 3000 } });
});

test('every wrong value is named with what it should be, and not repeated', () => {
  const answer = parseEnv({
    PORT: '70000',
    DATABASE_URL: 'mysql://me:secret@host/db',
    WORKER_CONCURRENCY: '0',
  });
  expect(answer).toEqual({
    problems: [
      'PORT should be a port number from 1 to 65535.',
      'DATABASE_URL should be a PostgreSQL address, such as postgres://user:password@host:5432/vidpipe.',
      'WORKER_CONCURRENCY should be a number of jobs at once from 1 to 64.',
    ],
  });
});

test.each([['1e3'], ['0x10'], [' 80'], ['80.5'], ['-1']])('a port written as "%s" is refused', (PORT) => {
  expect(parseEnv({ PORT })).toHaveProperty('problems');
});

test('.env.example holds every setting and no other', () => {
  const lines = readFileSync('.env.example', 'utf8').split('\n');
  const named = lines.filter((line) => /^[A-Z_]+=/.test(line)).map((line) => line.split('=')[0]);
  expect(named.sort()).toEqual(keys);
});

test('.env.example is a file that starts', () => {
  const lines = readFileSync('.env.example', 'utf8').split('\n');
  const given = Object.fromEntries(
    lines.filter((line) => /^[A-Z_]+=/.test(line)).map((line) => line.split('=')),
  );
  expect(parseEnv(given)).toHaveProperty('env');
});

test('the table of the README holds every setting and no other', () => {
  const named = [...readFileSync('README.md', 'utf8').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(
    (match) => match[1],
  );
  expect(named.sort()).toEqual(keys);
});
