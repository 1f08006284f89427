import { queryOptions } from '@tanstack/react-query';
import type { CreatePreset, Preset, UpdatePreset } from '#lib/schemas/preset.ts';
import { apiFetch, readAnswer } from './http.ts';

export const presetKeys = { all: ['presets'] as const };

const presetSchema = () => import('#lib/schemas/preset.ts').then((file) => file.presetSchema);

/** All presets by name. */
export const presetListOptions = () =>
  queryOptions({
    queryKey: presetKeys.all,
    queryFn: async ({ signal }) =>
      readAnswer(
        await apiFetch('/api/presets', { signal }),
        presetSchema().then((schema) => schema.array()),
      ),
  });

const send = async (url: string, method: 'POST' | 'PUT', body: object): Promise<Preset> =>
  readAnswer(
    await apiFetch(url, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
    presetSchema(),
  );

/** @throws AppError conflict: the name is taken */
export const createPreset = (preset: CreatePreset) => send('/api/presets', 'POST', preset);
/** @throws AppError not-found, conflict */
export const updatePreset = (id: string, changes: UpdatePreset) => send(`/api/presets/${id}`, 'PUT', changes);
/** @throws AppError not-found */
export async function deletePreset(id: string): Promise<void> {
  await apiFetch(`/api/presets/${id}`, { method: 'DELETE' });
}
