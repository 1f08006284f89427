import { defineConfig } from 'vitest/config';

const exclude = ['node_modules/**', '.next/**', '.data/**', 'e2e/**'];

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{lib,app,components,prisma}/**/*.test.{ts,tsx}'],
          exclude: [...exclude, '**/*.int.test.ts', '**/*.setup.test.ts'],
          env: { NODE_ENV: 'test', LOG_LEVEL: 'silent' },
        },
      },
      {
        test: {
          name: 'int',
          include: ['{lib,app,prisma}/**/*.int.test.ts'],
          exclude,
          env: { NODE_ENV: 'test', LOG_LEVEL: 'silent' },
          globalSetup: 'lib/db/testing-server.ts',
          setupFiles: ['lib/db/testing-database.ts', 'lib/openapi/testing-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Real starts of the whole program in copies of the checkout: slow, one after the other.
        test: {
          name: 'setup',
          include: ['lib/**/*.setup.test.ts'],
          exclude,
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
