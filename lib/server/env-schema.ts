import { availableParallelism, totalmem } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { parseAllowedAddresses } from '../http/address-rules.ts';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^[0-9]+$/)
    .transform(Number)
    .pipe(z.number().int().min(min).max(max));

/** What a value must be, in words: printed with its name when it is not. */
const should = <T extends z.ZodType>(schema: T, words: string) => schema.meta({ description: words });

const MAX_WEB_PROCESSES = 4;
/** A web process that works hard holds half of it; the other half is for worker, database and pictures. */
const MEMORY_PER_WEB_PROCESS = 2 ** 30;

/** As many as there are cores, as far as the memory goes; the machines of most who host it themselves are small. */
function webProcesses(): number {
  const memory = Math.min(totalmem(), process.constrainedMemory() || totalmem());
  const room = Math.max(1, Math.floor(memory / MEMORY_PER_WEB_PROCESS) - 1);
  return Math.min(availableParallelism(), MAX_WEB_PROCESSES, room);
}

/** Every setting of the project; README and `.env.example` list the same keys. */
export const envSchema = z.object({
  NODE_ENV: should(
    z.enum(['development', 'production', 'test']).default('production'),
    'development, production or test',
  ),
  PORT: should(wholeNumber(1, 65_535).default(3000), 'a port number from 1 to 65535'),
  HOST: should(
    z
      .string()
      .regex(/^[A-Za-z0-9.:-]+$/)
      .default('127.0.0.1'),
    'an address to listen on, such as 127.0.0.1',
  ),
  I_UNDERSTAND_NO_LOGIN: should(z.literal('1').optional(), '1, or not set'),
  TRUST_PROXY: should(z.literal('1').optional(), '1, or not set'),
  DATA_DIR: should(
    z
      .string()
      .refine((value) => !value.includes('\0'))
      .default('.data')
      .transform((value) => path.resolve(/* turbopackIgnore: true */ value)),
    'a folder',
  ),
  DATABASE_URL: should(
    z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    'a PostgreSQL address, such as postgres://user:password@host:5432/vidpipe',
  ),
  DATABASE_POOL: should(wholeNumber(2, 200).default(10), 'a number of connections from 2 to 200'),
  WEB_PROCESSES: should(wholeNumber(1, 16).default(webProcesses()), 'a number of web processes from 1 to 16'),
  LOG_LEVEL: should(z.enum(LOG_LEVELS).default('info'), `one of ${LOG_LEVELS.join(', ')}`),
  WORKER_CONCURRENCY: should(
    wholeNumber(1, 64).default(availableParallelism()),
    'a number of jobs at once from 1 to 64',
  ),
  ENGINE_CONCURRENCY: should(
    wholeNumber(1, 1000).default(4),
    'a number of shots that a provider makes at once from 1 to 1000',
  ),
  ALLOW_PRIVATE_ADDRESSES: should(
    z
      .string()
      .default('false')
      .transform((text, context) => {
        const allowed = parseAllowedAddresses(text);
        if (!allowed) context.addIssue({ code: 'custom' });
        return allowed ?? z.NEVER;
      }),
    'true, false, or hosts, addresses and ranges such as nas.lan,10.0.0.0/8',
  ),
});

export type Env = z.output<typeof envSchema>;

/**
 * Reads all settings from `source`; an empty value counts as not set. Answers either the settings or one line per
 * wrong value, each with its name and what it should be, never with the value (it may be a secret).
 */
export function parseEnv(source: Record<string, string | undefined>): { env: Env } | { problems: string[] } {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = envSchema.safeParse(given);
  if (result.success) return { env: result.data };
  const names = [...new Set(result.error.issues.map((issue) => String(issue.path[0])))] as (keyof Env)[];
  return { problems: names.map((name) => `${name} should be ${envSchema.shape[name].meta()?.description}.`) };
}
