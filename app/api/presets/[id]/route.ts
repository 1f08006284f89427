import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { deletePreset, updatePreset } from '#lib/presets/preset-service.ts';
import { updatePresetSchema } from '#lib/schemas/preset.ts';
import { idSchema } from '#lib/schemas/text.ts';

const params = { id: idSchema };

export const PUT = route({ params, body: updatePresetSchema }, async ({ params, body }) =>
  json(await updatePreset(params.id, body)),
);

export const DELETE = route({ params }, async ({ params }) => {
  await deletePreset(params.id);
  return json({ status: 'deleted', preset_id: params.id });
});
