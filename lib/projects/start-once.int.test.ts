import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createAsset } from '../assets/asset-service.ts';
import { anImage } from '../assets/testing.ts';
import { db } from '../db/prisma.ts';
import { resetDatabase } from '../db/testing.ts';
import { stopSender } from '../jobs/boss.ts';
import { createManifest, deleteManifest, getManifest } from '../manifests/manifest-service.ts';
import { createManifestSchema } from '../schemas/manifest.ts';
import { type GenerateInput, generateSchema } from '../schemas/project.ts';
import { generate } from './generate.ts';

beforeEach(resetDatabase);
afterAll(stopSender);

const wish = (input: Partial<GenerateInput> = {}) =>
  generateSchema.parse({ prompt: 'Mara waits at the harbour.', ...input });
const newManifest = async () =>
  (await createManifest(createManifestSchema.parse({ name: 'Cast' }))).manifest_id;
const jobs = async () =>
  (
    await db().$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'run-project'`
  )[0]?.n;

describe('a request key', () => {
  it('starts one film however often it is sent at once, and one use is counted', {
    timeout: 60_000,
  }, async () => {
    const manifest_id = await newManifest();
    await createAsset(manifest_id, { name: 'Mara', asset_type: 'CHARACTER' });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => generate(wish({ manifest_id }), [], { requestKey: 'once' })),
    );
    expect(new Set(answers.map((answer) => answer.project_id)).size).toBe(1);
    expect(await db().project.count()).toBe(1);
    expect((await getManifest(manifest_id)).times_used).toBe(1);
    expect(await db().manifestSnapshot.count()).toBe(1);
    expect(await jobs()).toBe(1);
  });

  it('answers its film even when the manifest is gone by then', async () => {
    const manifest_id = await newManifest();
    const first = await generate(wish({ manifest_id }), [], { requestKey: 'once' });
    await db().project.update({ where: { id: first.project_id }, data: { manifestId: null } });
    await deleteManifest(manifest_id);
    const second = await generate(wish({ manifest_id }), [], { requestKey: 'once' });
    expect(second.project_id).toBe(first.project_id);
  });

  it('refuses another wish: other settings, other images, another name for one', async () => {
    const requestKey = 'once';
    const [valley, hill] = [await anImage('#383'), await anImage('#833')];
    await generate(wish(), [valley], { requestKey });
    const refused = { code: 'idempotency-key-reused' };
    await expect(generate(wish({ seed: 7 }), [valley], { requestKey })).rejects.toMatchObject(refused);
    await expect(generate(wish(), [hill], { requestKey })).rejects.toMatchObject(refused);
    const renamed = { ...valley, name: 'The hill' };
    await expect(generate(wish(), [renamed], { requestKey })).rejects.toMatchObject(refused);
    expect(await db().project.count()).toBe(1);
  });

  it('of a start that was refused starts the next one', async () => {
    const manifest_id = await newManifest();
    await db().manifest.update({ where: { id: manifest_id }, data: { status: 'PROCESSING' } });
    const start = () => generate(wish({ manifest_id }), [], { requestKey: 'once' });
    await expect(start()).rejects.toMatchObject({ code: 'invalid-state' });
    await db().manifest.update({ where: { id: manifest_id }, data: { status: 'READY' } });
    expect((await start()).status).toBe('pending');
  });

  it('that is absent never joins two films', async () => {
    const films = [await generate(wish()), await generate(wish())];
    expect(films[0]?.project_id).not.toBe(films[1]?.project_id);
  });
});
