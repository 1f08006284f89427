import { blobStore } from '#lib/blobs/store-instance.ts';
import { serveZip } from '#lib/bundles/serve-bundle.ts';
import { zipFiles } from '#lib/bundles/zip-files.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/hand-off-operations.ts';
import { getKeyframes } from '#lib/projects/keyframes-archive.ts';

/** Every keyframe that is there, as a zip of PNGs. */
export const GET = route(operations.getKeyframes, async ({ request, params }) => {
  const archive = await getKeyframes(params.id);
  return serveZip(request, archive, () => zipFiles(archive.entries, blobStore()));
});
export const HEAD = GET;
