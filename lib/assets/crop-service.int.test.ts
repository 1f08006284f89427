import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import { blobStore } from '../blobs/store-instance.ts';
import { db } from '../db/prisma.ts';
import { resetDatabase } from '../db/testing.ts';
import { createManifest, getManifest } from '../manifests/manifest-service.ts';
import { createManifestSchema } from '../schemas/manifest.ts';
import { createAsset, deleteAsset, setAssetImage } from './asset-service.ts';
import { cropAsset } from './crop-service.ts';
import { takeImage } from './image-intake.ts';
import { anImage } from './testing.ts';

const HALF = { x: 0.5, y: 0, width: 0.5, height: 1 };
const crop = (bbox = HALF) => ({ bbox, name: 'Lantern', asset_type: 'PROP' as const });

async function turnaround() {
  const { manifest_id: id } = await createManifest(createManifestSchema.parse({ name: 'Cast' }));
  const bytes = await readFile('prisma/example/CHAR_03-mara-turnaround.png');
  const parent = await createAsset(id, { name: 'Mara', asset_type: 'CHARACTER' }, await takeImage({ bytes }));
  return { id, parent };
}

beforeEach(resetDatabase);

describe('cropping', () => {
  it('makes an asset of its own of exactly these pixels, not analysed, that names its parent', async () => {
    const { id, parent } = await turnaround();
    const made = await cropAsset(parent.asset_id, crop());
    const { width = 0, height = 0 } = parent as { width: number; height: number };
    expect(made).toMatchObject({
      manifest_tag: 'PROP_01',
      source: 'extracted',
      source_asset_id: parent.asset_id,
      analysis_state: 'none',
      has_alpha: true,
      width: width - Math.round(width / 2),
      height,
      placeholder: expect.any(String),
    });
    const region = { left: Math.round(width / 2), top: 0, width: made.width ?? 0, height };
    const cut = await sharp(await blobStore().get(parent.image_hash ?? ''))
      .extract(region)
      .raw()
      .toBuffer();
    expect(
      await sharp(await blobStore().get(made.image_hash ?? ''))
        .raw()
        .toBuffer(),
    ).toEqual(cut);
    expect((await getManifest(id)).asset_count).toBe(2);
  });

  it('takes the label and confidence of the detection it is', async () => {
    const { parent } = await turnaround();
    await db().asset.update({
      where: { id: parent.asset_id },
      data: { detections: [{ bbox: HALF, label: 'Figure 2', confidence: 0.9 }] },
    });
    expect(await cropAsset(parent.asset_id, crop())).toMatchObject({
      detection_class: 'Figure 2',
      detection_confidence: 0.9,
    });
    expect(await cropAsset(parent.asset_id, crop({ ...HALF, x: 0.4 }))).toMatchObject({
      detection_class: null,
      detection_confidence: null,
    });
  });

  it('refuses what is too small, and an asset without an image, and leaves nothing behind', async () => {
    const { id, parent } = await turnaround();
    await expect(
      cropAsset(parent.asset_id, crop({ x: 0, y: 0, width: 0.01, height: 1 })),
    ).rejects.toMatchObject({ code: 'image-too-small', errors: [{ pointer: '#/bbox' }] });
    const bare = await createAsset(id, { name: 'Bare', asset_type: 'PROP' });
    await expect(cropAsset(bare.asset_id, crop())).rejects.toMatchObject({ code: 'validation-failed' });
    expect((await getManifest(id)).asset_count).toBe(2);
  });

  it('does not cut an image that was replaced meanwhile', async () => {
    const { id, parent } = await turnaround();
    const other = await anImage('#357');
    const cutting = cropAsset(parent.asset_id, crop());
    await setAssetImage(parent.asset_id, other);
    await expect(cutting).rejects.toMatchObject({ code: 'conflict' });
    expect((await getManifest(id)).asset_count).toBe(1);
  });

  it('outlives its parent', async () => {
    const { id, parent } = await turnaround();
    await cropAsset(parent.asset_id, crop());
    await deleteAsset(parent.asset_id);
    expect((await getManifest(id)).assets).toMatchObject([{ name: 'Lantern', source_asset_id: null }]);
  });
});
