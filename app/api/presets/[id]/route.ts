import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/preset-operations.ts';
import { deletePreset, updatePreset } from '#lib/presets/preset-service.ts';

export const PUT = route(operations.updatePreset, async ({ params, body }) =>
  json(await updatePreset(params.id, body)),
);

export const DELETE = route(operations.deletePreset, async ({ params }) => {
  await deletePreset(params.id);
  return json({ status: 'deleted', preset_id: params.id });
});
