import { changeAssets } from '#lib/assets/asset-bulk-service.ts';
import { createAssets } from '#lib/assets/create-assets-service.ts';
import { createAssetsFromCsv } from '#lib/assets/create-from-csv.ts';
import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { mediaTypeOf } from '#lib/http/text-body.ts';
import * as operations from '#lib/openapi/asset-list-operations.ts';
import type { CreatedAssets } from '#lib/schemas/asset-list.ts';

const created = (answer: CreatedAssets) => json(answer, { status: answer.imports.length > 0 ? 202 : 201 });

const fromJson = route(operations.changeAssets, async ({ params, body }) =>
  'assets' in body
    ? created(await createAssets(params.id, body.assets))
    : json(await changeAssets(params.id, body)),
);

const fromCsv = route(operations.createAssetsFromCsv, async ({ params, body }) =>
  created(await createAssetsFromCsv(params.id, body)),
);

type Context = Parameters<typeof fromJson>[1];

/** JSON makes assets or changes some; CSV makes them. */
export const POST = (request: Request, context: Context) =>
  (mediaTypeOf(request) === 'text/csv' ? fromCsv : fromJson)(request, context);
