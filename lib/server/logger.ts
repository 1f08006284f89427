import { type LoggerOptions, pino } from 'pino';
import { env } from './env.ts';

const SECRET = [
  'authorization',
  'cookie',
  '"set-cookie"',
  '"x-api-key"',
  'api_key',
  'apiKey',
  'password',
  'secret',
  'token',
  'prompt',
  'DATABASE_URL',
];

/** Credentials and prompts are cut at the top and one and two levels down. */
export const loggerOptions: LoggerOptions = {
  level: env.LOG_LEVEL,
  redact: {
    paths: SECRET.flatMap((name) =>
      name.startsWith('"') ? [`[${name}]`, `*[${name}]`, `*.*[${name}]`] : [name, `*.${name}`, `*.*.${name}`],
    ),
    censor: '[redacted]',
  },
  serializers: { err: pino.stdSerializers.err },
};

/** JSON lines on standard output. */
export const logger = pino(loggerOptions);
