import { route } from '#lib/http/route.ts';
import { serveDocument } from '#lib/openapi/serve-document.ts';
import * as operations from '#lib/openapi/system-operations.ts';

export const GET = route(operations.getOpenApi, async ({ request }) => serveDocument(request));
