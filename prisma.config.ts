import { defineConfig } from 'prisma/config';

/*
 * The command line of Prisma wants a schema engine it would download; `generate` never runs it, so any
 * existing executable satisfies the look-up and the project installs without a network.
 */
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: 'prisma/schema.prisma', migrations: { path: 'prisma/migrations' } });
