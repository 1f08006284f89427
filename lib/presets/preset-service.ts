import { db } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import { type Preset as PresetRow, Prisma } from '../generated/prisma/client.ts';
import {
  type CreatePreset,
  type Preset,
  presetSettingsSchema,
  type UpdatePreset,
} from '../schemas/preset.ts';
import { PRESET_LIMITS } from '../schemas/preset-values.ts';

const toPreset = ({ id, name, settings, createdAt, updatedAt }: PresetRow): Preset => ({
  preset_id: id,
  name,
  settings: presetSettingsSchema.parse(settings),
  created_at: createdAt.toISOString(),
  updated_at: updatedAt.toISOString(),
});

const notFound = () => new AppError('not-found', { detail: 'There is no such preset, or it was deleted.' });

/** All presets by name. */
export async function listPresets(): Promise<Preset[]> {
  const rows = await db().preset.findMany({ take: PRESET_LIMITS.count });
  return rows.map(toPreset).sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** Keeps settings under a name. @throws AppError conflict (the name is taken), validation-failed (too many) */
export async function createPreset({ name, settings }: CreatePreset): Promise<Preset> {
  if ((await db().preset.count()) >= PRESET_LIMITS.count)
    throw new AppError('validation-failed', {
      detail: `There are ${PRESET_LIMITS.count} presets. Delete one that is no longer used.`,
    });
  // In a transaction, so that the answer to a keyed request is stored with it.
  const create = () => db().$transaction((tx) => tx.preset.create({ data: { name, settings } }));
  return toPreset(await named(name, create));
}

/** Another name, or other settings under it. @throws AppError not-found, conflict (the name is taken) */
export async function updatePreset(id: string, { name, settings }: UpdatePreset): Promise<Preset> {
  const data = { ...(name !== undefined && { name }), ...(settings && { settings }) };
  const [row] = await named(name, () => db().preset.updateManyAndReturn({ where: { id }, data }));
  if (!row) throw notFound();
  return toPreset(row);
}

/** @throws AppError not-found */
export async function deletePreset(id: string): Promise<void> {
  const { count } = await db().preset.deleteMany({ where: { id } });
  if (count === 0) throw notFound();
}

/** A unique name that is taken is a conflict that says so. */
async function named<T>(name: string | undefined, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
      throw new AppError('conflict', {
        detail: `There is a preset “${name}” already.`,
        errors: [{ pointer: '#/name', code: 'taken', detail: 'is taken' }],
        cause: error,
      });
    throw error;
  }
}
