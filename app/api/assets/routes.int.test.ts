import { beforeEach, describe, expect, it } from 'vitest';
import { createAsset } from '#lib/assets/asset-service.ts';
import { anImage } from '#lib/assets/testing.ts';
import { resetDatabase } from '#lib/db/testing.ts';
import { call } from '#lib/http/testing.ts';
import { createManifest, getManifest } from '#lib/manifests/manifest-service.ts';
import { createManifestSchema } from '#lib/schemas/manifest.ts';
import { POST as crop } from './[id]/crops/route.ts';
import { PUT as put } from './[id]/route.ts';
import { PUT as arrange } from './[id]/views/route.ts';

const UNKNOWN = '019c0000-0000-7000-8000-000000000000';
const HALF = { x: 0, y: 0, width: 0.5, height: 1 };

async function cast() {
  const { manifest_id: id } = await createManifest(createManifestSchema.parse({ name: 'Cast' }));
  const mara = await createAsset(id, { name: 'Mara', asset_type: 'CHARACTER' }, await anImage('#a33'));
  const side = await createAsset(id, { name: 'Side', asset_type: 'CHARACTER' });
  return { id, mara: mara.asset_id, side: side.asset_id };
}
const cropOf = (id: string, body: unknown, headers: Record<string, string> = {}) =>
  call(crop, { method: 'POST', path: `/api/assets/${id}/crops`, params: { id }, body, headers });

beforeEach(resetDatabase);

describe('POST /api/assets/{id}/crops', () => {
  const body = { bbox: HALF, name: 'Left', asset_type: 'PROP' };

  it('answers 201 with the asset, and the same key makes one', async () => {
    const { id, mara } = await cast();
    const headers = { 'idempotency-key': 'crop-1' };
    const answers = [await cropOf(mara, body, headers), await cropOf(mara, body, headers)];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers[0]?.body).toMatchObject({ source: 'extracted', source_asset_id: mara, width: 48 });
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect((await getManifest(id)).asset_count).toBe(3);
  });

  it.each([
    ['a box that leaves the image', { ...body, bbox: { ...HALF, x: 0.6 } }, '#/bbox'],
    ['a negative box', { ...body, bbox: { ...HALF, x: -0.1 } }, '#/bbox/x'],
    ['no name', { ...body, name: ' ' }, '#/name'],
    ['an unknown type', { ...body, asset_type: 'PERSON' }, '#/asset_type'],
    ['a box of no size', { ...body, bbox: { ...HALF, width: 0 } }, '#/bbox'],
  ])('%s is refused with a pointer', async (_, wrong, pointer) => {
    const { mara } = await cast();
    expect(await cropOf(mara, wrong)).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
  });

  it('an unknown asset is 404', async () => {
    expect((await cropOf(UNKNOWN, body)).status).toBe(404);
  });
});

describe('views of an asset', () => {
  it('are arranged at once and cleared with null', async () => {
    const { mara, side } = await cast();
    const views = (body: unknown) =>
      call(arrange, { method: 'PUT', path: `/api/assets/${mara}/views`, params: { id: mara }, body });
    expect((await views({ front: mara, side })).body).toMatchObject([
      { view: 'front', view_of_asset_id: null },
      { view: 'side', view_of_asset_id: mara },
    ]);
    expect((await views({ side: null })).body).toMatchObject([{ view: 'front' }, { view: null }]);
    expect(await views({ back: side })).toMatchObject({ status: 422 });
    expect(await views({ front: UNKNOWN })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '#/front' }] },
    });
  });

  it('are set and cleared one by one, and a wrong one is 422 with a pointer', async () => {
    const { mara, side } = await cast();
    const update = (body: unknown) =>
      call(put, { method: 'PUT', path: `/api/assets/${side}`, params: { id: side }, body });
    expect(await update({ view: 'side', view_of_asset_id: mara })).toMatchObject({
      status: 200,
      body: { view: 'side', view_of_asset_id: mara },
    });
    expect(await update({ view_of_asset_id: side })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '#/view_of_asset_id' }] },
    });
    expect(await update({ view: 'behind' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '#/view' }] },
    });
    expect(await update({ view: null, view_of_asset_id: null })).toMatchObject({
      body: { view: null, view_of_asset_id: null },
    });
  });
});
