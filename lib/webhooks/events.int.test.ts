import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createAsset } from '../assets/asset-service.ts';
import { db } from '../db/prisma.ts';
import { resetDatabase } from '../db/testing.ts';
import { stopSender } from '../jobs/boss.ts';
import {
  createManifest,
  deleteManifest,
  restoreManifest,
  updateManifest,
} from '../manifests/manifest-service.ts';
import { generate, stopProject } from '../projects/project-service.ts';
import { createAssetSchema } from '../schemas/asset.ts';
import { createManifestSchema } from '../schemas/manifest.ts';
import { generateSchema, type ProjectStatus } from '../schemas/project.ts';
import { createWebhookSchema } from '../schemas/webhook.ts';
import { WEBHOOK_EVENT_NAMES, type WebhookEvent } from '../schemas/webhook-values.ts';
import { claimDeliveries } from './delivery-queue.ts';
import { createWebhook, updateWebhook } from './webhook-service.ts';

beforeEach(resetDatabase);
afterAll(stopSender);

const listenTo = (events: WebhookEvent[], enabled = true) =>
  createWebhook(createWebhookSchema.parse({ url: 'https://example.com/hook', events, enabled }));
const manifest = () => createManifest(createManifestSchema.parse({ name: 'Secret cast' }));
const told = async () =>
  (await db().webhookDelivery.findMany({ orderBy: [{ createdAt: 'asc' }, { type: 'asc' }] })).map(
    (row) => row.type,
  );

describe('what is told', () => {
  it('of a manifest: made, edited, deleted, restored, with ids and no text of it', async () => {
    await listenTo([...WEBHOOK_EVENT_NAMES]);
    const { manifest_id: id } = await manifest();
    await updateManifest(id, { description: 'Do not tell' });
    await deleteManifest(id);
    await restoreManifest(id);
    expect(await told()).toEqual([
      'manifest.created',
      'manifest.updated',
      'manifest.deleted',
      'manifest.restored',
    ]);
    const rows = await db().webhookDelivery.findMany();
    expect(rows.map((row) => row.data)).toContainEqual({
      manifest_id: id,
      status: 'DRAFT',
      version: 1,
      revision: 2,
    });
    expect(JSON.stringify(rows)).not.toMatch(/Secret|Do not tell/);
  });

  it('of an analysis: ready or failed when it ends, nothing when it begins', async () => {
    await listenTo([...WEBHOOK_EVENT_NAMES]);
    const { id } = await db().manifest.create({ data: { name: 'Cast' } });
    for (const status of ['PROCESSING', 'READY', 'PROCESSING', 'ERROR', 'PROCESSING', 'DRAFT'] as const)
      await db().manifest.update({ where: { id }, data: { status } });
    expect(await told()).toEqual(['manifest.created', 'manifest.ready', 'manifest.failed']);
  });

  it('of a film: started, stopped and started again, with no word of its prompt', async () => {
    await listenTo([...WEBHOOK_EVENT_NAMES]);
    const { project_id: id } = await generate(generateSchema.parse({ prompt: 'A secret lamp.' }));
    await stopProject(id);
    const rows = await db().webhookDelivery.findMany({ orderBy: { createdAt: 'asc' } });
    expect(rows.map((row) => [row.type, row.subjectId])).toEqual([
      ['film.started', id],
      ['film.cancelled', id],
    ]);
    expect(rows[1]?.data).toMatchObject({ project_id: id, status: 'cancelled', attempt: 1 });
    expect(JSON.stringify(rows)).not.toContain('lamp');
  });

  it('of how a film ends, and of nothing on its way there', async () => {
    await listenTo([...WEBHOOK_EVENT_NAMES]);
    const { id } = await db().project.create({ data: { title: 'F', prompt: 'x', seed: 1 } });
    const move = (status: ProjectStatus) => db().project.update({ where: { id }, data: { status } });
    for (const end of ['staged', 'complete', 'partial', 'failed'] as const) {
      for (const status of ['storyboarding', 'keyframing', 'video_gen', 'stitching'] as const)
        await move(status);
      await move(end);
    }
    await db().project.update({ where: { id }, data: { status: 'failed', outputDuration: 3 } });
    expect(await told()).toEqual([
      'film.started',
      'film.staged',
      'film.completed',
      'film.partial',
      'film.failed',
    ]);
  });

  it('nothing of a quick upload until it is saved in the library', async () => {
    await listenTo([...WEBHOOK_EVENT_NAMES]);
    const ownerProjectId = '019c0000-0000-7000-8000-000000000000';
    const { id } = await db().manifest.create({ data: { name: 'Upload', ownerProjectId } });
    await db().manifest.update({ where: { id }, data: { status: 'READY', revision: { increment: 1 } } });
    expect(await told()).toEqual([]);
    await db().manifest.update({ where: { id }, data: { ownerProjectId: null } });
    expect(await told()).toEqual(['manifest.created']);
  });
});

