import { z } from 'zod';
import { LOCKFILE_SCHEMA_PATH, lockfileSchema } from '#lib/schemas/lockfile.ts';

/** Written once at build time: the JSON Schema of a film's lockfile, from the schema that reads it. */
export const dynamic = 'force-static';

export function GET(): Response {
  const schema = z.toJSONSchema(lockfileSchema, { io: 'input' });
  return Response.json(
    { ...schema, $id: LOCKFILE_SCHEMA_PATH, title: 'vidpipe film lockfile, format 1' },
    { headers: { 'content-type': 'application/schema+json', 'cache-control': 'public, max-age=86400' } },
  );
}
