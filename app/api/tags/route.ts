import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { listTags } from '#lib/manifests/manifest-service.ts';
import * as operations from '#lib/openapi/system-operations.ts';

export const GET = route(operations.listTags, async () => json(await listTags()));
