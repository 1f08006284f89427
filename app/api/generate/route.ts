import { isMultipart } from '#lib/http/multipart.ts';
import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/generate-operations.ts';
import { generate } from '#lib/projects/project-service.ts';
import { generateFromUpload } from '#lib/projects/quick-upload.ts';
import type { GenerateAnswer } from '#lib/schemas/project.ts';

const accepted = (answer: GenerateAnswer) =>
  json(answer, { status: 202, headers: { location: `/api/projects/${answer.project_id}` } });

/** Kept with the film itself, so that a server that died over the first request does not start a second one. */
const requestKeyOf = (request: Request) => request.headers.get('idempotency-key');

const fromJson = route(operations.generate, async ({ request, body }) =>
  accepted(await generate(body, [], { requestKey: requestKeyOf(request) })),
);
const fromUpload = route(operations.generateFromUpload, async ({ request, multipart }) =>
  accepted(await generateFromUpload(multipart, { requestKey: requestKeyOf(request) })),
);

export const POST: typeof fromJson = (request, context) =>
  (isMultipart(request) ? fromUpload : fromJson)(request, context);
