import { writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { expect, vi } from 'vitest';
import { createAsset } from '../assets/asset-service.ts';
import { anImage } from '../assets/testing.ts';
import { blobStore } from '../blobs/store-instance.ts';
import type { UploadedFile } from '../http/upload-file.ts';
import { createManifest } from '../manifests/manifest-service.ts';
import { isActiveStatus } from '../projects/lifecycle.ts';
import { generate, getProject } from '../projects/project-service.ts';
import { createManifestSchema } from '../schemas/manifest.ts';
import { type GenerateInput, generateSchema } from '../schemas/project.ts';
import { filmBundle } from './film-bundle.ts';

/** A film of four seconds takes about as long on two idle cores; a busy machine may have much less to give. */
export const SLOW_MACHINE_MS = 240_000;

/** The smallest film there is, of two shots with two references. Needs a running worker. */
export async function aFilm(more: Partial<GenerateInput> = {}): Promise<string> {
  const { manifest_id } = await createManifest(createManifestSchema.parse({ name: 'Cast' }));
  await createAsset(
    manifest_id,
    { name: 'Mara', asset_type: 'CHARACTER' },
    await anImage('#a33', 'mara.png'),
  );
  await createAsset(
    manifest_id,
    { name: 'Pier', asset_type: 'ENVIRONMENT' },
    await anImage('#33a', 'pier.png'),
  );
  const input = {
    prompt: 'The @ENV_01 at dusk. @CHAR_01 waits.',
    aspect_ratio: '1:1',
    clip_duration: 2,
    total_duration: 4,
    seed: 7,
    manifest_id,
    ...more,
  } as const;
  const { project_id } = await generate(generateSchema.parse(input));
  await finished(project_id);
  return project_id;
}

/** Waits until a film is complete; fails at once when it ends otherwise. */
export async function finished(id: string): Promise<void> {
  const status = await vi.waitFor(
    async () => {
      const film = await getProject(id);
      if (isActiveStatus(film.status)) throw new Error(`The film is ${film.status}.`);
      return film.status;
    },
    { timeout: 200_000, interval: 100 },
  );
  expect(status).toBe('complete');
}

/** The bundle of a film, as a download has it. */
export const bundleOf = async (id: string): Promise<Buffer> =>
  buffer((await (await filmBundle(id)).write()).stream);

/** A file of a multipart body. */
export async function sent(field: 'lockfile' | 'bundle', bytes: Uint8Array): Promise<UploadedFile> {
  const path = await blobStore().tempPath();
  await writeFile(path, bytes);
  return { field, place: 0, path, fileName: null, declaredType: null, size: bytes.byteLength, sha256: '' };
}
