import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toAsset } from '#lib/assets/asset-dto.ts';
import { createAsset, listAssets, updateAsset } from '#lib/assets/asset-service.ts';
import { anImage, pngOf } from '#lib/assets/testing.ts';
import { stopListening } from '#lib/db/events.ts';
import { db } from '#lib/db/prisma.ts';
import { isBound, recordStatements } from '#lib/db/recorded-statements.ts';
import { call } from '#lib/http/testing.ts';
import { stopSender } from '#lib/jobs/boss.ts';
import { createManifest } from '#lib/manifests/manifest-service.ts';
import { createManifestSchema } from '#lib/schemas/manifest.ts';
import { POST as upload } from './assets/[id]/upload/route.ts';
import { GET as blob } from './blobs/[hash]/route.ts';
import { POST as generate } from './generate/route.ts';
import { POST as addAsset } from './manifests/[id]/assets/route.ts';
import { GET as detail } from './manifests/[id]/route.ts';
import { POST as addManifest, GET as list } from './manifests/route.ts';
import { GET as film } from './projects/[id]/route.ts';
import { GET as films } from './projects/route.ts';
import { GET as search } from './search/route.ts';

const made = { manifest: '', asset: '', hash: '', film: '' };

beforeAll(async () => {
  const { manifest_id } = await createManifest(createManifestSchema.parse({ name: 'Cast', tags: ['coast'] }));
  const { asset_id, image_hash } = await createAsset(
    manifest_id,
    { name: 'Keeper', asset_type: 'CHARACTER' },
    await anImage('#a33'),
  );
  Object.assign(made, { manifest: manifest_id, asset: asset_id, hash: image_hash });
  made.film = ((await start()).body as { project_id: string }).project_id;
});
afterAll(async () => {
  await Promise.all([stopSender(), stopListening()]);
});

const start = () =>
  call(generate, {
    method: 'POST',
    path: '/api/generate',
    body: { prompt: 'The keeper walks.', manifest_id: made.manifest },
  });

async function uploadOne() {
  const body = new FormData();
  const colour = `#${Math.floor(Math.random() * 0xfff_fff)
    .toString(16)
    .padStart(6, '0')}`;
  body.append('file', new Blob([Uint8Array.from(await pngOf(colour))], { type: 'image/png' }), 'a.png');
  const { asset: id } = made;
  return call(upload, { method: 'POST', path: `/api/assets/${id}/upload`, params: { id }, body });
}

/**
 * Statements of one request, through the route, when everything is warm; bounds of transactions are not counted. More
 * than three have their reason beside them.
 */
const ROUTES: [name: string, most: number, request: () => Promise<unknown>][] = [
  ['list of manifests', 1, () => call(list, { path: '/api/manifests?category=CUSTOM&limit=20' })],
  ['detail of a manifest', 1, () => call(detail, { params: { id: made.manifest } })],
  ['create a manifest', 1, () => call(addManifest, { method: 'POST', body: { name: 'New' } })],
  [
    'create an asset',
    2,
    () =>
      call(addAsset, {
        method: 'POST',
        params: { id: made.manifest },
        body: { name: 'Lamp', asset_type: 'PROP' },
      }),
  ],
  // Lock, the asset as it is then, files, the image that they are of, the edit, the asset: nothing beside 300 ms of decoding.
  ['upload a picture', 6, uploadOne],
  // Lock, read, film, snapshot with the use, last version, job, notification: each needs what the one before found.
  ['generate', 7, start],
  ['a thumbnail', 1, () => call(blob, { path: '/?w=320', params: { hash: made.hash } })],
  ['list of films', 3, () => call(films, { path: '/api/projects?limit=20' })],
  // Eight looks of one index each, at once: film, manifest, facts, scenes, keyframes, clips, costs, snapshot.
  ['detail of a film', 8, () => call(film, { params: { id: made.film } })],
  // The vocabulary, then manifests, assets and films at once, then why each manifest was found.
  ['search', 5, () => call(search, { path: '/api/search?q=keeper' })],
];

describe('statements of one request', () => {
  it.each(ROUTES)('%s: %i at most', async (_, most, request) => {
    for (let i = 0; i < 2; i += 1)
      expect(await request()).toMatchObject({ status: expect.toSatisfy((status) => status < 300) });
    const sent = (await recordStatements(request)).filter((statement) => !isBound(statement));
    expect(sent.length, sent.map(({ text }) => text.slice(0, 160)).join('\n')).toBeLessThanOrEqual(most);
    expect(sent.length).toBeGreaterThan(0);
  });
});

it('an asset that the database writes as JSON is the one that its row makes', async () => {
  const side = await createAsset(made.manifest, {
    name: 'Side "é"',
    asset_type: 'CHARACTER',
    user_tags: ['a b'],
  });
  await updateAsset(made.asset, { reverse_prompt: 'a\nkeeper', is_primary: true, user_tags: ['x', 'y'] });
  await updateAsset(side.asset_id, { view_of_asset_id: made.asset, view: 'side' });
  await db().asset.update({
    where: { id: made.asset },
    data: {
      visualDescription: 'One figure.',
      cropBbox: { x: 0.1, y: 0, width: 0.5, height: 1 },
      detections: [{ bbox: { x: 0, y: 0, width: 1, height: 1 }, label: 'person', confidence: 0.91 }],
      detectionConfidence: 0.1 + 0.2,
      qualityScore: 7,
      palette: [{ hex: '#1b2a38', share: 0.4 }],
      perceptualHash: 'a5a5a5a5a5a5a5a5',
    },
  });
  const rows = await db().asset.findMany({
    where: { manifestId: made.manifest },
    orderBy: [{ sortOrder: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
  });
  expect(await listAssets(made.manifest)).toEqual(rows.map(toAsset));
});
