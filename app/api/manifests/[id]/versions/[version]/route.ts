import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { getVersion } from '#lib/manifests/version-service.ts';
import { idSchema } from '#lib/schemas/text.ts';
import { versionParameter } from '#lib/schemas/version.ts';

export const GET = route({ params: { id: idSchema, version: versionParameter } }, async ({ params }) =>
  json(await getVersion(params.id, Number(params.version))),
);
