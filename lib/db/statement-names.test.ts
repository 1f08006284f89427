import { expect, it } from 'vitest';
import { statementName } from './statement-names.ts';

const nameAfter = (sql: string, times: number) =>
  Array.from({ length: times }, () => statementName({ sql })).at(-1);

it('a statement that comes often has one name, and another one has another', () => {
  expect(nameAfter('SELECT 1', 4)).toBe('');
  const name = statementName({ sql: 'SELECT 1' });
  expect(name).not.toBe('');
  expect(statementName({ sql: 'SELECT 1' })).toBe(name);
  expect(nameAfter('SELECT 2', 5)).not.toBe(name);
});

it('searches, bounds of transactions and long lists are never kept', () => {
  expect(nameAfter('SELECT 1 WHERE words @@ $1', 9)).toBe('');
  expect(nameAfter('SAVEPOINT unit_1', 9)).toBe('');
  expect(nameAfter(`SELECT ${'$1,'.repeat(10_000)}`, 9)).toBe('');
});

it('a thousand texts cannot fill the server', () => {
  const names = Array.from({ length: 1000 }, (_, i) => nameAfter(`SELECT ${i} AS n`, 5));
  expect(new Set(names.filter((name) => name !== '')).size).toBeLessThanOrEqual(100);
});
