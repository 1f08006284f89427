import { expect, test } from 'vitest';
import { db } from './prisma.ts';
import { schemaDifference } from './schema-difference.ts';

const url = process.env.DATABASE_URL ?? '';

test('the migrations lead to exactly the data model of prisma/schema.prisma', async () => {
  expect(await schemaDifference(url)).toBe('');
});

test('a column that is missing in the database is drafted', async () => {
  await db().$executeRaw`ALTER TABLE scenes DROP COLUMN slug_line`;
  expect(await schemaDifference(url)).toContain('ADD COLUMN     "slug_line" TEXT NOT NULL');
});