describe('who is told', () => {
  it('every webhook that asked for it and is switched on, of one event under one id', async () => {
    const first = await listenTo(['manifest.created']);
    const second = await listenTo(['manifest.created', 'film.failed']);
    await listenTo(['film.failed']);
    await listenTo(['manifest.created'], false);
    await manifest();
    const rows = await db().webhookDelivery.findMany();
    expect(rows.map((row) => row.webhookId).sort()).toEqual([first.webhook_id, second.webhook_id].sort());
    expect(new Set(rows.map((row) => row.eventId)).size).toBe(1);
  });

  it('nobody of a change that was rolled back', async () => {
    await listenTo([...WEBHOOK_EVENT_NAMES]);
    const rolledBack = db().$transaction(async (tx) => {
      await tx.manifest.create({ data: { name: 'Never' } });
      expect(await tx.webhookDelivery.count()).toBe(1);
      throw new Error('no');
    });
    await expect(rolledBack).rejects.toThrow('no');
    expect(await told()).toEqual([]);
  });

  it('nobody any more of what waited when the webhook was switched off', async () => {
    const { webhook_id: id } = await listenTo(['manifest.created']);
    await manifest();
    await updateWebhook(id, { enabled: false });
    await updateWebhook(id, { enabled: true });
    expect(await claimDeliveries({ limit: 10, perWebhook: 10, without: [] })).toEqual([]);
    expect(await db().webhookDelivery.findFirst()).toMatchObject({ state: 'failed', nextTryAt: null });
  });
});

describe('many edits in a row', () => {
  const due = async () => {
    await db().webhookDelivery.updateMany({ where: { state: 'waiting' }, data: { nextTryAt: new Date(0) } });
    return claimDeliveries({ limit: 10, perWebhook: 10, without: [] });
  };

  it('are told once, as of the last one, and what comes after that is sent is told again', async () => {
    const { manifest_id: id } = await manifest();
    await listenTo(['manifest.updated']);
    for (let i = 0; i < 5; i++)
      await createAsset(id, createAssetSchema.parse({ name: `Lamp ${i}`, asset_type: 'PROP' }));
    const [message, ...more] = await due();
    expect(more).toEqual([]);
    expect(message?.data).toMatchObject({ manifest_id: id, revision: 6 });
    await updateManifest(id, { name: 'Crew' });
    expect(await due()).toHaveLength(1);
  });

  it('are not sent while one of them has not committed: it would be lost', async () => {
    const { manifest_id: id } = await manifest();
    await listenTo(['manifest.updated']);
    await updateManifest(id, { name: 'First' });
    await db().webhookDelivery.updateMany({ data: { nextTryAt: new Date(0) } });
    await db().$transaction(async (tx) => {
      await tx.manifest.update({ where: { id }, data: { revision: { increment: 1 } } });
      expect(await claimDeliveries({ limit: 10, perWebhook: 10, without: [] })).toEqual([]);
    });
    expect(await due()).toHaveLength(1);
  });
});
