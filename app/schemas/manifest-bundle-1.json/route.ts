import { z } from 'zod';
import { BUNDLE_SCHEMA_PATH, bundleSchema } from '#lib/schemas/bundle.ts';

/** Written once at build time: the JSON Schema of `manifest.json`, from the schema that reads it. */
export const dynamic = 'force-static';

export function GET(): Response {
  const schema = z.toJSONSchema(bundleSchema, { io: 'input' });
  return Response.json(
    { ...schema, $id: BUNDLE_SCHEMA_PATH, title: 'vidpipe manifest bundle, version 1' },
    { headers: { 'content-type': 'application/schema+json', 'cache-control': 'public, max-age=86400' } },
  );
}
