import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { resetDatabase } from '../lib/db/testing.ts';
import { EXAMPLE_NAME, EXAMPLE_PROMPT } from '../lib/manifests/example.ts';
import { createManifest, getManifest, listManifests } from '../lib/manifests/manifest-service.ts';
import { createManifestSchema, listManifestsQuerySchema } from '../lib/schemas/manifest.ts';
import { seed } from './seed.ts';

const artwork = () => readdirSync(path.join(import.meta.dirname, 'example')).sort();

it('an empty library gets the example, analysed, with every tag its prompt mentions, and only once', async () => {
  const before = artwork();
  expect(await seed()).toBe('seeded');
  const { items } = await listManifests(listManifestsQuerySchema.parse({}));
  const manifest = await getManifest(items[0]?.manifest_id ?? '');
  expect(manifest).toMatchObject({
    name: EXAMPLE_NAME,
    status: 'READY',
    version: 1,
    asset_count: 12,
    processing_progress: { done: 12 },
  });
  const tags = manifest.assets.map((a) => a.manifest_tag);
  expect(EXAMPLE_PROMPT.match(/[A-Z]+_\d+/g)?.filter((tag) => !tags.includes(tag))).toEqual([]);
  expect(artwork()).toEqual(before);
  expect(await seed()).toBe('skipped');
}, 120_000);

it('a library with a manifest of its own gets nothing', async () => {
  await resetDatabase();
  await createManifest(createManifestSchema.parse({ name: 'Mine' }));
  expect(await seed()).toBe('skipped');
});
