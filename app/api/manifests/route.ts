import { etagOf } from '#lib/http/etag.ts';
import { nextLink } from '#lib/http/pagination.ts';
import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { createManifest, listManifests } from '#lib/manifests/manifest-service.ts';
import * as operations from '#lib/openapi/manifest-operations.ts';

export const GET = route(operations.listManifests, async ({ request, query }) => {
  const { items, next_cursor, total, counts } = await listManifests(query);
  return json(items, {
    headers: {
      'x-total-count': String(total),
      'x-counts': JSON.stringify(counts),
      ...nextLink(request, next_cursor),
    },
  });
});

export const POST = route(operations.createManifest, async ({ body }) => {
  const manifest = await createManifest(body);
  return json(manifest, {
    status: 201,
    headers: { location: `/api/manifests/${manifest.manifest_id}`, etag: etagOf(manifest.revision) },
  });
});
