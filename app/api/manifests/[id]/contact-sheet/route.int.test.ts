import { beforeEach, expect, it } from 'vitest';
import { createAsset, updateAsset } from '#lib/assets/asset-service.ts';
import { anImage } from '#lib/assets/testing.ts';
import { resetDatabase } from '#lib/db/testing.ts';
import { call } from '#lib/http/testing.ts';
import { createManifest } from '#lib/manifests/manifest-service.ts';
import { createManifestSchema } from '#lib/schemas/manifest.ts';
import { GET, HEAD } from './route.ts';

beforeEach(resetDatabase);

const aManifest = async (name = 'Cast') =>
  (await createManifest(createManifestSchema.parse({ name }))).manifest_id;

it('a contact sheet prints as PDF on A4 or letter, and is not sent again to who has it', async () => {
  const id = await aManifest();
  const { asset_id } = await createAsset(
    id,
    { name: 'Mara', asset_type: 'CHARACTER' },
    await anImage('#a33'),
  );
  const sheet = (query: string, headers: Record<string, string> = {}) =>
    call(GET, { path: `/x?format=pdf${query}`, params: { id }, headers });
  const [a4, letter] = [await sheet(''), await sheet('&paper=letter')];
  expect(a4.headers.get('content-type')).toBe('application/pdf');
  expect(a4.headers.get('content-disposition')).toContain('Cast v1 contact sheet.pdf');
  expect((a4.body as Buffer).toString('latin1')).toContain('/MediaBox [0 0 595.28 841.89]');
  expect((letter.body as Buffer).toString('latin1')).toContain('/MediaBox [0 0 612 792]');
  expect(((await sheet('')).body as Buffer).equals(a4.body as Buffer)).toBe(true);
  const etag = a4.headers.get('etag') ?? '';
  expect((await sheet('', { 'if-none-match': etag })).status).toBe(304);
  expect((await sheet('&paper=letter', { 'if-none-match': etag })).status).toBe(200);
  await updateAsset(asset_id, { name: 'Mara at dusk' });
  expect((await sheet('', { 'if-none-match': etag })).status).toBe(200);
  const head = await call(HEAD, { method: 'HEAD', path: '/x?format=pdf', params: { id } });
  expect([head.status, (head.body as Buffer).length]).toEqual([200, 0]);
});

it('there is no sheet of nothing, and no other format or paper', async () => {
  const id = await aManifest();
  const status = async (query: string) => (await call(GET, { path: `/x${query}`, params: { id } })).status;
  expect(await status('?format=pdf')).toBe(404);
  expect(await status('?format=svg')).toBe(422);
  expect(await status('?format=pdf&paper=a3')).toBe(422);
});
