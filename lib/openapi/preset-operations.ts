import { z } from 'zod';
import { createPresetSchema, presetSchema, updatePresetSchema } from '../schemas/preset.ts';
import { idSchema } from '../schemas/text.ts';
import { locationHeader } from './headers.ts';
import { operation } from './operation.ts';

const tag = 'Generating';
const params = { id: idSchema };

export const listPresets = operation({
  id: 'listPresets',
  method: 'GET',
  path: '/api/presets',
  tag,
  summary: 'Saved settings',
  description: 'All of them in one answer.',
  answers: { 200: { description: 'By name.', schema: presetSchema.array() } },
});

export const createPreset = operation({
  id: 'createPreset',
  method: 'POST',
  path: '/api/presets',
  tag,
  summary: 'Save settings under a name',
  description:
    'What the form for a film holds beside title, prompt and manifest. A name that is taken is `conflict`; 200 at most.',
  body: createPresetSchema,
  answers: {
    201: { description: 'The preset.', schema: presetSchema, headers: { location: locationHeader } },
  },
  errors: ['conflict'],
});

export const updatePreset = operation({
  id: 'updatePreset',
  method: 'PUT',
  path: '/api/presets/{id}',
  tag,
  summary: 'Rename or overwrite a preset',
  description: 'Absent fields stay as they are; `settings` are replaced as a whole.',
  params,
  body: updatePresetSchema,
  answers: { 200: { description: 'The preset.', schema: presetSchema } },
  errors: ['conflict'],
});

export const deletePreset = operation({
  id: 'deletePreset',
  method: 'DELETE',
  path: '/api/presets/{id}',
  tag,
  summary: 'Delete a preset',
  description: 'Films that were started with it do not change.',
  params,
  answers: {
    200: {
      description: 'It is gone.',
      schema: z.object({ status: z.literal('deleted'), preset_id: idSchema }),
    },
  },
});
