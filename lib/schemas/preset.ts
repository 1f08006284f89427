import { z } from 'zod';
import { PRESET_FIELDS, PRESET_LIMITS } from './preset-values.ts';
import { generateSchema } from './project.ts';
import { idSchema, instantSchema, lineSchema } from './text.ts';

const kept = Object.fromEntries(PRESET_FIELDS.map((field) => [field, true])) as Record<
  (typeof PRESET_FIELDS)[number],
  true
>;

/** The JSON in `presets.settings`. A seed of null: another one for each film. */
export const presetSettingsSchema = generateSchema.pick(kept);
export type PresetSettings = z.output<typeof presetSettingsSchema>;

const name = lineSchema(PRESET_LIMITS.name);

export const createPresetSchema = z.strictObject({ name, settings: presetSettingsSchema });
export type CreatePreset = z.output<typeof createPresetSchema>;

/** Absent: unchanged. */
export const updatePresetSchema = z.strictObject({
  name: name.optional(),
  settings: presetSettingsSchema.optional(),
});
export type UpdatePreset = z.output<typeof updatePresetSchema>;

export const presetSchema = z.object({
  preset_id: idSchema,
  name: z.string(),
  settings: presetSettingsSchema,
  created_at: instantSchema,
  updated_at: instantSchema,
});
export type Preset = z.infer<typeof presetSchema>;
