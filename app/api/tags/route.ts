import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { listTags } from '#lib/manifests/manifest-service.ts';

export const GET = route({}, async () => json(await listTags()));
