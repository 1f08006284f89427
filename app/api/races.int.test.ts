import { readdir, utimes } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { pngOf } from '#lib/assets/testing.ts';
import { db } from '#lib/db/prisma.ts';
import { resetDatabase } from '#lib/db/testing.ts';
import { call } from '#lib/http/testing.ts';
import { stopSender } from '#lib/jobs/boss.ts';
import { seededRandom } from '#lib/media/seeded-random.ts';
import { sweep } from '#lib/worker/maintenance.ts';
import * as asset from './assets/[id]/route.ts';
import * as blob from './blobs/[hash]/route.ts';
import * as generate from './generate/route.ts';
import * as assets from './manifests/[id]/assets/route.ts';
import * as duplicate from './manifests/[id]/duplicate/route.ts';
import * as manifest from './manifests/[id]/route.ts';
import * as manifests from './manifests/route.ts';
import * as preset from './presets/[id]/route.ts';
import * as presets from './presets/route.ts';
import * as retry from './projects/[id]/retry/route.ts';
import * as snapshot from './projects/[id]/snapshot/route.ts';

/*
 * Races of the hostile inputs (C) that no other test runs. The others: C05, C06 and C15 manifest-service, C10 and C11 and
 * C29 asset-service, C12 and C13 snapshot, C17 project-service, C18 and C19 start-once and idempotency, C21
 * idempotency-kill, C23 and C24 stop, C26 recovery, C31 also sweeper. Tags are no rows here (C01–C03), If-Match may be
 * missing (C07), and there are no users, quotas, keys or webhooks (C20, C22, C27, C28, C32).
 */

const ROUNDS = 5;
const random = seededRandom(20_261_121);

beforeEach(resetDatabase);
afterAll(stopSender);

type Call = () => ReturnType<typeof call>;

/** Both at once: one of them, by lot, a moment later. */
async function race(...calls: Call[]): Promise<number[]> {
  const answers = await Promise.all(
    calls.map(async (one) => {
      await new Promise((resolve) => setTimeout(resolve, random() * 6));
      return one();
    }),
  );
  return answers.map(({ status }) => status);
}

const create = async (name = 'Cast') =>
  ((await call(manifests.POST, { method: 'POST', body: { name } })).body as { manifest_id: string })
    .manifest_id;
const addAsset = async (id: string, body: unknown = { name: 'Mara', asset_type: 'CHARACTER' }) =>
  ((await call(assets.POST, { method: 'POST', params: { id }, body })).body as { asset_id: string }).asset_id;
const put = (id: string, body: unknown, headers = {}) =>
  call(manifest.PUT, { method: 'PUT', params: { id }, body, headers });
const remove = (id: string) => call(manifest.DELETE, { method: 'DELETE', params: { id } });
const rounds = async (run: (round: number) => Promise<void>) => {
  for (let round = 0; round < ROUNDS; round += 1) await run(round);
};

