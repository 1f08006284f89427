import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { db } from './prisma.ts';
import { resetDatabase } from './testing.ts';

const HASH = 'a'.repeat(64);

beforeEach(resetDatabase);

const manifest = () => db().manifest.create({ data: { name: 'Cast' } });

async function project() {
  const { id: manifestId } = await manifest();
  return db().project.create({
    data: { title: 'Film', prompt: 'A film.', seed: 1, manifestId, manifestVersion: 1 },
  });
}

describe('migrations', () => {
  test('a second run finds nothing to do', async () => {
    expect(await migrate(process.env.DATABASE_URL ?? '')).toEqual([]);
  });
});

describe('what the database itself refuses', () => {
  test('an UPDATE of a snapshot', async () => {
    const { id: projectId, manifestId } = await project();
    const snapshot = await db().manifestSnapshot.create({
      data: { projectId, manifestId: manifestId ?? '', versionAtSnapshot: 1, snapshotData: {}, digest: HASH },
    });
    const change = db().manifestSnapshot.update({
      where: { id: snapshot.id },
      data: { versionAtSnapshot: 2 },
    });
    await expect(change).rejects.toThrow(/never change/);
    await expect(db().$executeRaw`UPDATE manifest_snapshots SET digest = digest`).rejects.toThrow(
      /never change/,
    );
  });

  test('an UPDATE of a cost entry', async () => {
    const { id: projectId } = await project();
    await db().costEntry.create({ data: { projectId, step: 'clip', amount: 1 } });
    await expect(db().costEntry.updateMany({ data: { amount: 0 } })).rejects.toThrow(/never change/);
  });

  test('a second chosen take of a scene', async () => {
    const { id: projectId } = await project();
    const scene = await db().scene.create({
      data: { projectId, sceneIndex: 0, slugLine: 'EXT. VALLEY', description: '', duration: 5, plan: {} },
    });
    await db().clip.create({ data: { sceneId: scene.id, take: 1, isChosen: true } });
    await db().clip.create({ data: { sceneId: scene.id, take: 2, isChosen: false } });
    await expect(
      db().clip.create({ data: { sceneId: scene.id, take: 3, isChosen: true } }),
    ).rejects.toThrow();
  });

  test('a tag given twice in one manifest', async () => {
    const { id: manifestId } = await manifest();
    const data = { manifestId, assetType: 'PROP', name: 'Key', manifestTag: 'PROP_01' } as const;
    await db().asset.create({ data });
    await expect(db().asset.create({ data })).rejects.toMatchObject({ code: 'P2002' });
  });

  test.each([
    [
      'an empty name',
      `INSERT INTO manifests (id, name) VALUES ('${randomUUID()}', '')`,
      'manifests_name_check',
    ],
    ['a negative counter', 'UPDATE manifests SET asset_count = -1', 'manifests_counters_check'],
    ['a version below 1', 'UPDATE manifests SET version = 0', 'manifests_version_check'],
    ['51 tags', `UPDATE manifests SET tags = array_fill('x'::text, ARRAY[51])`, 'manifests_tags_check'],
    [
      'a hash that is none',
      `UPDATE manifests SET contact_sheet_hash = repeat('G', 64)`,
      'manifests_contact_sheet_hash_check',
    ],
    ['a negative sort order', 'UPDATE assets SET sort_order = -1', 'assets_sort_order_check'],
    ['a quality above 10', 'UPDATE assets SET quality_score = 10.1', 'assets_quality_score_check'],
    ['half an image', 'UPDATE assets SET width = 5', 'assets_image_check'],
    [
      'a keyframe that is neither start nor end',
      `UPDATE keyframes SET position = 'middle'`,
      'keyframes_position_check',
    ],
    ['a finished clip without a film', `UPDATE clips SET state = 'done'`, 'clips_done_check'],
  ])('%s', async (_what, sql, constraint) => {
    const { id: projectId, manifestId } = await project();
    await db().asset.create({
      data: { manifestId: manifestId ?? '', assetType: 'PROP', name: 'Key', manifestTag: 'PROP_01' },
    });
    const scene = await db().scene.create({
      data: { projectId, sceneIndex: 0, slugLine: 'EXT. VALLEY', description: '', duration: 5, plan: {} },
    });
    await db().keyframe.create({ data: { sceneId: scene.id, position: 'start' } });
    await db().clip.create({ data: { sceneId: scene.id } });
    await expect(db().$executeRawUnsafe(sql)).rejects.toThrow(constraint);
  });
});
