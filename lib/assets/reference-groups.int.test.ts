import { beforeEach, describe, expect, it } from 'vitest';
import { resetDatabase } from '../db/testing.ts';
import { createManifest, getManifest } from '../manifests/manifest-service.ts';
import { createManifestSchema } from '../schemas/manifest.ts';
import { createAsset, deleteAsset, updateAsset } from './asset-service.ts';
import { arrangeViews } from './views-service.ts';

async function cast(...names: string[]) {
  const { manifest_id: id } = await createManifest(createManifestSchema.parse({ name: 'Cast' }));
  const ids: string[] = [];
  for (const name of names)
    ids.push((await createAsset(id, { name, asset_type: 'CHARACTER' as const })).asset_id);
  const [a = '', b = '', c = '', d = ''] = ids;
  return { id, a, b, c, d };
}

const groups = async (id: string) => {
  const { assets } = await getManifest(id);
  const nameOf = new Map(assets.map((asset) => [asset.asset_id, asset.name]));
  return Object.fromEntries(
    assets.map((asset) => [
      asset.name,
      `${nameOf.get(asset.view_of_asset_id ?? '') ?? '-'} ${asset.view ?? '-'}${asset.is_primary ? ' *' : ''}`,
    ]),
  );
};

beforeEach(resetDatabase);

describe('views of one subject', () => {
  it('a view of a view is a view of its leader', async () => {
    const { id, a, b, c } = await cast('Mara', 'Side', 'Back');
    await updateAsset(b, { view: 'side', view_of_asset_id: a });
    await updateAsset(c, { view_of_asset_id: b });
    expect(await groups(id)).toEqual({ Mara: '- -', Side: 'Mara side', Back: 'Mara -' });
    expect(await updateAsset(b, { view: null, view_of_asset_id: null })).toMatchObject({
      view: null,
      view_of_asset_id: null,
    });
  });

  it('a leader that becomes a view takes its own views along', async () => {
    const { id, a, b, c } = await cast('Mara', 'Old Mara', 'Side');
    await updateAsset(c, { view: 'side', view_of_asset_id: b });
    await updateAsset(b, { view_of_asset_id: a });
    expect(await groups(id)).toEqual({ Mara: '- -', 'Old Mara': 'Mara -', Side: 'Mara side' });
  });

  it('refuses itself, another manifest, its own view, and a side that is taken, each with a pointer', async () => {
    const { a, b, c } = await cast('Mara', 'Side', 'Other side');
    const { a: foreign } = await cast('Foreign');
    await updateAsset(b, { view: 'side', view_of_asset_id: a });
    const refusal = (pointer: string, code: string) => ({
      code: 'validation-failed',
      errors: [{ pointer, code }],
    });
    const of = (target: string) => ({ view_of_asset_id: target });
    await expect(updateAsset(a, of(a))).rejects.toMatchObject(refusal('#/view_of_asset_id', 'itself'));
    await expect(updateAsset(a, of(foreign))).rejects.toMatchObject(
      refusal('#/view_of_asset_id', 'not-found'),
    );
    await expect(updateAsset(a, of(b))).rejects.toMatchObject(refusal('#/view_of_asset_id', 'leads'));
    await expect(updateAsset(c, { view: 'side', ...of(a) })).rejects.toMatchObject(
      refusal('#/view', 'taken'),
    );
    await updateAsset(c, { view: 'side' });
    await expect(updateAsset(c, of(a))).rejects.toMatchObject(refusal('#/view_of_asset_id', 'taken'));
  });

  it('views whose leader is deleted lead themselves', async () => {
    const { id, a, b } = await cast('Mara', 'Side');
    await updateAsset(b, { view: 'side', view_of_asset_id: a });
    await deleteAsset(a);
    expect(await groups(id)).toEqual({ Side: '- side' });
  });
});

describe('the primary reference', () => {
  it('is one of a group, and of each group its own', async () => {
    const { id, a, b, c } = await cast('Mara', 'Side', 'Tomas');
    await updateAsset(b, { view: 'side', view_of_asset_id: a });
    for (const each of [a, c, b]) await updateAsset(each, { is_primary: true });
    expect(await groups(id)).toEqual({ Mara: '- -', Side: 'Mara side *', Tomas: '- - *' });
  });

  it('is one however many are marked at once', async () => {
    const { id, a, b, c, d } = await cast('Mara', 'Side', 'Front', 'Full');
    for (const each of [b, c, d]) await updateAsset(each, { view_of_asset_id: a });
    await Promise.all([a, b, c, d].map((each) => updateAsset(each, { is_primary: true })));
    const { assets } = await getManifest(id);
    expect(assets.filter((asset) => asset.is_primary)).toHaveLength(1);
  });

  it('stays with the group that a former primary joins', async () => {
    const { id, a, b } = await cast('Mara', 'Side');
    await updateAsset(a, { is_primary: true });
    await updateAsset(b, { is_primary: true });
    await updateAsset(b, { view_of_asset_id: a });
    expect(await groups(id)).toEqual({ Mara: '- - *', Side: 'Mara -' });
  });
});

describe('arranging the slots', () => {
  it('fills, swaps and clears all at once', async () => {
    const { id, a, b, c } = await cast('Mara', 'B', 'C');
    await arrangeViews(a, { front: a, side: b, full_body: c });
    expect(await groups(id)).toEqual({ Mara: '- front', B: 'Mara side', C: 'Mara full_body' });
    await arrangeViews(b, { side: c, full_body: b });
    expect(await groups(id)).toEqual({ Mara: '- front', B: 'Mara full_body', C: 'Mara side' });
    await arrangeViews(a, { front: null, side: null });
    expect(await groups(id)).toEqual({ Mara: '- -', B: 'Mara full_body', C: '- -' });
  });

  it('puts whom another takes the place of out of the group', async () => {
    const { id, a, b, c } = await cast('Mara', 'B', 'C');
    await arrangeViews(a, { side: b });
    await arrangeViews(a, { side: c });
    expect(await groups(id)).toEqual({ Mara: '- -', B: '- -', C: 'Mara side' });
  });

  it('refuses one asset in two slots, a stranger, and the leader of others, and changes nothing', async () => {
    const { id, a, b, c } = await cast('Mara', 'Tomas', 'Tomas, side');
    await arrangeViews(b, { side: c });
    const before = await getManifest(id);
    const stranger = '019c0000-0000-7000-8000-000000000000';
    for (const [slots, pointer] of [
      [{ front: a, side: a }, '#/side'],
      [{ front: stranger }, '#/front'],
      [{ front: b }, '#/front'],
    ] as const)
      await expect(arrangeViews(a, slots)).rejects.toMatchObject({ errors: [{ pointer }] });
    expect(await getManifest(id)).toEqual(before);
  });

  it('begins the next version once, and not where nothing changes', async () => {
    const { id, a, b } = await cast('Mara', 'Side');
    await arrangeViews(a, { side: b });
    const { revision } = await getManifest(id);
    await arrangeViews(a, { side: b });
    expect((await getManifest(id)).revision).toBe(revision);
  });
});
