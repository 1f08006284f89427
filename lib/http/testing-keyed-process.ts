import { generate } from '../projects/project-service.ts';
import { generateSchema } from '../schemas/project.ts';
import { json } from './reply.ts';
import { route } from './route.ts';
import { call } from './testing.ts';

/* A process that starts a film under one Idempotency-Key, for a test to kill: it says when it begins. */

export const keyedRoute = route({ body: generateSchema }, async ({ body }) => json(await generate(body)));
export const keyedRequest = (key: string) => ({
  method: 'POST',
  path: '/api/generate',
  headers: { 'idempotency-key': key },
  body: { prompt: `A lamp goes out. ${key}` },
});

const [key] = process.argv.slice(2);
if (import.meta.main && key) {
  process.stdout.write('begun\n');
  await call(keyedRoute, keyedRequest(key));
  process.stdout.write('answered\n');
}
