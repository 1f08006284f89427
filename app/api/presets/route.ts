import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/preset-operations.ts';
import { createPreset, listPresets } from '#lib/presets/preset-service.ts';

export const GET = route(operations.listPresets, async () => json(await listPresets()));

export const POST = route(operations.createPreset, async ({ body }) => {
  const preset = await createPreset(body);
  return json(preset, { status: 201, headers: { location: `/api/presets/${preset.preset_id}` } });
});
