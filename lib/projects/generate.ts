import { randomInt } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { createAssetIn } from '../assets/asset-service.ts';
import { notifyProject } from '../db/events.ts';
import { db, type Tx } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import { enqueue } from '../jobs/boss.ts';
import { type FrozenManifest, freezeManifest, keepSnapshot } from '../manifests/snapshot.ts';
import { MANIFEST_LIMITS } from '../schemas/manifest.ts';
import { type Generate, type GenerateAnswer, PROJECT_LIMITS } from '../schemas/project.ts';
import { titleFromPrompt } from './film-title.ts';
import { nameOf, type QuickImage, typeOf } from './quick-image.ts';
import { findStarted, type StartKey, startKeyOf } from './start-once.ts';

/** Many films may start from one manifest at once and wait for its row in turn. */
const TRANSACTION = { maxWait: 15_000, timeout: 15_000 };

/**
 * Starts a film: its row, the snapshot of its manifest, the count of the use and the first job, all or nothing. Images
 * given instead of a manifest become one that belongs to the film, analysed as its first stage. With a `requestKey`,
 * the same request again answers the film that the first one started.
 * @throws AppError not-found (manifest), invalid-state (it is being analysed), validation-failed (both at once),
 * idempotency-key-reused (the key has started another film)
 */
export async function generate(
  input: Generate,
  images: QuickImage[] = [],
  { requestKey = null }: { requestKey?: string | null } = {},
): Promise<GenerateAnswer> {
  if (input.manifest_id && images.length > 0)
    throw new AppError('validation-failed', {
      detail: 'Give either a manifest or images, not both.',
      errors: [{ pointer: '#/manifest_id', code: 'not-allowed', detail: 'cannot stand beside images' }],
    });
  const startKey = requestKey === null ? null : startKeyOf(requestKey, input, images);
  return db().$transaction(async (tx) => {
    const started = startKey && (await findStarted(tx, startKey));
    return started ? answerOf(started) : startIn(tx, input, images, startKey);
  }, TRANSACTION);
}

const answerOf = (id: string, warnings: GenerateAnswer['warnings'] = []): GenerateAnswer => ({
  project_id: id,
  status: 'pending',
  status_url: `/api/projects/${id}/status`,
  warnings,
});

async function startIn(
  tx: Tx,
  input: Generate,
  images: QuickImage[],
  startKey: StartKey | null,
): Promise<GenerateAnswer> {
  const id = uuidv7();
  const frozen = input.manifest_id ? await freezeManifest(tx, input.manifest_id) : null;
  const title = input.title ?? titleFromPrompt(input.prompt, frozen?.data.assets);
  await insertProject(tx, { id, title, input, startKey, frozen });
  if (frozen) await keepSnapshot(tx, id, frozen);
  if (images.length > 0) await insertQuickUpload(tx, id, title, images);
  await enqueue(tx, 'run-project', { project_id: id, attempt: 1 });
  await notifyProject(tx, id);
  return answerOf(id, frozen?.warnings);
}

type NewFilm = {
  id: string;
  title: string;
  input: Generate;
  startKey: StartKey | null;
  frozen: FrozenManifest | null;
};

async function insertProject(tx: Tx, { id, title, input, startKey, frozen }: NewFilm): Promise<void> {
  await tx.project.create({
    data: {
      id,
      title,
      prompt: input.prompt,
      style: input.style,
      aspectRatio: input.aspect_ratio,
      resolution: input.resolution,
      targetClipDuration: input.clip_duration,
      totalDuration: input.total_duration,
      seed: input.seed ?? randomInt(PROJECT_LIMITS.seed),
      engine: input.engine,
      textModel: input.text_model ?? null,
      imageModel: input.image_model ?? null,
      videoModel: input.video_model ?? null,
      enableAudio: input.enable_audio,
      burnCaptions: input.burn_captions,
      runThrough: input.run_through ?? null,
      requestKey: startKey?.key ?? null,
      requestHash: startKey?.hash ?? null,
      manifestId: frozen?.manifest.id ?? null,
      manifestVersion: frozen?.manifest.version ?? null,
    },
    select: { id: true },
  });
}

async function insertQuickUpload(
  tx: Tx,
  ownerProjectId: string,
  title: string,
  images: QuickImage[],
): Promise<void> {
  const name = [...title].slice(0, MANIFEST_LIMITS.name).join('');
  const { id } = await tx.manifest.create({ data: { name, ownerProjectId }, select: { id: true } });
  for (const image of images)
    await createAssetIn(tx, id, { name: nameOf(image), asset_type: typeOf(image) }, image);
}
