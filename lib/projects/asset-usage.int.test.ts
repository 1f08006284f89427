import { v7 as uuidv7 } from 'uuid';
import { beforeEach, expect, it } from 'vitest';
import { createAsset, updateAsset } from '../assets/asset-service.ts';
import { db } from '../db/prisma.ts';
import { resetDatabase } from '../db/testing.ts';
import { createManifest } from '../manifests/manifest-service.ts';
import { restoreVersion } from '../manifests/restore-version.ts';
import { createManifestSchema } from '../schemas/manifest.ts';
import { generateSchema } from '../schemas/project.ts';
import { findUsage, getAssetUsage } from './asset-usage.ts';
import { generate } from './generate.ts';
import { deleteProject } from './project-service.ts';

const newManifest = async () =>
  (await createManifest(createManifestSchema.parse({ name: 'Cast' }))).manifest_id;
const addProp = (id: string, name: string) => createAsset(id, { name, asset_type: 'PROP' });

async function film(manifestId: string, title: string, shots: string[][]) {
  const { project_id: id } = await generate(
    generateSchema.parse({ prompt: 'Rain.', title, manifest_id: manifestId }),
  );
  await db().scene.createMany({
    data: shots.map((tags, sceneIndex) => ({
      projectId: id,
      sceneIndex,
      slugLine: 'EXT. HARBOUR',
      description: '',
      duration: 2,
      plan: { placements: tags.map((tag) => ({ tag })) },
    })),
  });
  return id;
}

beforeEach(resetDatabase);

it('names the shots that show an asset, whatever its tag was then, and the films that only froze it', async () => {
  const id = await newManifest();
  const [lantern, key] = [await addProp(id, 'Lantern'), await addProp(id, 'Key')];
  const first = await film(id, 'First', [['PROP_01', 'PROP_02'], [], ['PROP_01']]);
  await updateAsset(lantern.asset_id, { asset_type: 'OBJECT' });
  const second = await film(id, 'Second', [['PROP_02'], ['OBJ_01']]);
  const third = await film(id, 'Third', [['PROP_02']]);
  expect(await getAssetUsage(lantern.asset_id)).toMatchObject({
    film_count: 3,
    shot_count: 3,
    films: [
      { project_id: second, shots: [2], manifest_version: 2 },
      { project_id: first, shots: [1, 3], manifest_version: 1 },
      { project_id: third, shots: [] },
    ],
  });
  expect(await findUsage([lantern.asset_id, key.asset_id])).toMatchObject({ film_count: 3, shot_count: 5 });
});

it('counts no film that was deleted, none that began before the asset was there, and none of a copy', async () => {
  const id = await newManifest();
  const lantern = await addProp(id, 'Lantern');
  await film(id, 'Without', [['PROP_01']]);
  const key = await addProp(id, 'Key');
  const gone = await film(id, 'Deleted', [['PROP_02']]);
  expect((await getAssetUsage(key.asset_id)).film_count).toBe(1);
  await deleteProject(gone);
  expect(await getAssetUsage(key.asset_id)).toEqual({ films: [], film_count: 0, shot_count: 0 });
  expect((await getAssetUsage(lantern.asset_id)).films.map(({ title }) => title)).toEqual(['Without']);
  await expect(getAssetUsage(uuidv7())).rejects.toMatchObject({ code: 'not-found' });
  expect((await findUsage([uuidv7()])).film_count).toBe(0);
});

it('knows a restored asset again', async () => {
  const id = await newManifest();
  const lantern = await addProp(id, 'Lantern');
  await film(id, 'First', [['PROP_01']]);
  await updateAsset(lantern.asset_id, { name: 'Storm lantern' });
  await restoreVersion(id, 1);
  await film(id, 'Second', [['PROP_01'], ['PROP_01']]);
  expect(await getAssetUsage(lantern.asset_id)).toMatchObject({ film_count: 2, shot_count: 3 });
});