describe('two at once', () => {
  it('C04 of a rename and a new preset one gets the name', async () => {
    await rounds(async (round) => {
      const save = (name: string) => call(presets.POST, { method: 'POST', body: { name, settings: {} } });
      const { preset_id: id } = (await save(`A ${round}`)).body as { preset_id: string };
      const name = `B ${round}`;
      const statuses = await race(
        () => call(preset.PUT, { method: 'PUT', params: { id }, body: { name } }),
        () => save(name),
      );
      expect([
        [200, 409],
        [409, 201],
      ]).toContainEqual(statuses);
      expect(await db().preset.count({ where: { name } })).toBe(1);
    });
  });

  it('C08 an edit and a deletion end in the deletion', async () => {
    await rounds(async () => {
      const id = await create();
      const [edited, deleted] = await race(
        () => put(id, { name: 'Crew' }),
        () => remove(id),
      );
      expect([200, 404]).toContain(edited);
      expect(deleted).toBe(200);
      const row = await db().manifest.findUniqueOrThrow({ where: { id } });
      expect(row.deletedAt).not.toBeNull();
      expect(row.name).toBe(edited === 200 ? 'Crew' : 'Cast');
    });
  });

  it('C08 an edit and a deletion of an asset leave no asset and the right count', async () => {
    await rounds(async () => {
      const id = await create();
      const params = { id: await addAsset(id) };
      const [edited, deleted] = await race(
        () => call(asset.PUT, { method: 'PUT', params, body: { asset_type: 'PROP' } }),
        () => call(asset.DELETE, { method: 'DELETE', params }),
      );
      expect([200, 404]).toContain(edited);
      expect(deleted).toBe(200);
      expect(await db().asset.count({ where: { manifestId: id } })).toBe(0);
      expect((await db().manifest.findUniqueOrThrow({ where: { id } })).assetCount).toBe(0);
    });
  });

  it('C09 edits of different fields are both kept, or with one ETag one is refused', async () => {
    await rounds(async (round) => {
      const id = await create();
      const ifMatch = round % 2 === 0 ? { 'if-match': '"1"' } : {};
      const statuses = await race(
        () => put(id, { name: 'Crew' }, ifMatch),
        () => put(id, { description: 'new' }, ifMatch),
      );
      const row = await db().manifest.findUniqueOrThrow({ where: { id } });
      const kept = [row.name === 'Crew', row.description === 'new'];
      expect(statuses.toSorted()).toEqual(round % 2 === 0 ? [200, 412] : [200, 200]);
      expect(kept).toEqual(statuses.map((status) => status === 200));
      expect(row.revision).toBe(round % 2 === 0 ? 2 : 3);
    });
  });

  it('C14 a film that starts while an asset is deleted froze it whole or not at all', async () => {
    await rounds(async () => {
      const id = await create();
      const gone = await addAsset(id, { name: 'Mara', asset_type: 'CHARACTER', description: 'The keeper.' });
      const stays = await addAsset(id, { name: 'Key', asset_type: 'PROP' });
      const [started, deleted] = await race(
        () =>
          call(generate.POST, {
            method: 'POST',
            body: { prompt: 'Mara.', manifest_id: id, total_duration: 4 },
          }),
        () => call(asset.DELETE, { method: 'DELETE', params: { id: gone } }),
      );
      expect([started, deleted]).toEqual([202, 200]);
      const film = await db().project.findFirstOrThrow({ where: { manifestId: id } });
      const { body } = await call(snapshot.GET, { params: { id: film.id } });
      const frozen = (body as { snapshot: { assets: { asset_id: string; description: string }[] } }).snapshot
        .assets;
      expect([[gone, stays], [stays]]).toContainEqual(frozen.map((a) => a.asset_id));
      for (const one of frozen) expect(one.description).toBe(one.asset_id === gone ? 'The keeper.' : '');
    });
  });

  it('C16 a copy of a manifest that is deleted is whole or not made, and shares no row', async () => {
    await rounds(async () => {
      const id = await create();
      const source = await addAsset(id);
      const [copied, deleted] = await race(
        () => call(duplicate.POST, { method: 'POST', params: { id } }),
        () => remove(id),
      );
      expect([201, 404]).toContain(copied);
      expect(deleted).toBe(200);
      const copies = await db().manifest.findMany({
        where: { parentManifestId: id },
        include: { assets: true },
      });
      expect(copies).toHaveLength(copied === 201 ? 1 : 0);
      for (const { assets: own } of copies) {
        expect(own).toHaveLength(1);
        expect(own[0]?.id).not.toBe(source);
      }
    });
  });

  it('C25 of two retries of a failed film one begins a new attempt', async () => {
    await rounds(async () => {
      const body = { prompt: 'Rain.', total_duration: 4 };
      const { project_id: id } = (await call(generate.POST, { method: 'POST', body })).body as {
        project_id: string;
      };
      await db().project.update({ where: { id }, data: { status: 'failed' } });
      const again = () => call(retry.POST, { method: 'POST', params: { id } });
      expect((await race(again, again)).toSorted()).toEqual([202, 409]);
      expect((await db().project.findUniqueOrThrow({ where: { id } })).attempt).toBe(2);
    });
  });

  it('C30 and C31 a sweep takes no image that is uploaded at the same time, new or as before', async () => {
    const id = await create();
    await rounds(async (round) => {
      const bytes = await pngOf(`rgb(${round * 20}, 80, 120)`);
      const upload = () => {
        const form = new FormData();
        form.set('name', 'Mara');
        form.set('asset_type', 'CHARACTER');
        form.set('file', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), 'mara.png');
        return call(assets.POST, { method: 'POST', params: { id }, body: form });
      };
      if (round % 2 === 1) {
        // Uploaded once and deleted long ago: nothing names these bytes any more.
        const { asset_id } = (await upload()).body as { asset_id: string };
        await call(asset.DELETE, { method: 'DELETE', params: { id: asset_id } });
        await makeOld(path.join(process.env.DATA_DIR ?? '', 'blobs'));
      }
      const [answer] = await Promise.all([upload(), sweep()]);
      expect(answer.status).toBe(201);
      const { image_hash } = answer.body as { image_hash: string };
      for (const w of ['', '?w=320'])
        expect(
          (await call(blob.GET, { path: `/x${w}`, params: { hash: image_hash } })).status,
          `round ${round}${w}`,
        ).toBe(200);
    });
  });
});

async function makeOld(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) await utimes(path.join(entry.parentPath, entry.name), 1, 1);
}
