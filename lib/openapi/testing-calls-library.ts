import { createHash } from 'node:crypto';
import { at, type Call, call, field, form, image, keeps, picture, stream } from './testing-calls.ts';

/** Manifests and their assets; no worker runs, so an analysis can be cancelled. */
export const LIBRARY: Call[] = [
  call(
    'createManifest',
    { body: { name: 'The Lamplighter', category: 'FULL_PRODUCTION', tags: ['harbour'] } },
    keeps('manifest', 'manifest_id'),
  ),
  call(
    'createAsset',
    at('manifest', { body: { name: 'Lantern', asset_type: 'PROP' } }),
    keeps('lantern', 'asset_id'),
  ),
  call(
    'createAssetWithImage',
    async ({ made }) => ({
      params: { id: made.manifest ?? '' },
      body: await image('#a33a33', { name: 'Mara', asset_type: 'CHARACTER' }),
    }),
    keeps('mara', 'asset_id'),
  ),
  call(
    'createAssetWithImage',
    async ({ made }) => ({
      params: { id: made.manifest ?? '' },
      body: await image('#3333aa', { name: 'Pier', asset_type: 'ENVIRONMENT' }),
    }),
    keeps('pier', 'asset_id'),
  ),
  call(
    'uploadAssetImage',
    async ({ made }) => ({ params: { id: made.lantern ?? '' }, body: await image('#c8a020') }),
    (answer, { made }) => {
      made.hash = /[0-9a-f]{64}/.exec(field(answer, 'reference_image_url'))?.[0] ?? '';
    },
  ),
  call('getBlob', ({ made }) => ({ params: { hash: made.hash ?? '' }, query: { w: '320' } })),
  call(
    'getBlob',
    ({ made }) => ({ params: { hash: made.hash ?? '' }, headers: { range: 'bytes=0-9' } }),
    undefined,
    206,
  ),
  call('updateAsset', at('mara', { body: { description: 'The keeper.', is_primary: true } })),
  call(
    'cropAsset',
    at('mara', {
      body: {
        bbox: { x: 0.1, y: 0.1, width: 0.6, height: 0.8 },
        name: 'Mara, face',
        asset_type: 'CHARACTER',
      },
    }),
    keeps('face', 'asset_id'),
  ),
  call('arrangeViews', ({ made }) => ({ params: { id: made.mara ?? '' }, body: { side: made.face } })),
  call('changeAssets', ({ made }) => ({
    params: { id: made.manifest ?? '' },
    body: { op: 'tags', asset_ids: [made.mara], add: ['lead'] },
  })),
  call(
    'createAsset',
    at('manifest', { body: { name: 'Lamp', asset_type: 'PROP' } }),
    keeps('lamp', 'asset_id'),
  ),
  call('mergeAssets', ({ made }) => ({
    params: { id: made.manifest ?? '' },
    body: { into: made.lantern, asset_ids: [made.lamp] },
  })),
  call(
    'createAsset',
    at('manifest', { body: { name: 'Rope', asset_type: 'PROP' } }),
    keeps('rope', 'asset_id'),
  ),
  call('deleteAsset', at('rope')),
  call('orderAssets', ({ made }) => ({
    params: { id: made.manifest ?? '' },
    body: { asset_ids: [made.pier, made.mara, made.face, made.lantern] },
  })),
  call('listAssets', at('manifest')),
  call('getAssetUsage', at('mara')),
  call('processManifest', at('manifest', { body: { scope: 'all' } })),
  call('getManifestProgress', at('manifest')),
  call('getManifestProgress', at('manifest', stream)),
  call('cancelProcessing', at('manifest')),
  call('reprocessAsset', at('pier')),
  call('cancelProcessing', at('manifest')),
  call('listManifests', { query: { q: 'lamp', limit: '10' } }),
  call('listManifestBriefs', { query: { category: 'FULL_PRODUCTION' } }),
  call('getManifest', at('manifest')),
  call('updateManifest', at('manifest', { body: { description: 'A keeper, a lamp, a harbour.' } })),
  call('getContactSheet', at('manifest')),
  call('getContactSheet', at('manifest', { query: { format: 'pdf' } })),
  call('listTags'),
  call(
    'duplicateManifest',
    at('manifest', { query: { name: 'The Lamplighter II' } }),
    keeps('copy', 'manifest_id'),
  ),
  call('deleteManifest', at('copy')),
  call('restoreManifest', at('copy')),
  call('bulkEditManifests', ({ made }) => ({ body: { manifest_ids: [made.copy], category: 'CHARACTERS' } })),
  call('exportManifest', at('manifest'), ({ body }, { files }) => void files.set('manifest', body as Buffer)),
  call('exportManifests', ({ made }) => ({ query: { ids: `${made.manifest},${made.copy}` } })),
  call('importBundle', async ({ files }) => ({
    query: { dry_run: 'true' },
    body: await form({ 'a.manifest.zip': files.get('manifest') ?? Buffer.alloc(0) }),
  })),
  call(
    'importBundle',
    ({ files }) => ({ headers: { 'content-type': 'application/zip' }, body: files.get('manifest') }),
    undefined,
    201,
  ),
  call(
    'putBlob',
    async ({ made }) => {
      const bytes = await picture('#2a9d8f');
      made.stored = createHash('sha256').update(bytes).digest('hex');
      return { params: { hash: made.stored }, headers: { 'content-type': 'image/png' }, body: bytes };
    },
    undefined,
    201,
  ),
  call(
    'changeAssets',
    ({ made }) => ({
      params: { id: made.copy ?? '' },
      body: { assets: [{ name: 'Buoy', asset_type: 'PROP', image: { sha256: made.stored } }] },
    }),
    undefined,
    201,
  ),
  call(
    'createAssetsFromCsv',
    at('copy', {
      headers: { 'content-type': 'text/csv' },
      body: Buffer.from('name,asset_type,user_tags\nNet,PROP,boat|rope\n'),
    }),
  ),
  call('listImports', at('copy')),
  call('search', { query: { q: 'mara' } }),
];
