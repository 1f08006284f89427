import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { createPreset, listPresets } from '#lib/presets/preset-service.ts';
import { createPresetSchema } from '#lib/schemas/preset.ts';

export const GET = route({}, async () => json(await listPresets()));

export const POST = route({ body: createPresetSchema }, async ({ body }) => {
  const preset = await createPreset(body);
  return json(preset, { status: 201, headers: { location: `/api/presets/${preset.preset_id}` } });
});
