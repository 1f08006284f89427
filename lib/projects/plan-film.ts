import { findAssets } from '../assets/asset-repo.ts';
import { blobStore } from '../blobs/store-instance.ts';
import { db } from '../db/prisma.ts';
import { planStoryboard as planLocally } from '../engines/local/storyboard/plan-storyboard.ts';
import { AppError } from '../errors.ts';
import { findManifest } from '../manifests/manifest-repo.ts';
import { writtenTags } from '../manifests/mentions.ts';
import { findRetired } from '../manifests/retired-tags.ts';
import { freeze } from '../manifests/snapshot.ts';
import { planStoryboard } from '../pipeline/storyboard.ts';
import type { FilmPlan, PlanFilm, PlannedScene } from '../schemas/film-plan.ts';
import type { SnapshotAsset, SnapshotData } from '../schemas/snapshot.ts';
import type { StoryboardScene } from '../schemas/storyboard.ts';

/** Stands for an image that is not on the server yet. */
const NO_BYTES = '0'.repeat(64);
/** The storyboard of the local engine without the rest of it, which draws and belongs into the worker. */
const PLANNER: Parameters<typeof planStoryboard>[0] = {
  id: 'local',
  storyboard: async (input) => planLocally(input),
};
/** More than anybody writes; each is looked up in the kept versions. */
const MAX_UNKNOWN = 20;

/**
 * What the local storyboard would make of a film that is still being written: its scenes and what each takes of the
 * references. Nothing is stored and no use is counted.
 * @throws AppError not-found (manifest)
 */
export async function planFilm(input: PlanFilm): Promise<FilmPlan> {
  const snapshot = input.manifest_id ? await freezeNow(input.manifest_id) : snapshotOf(input.images);
  const settings = {
    title: '',
    prompt: input.prompt,
    style: input.style,
    aspectRatio: input.aspect_ratio,
    resolution: '720p' as const,
    clipDuration: input.clip_duration,
    totalDuration: input.total_duration,
    seed: input.seed ?? 0,
    enableAudio: input.enable_audio,
    burnCaptions: false,
  };
  const plan = () => planStoryboard(PLANNER, { settings, snapshot }, { blobs: blobStore() });
  const scenes = input.prompt === '' ? [] : (await plan()).scenes;
  const known = new Set(snapshot?.assets.map((asset) => asset.manifest_tag));
  const unknown = [...new Set(writtenTags(input.prompt).map((tag) => tag.toUpperCase()))]
    .filter((tag) => !known.has(tag))
    .slice(0, MAX_UNKNOWN);
  return {
    scenes: scenes.map(toPlanned),
    retired:
      input.manifest_id && unknown.length > 0 ? await findRetired(db(), input.manifest_id, unknown) : [],
  };
}

function toPlanned(scene: StoryboardScene): PlannedScene {
  const { index, title, slug_line, shot_type, duration, placements, references, repairs } = scene;
  const chosen = references.map(({ tag, for: served, reason }) => ({
    tag,
    role: placements.find((placement) => placement.tag === served)?.role ?? ('subject' as const),
    is_taken: true,
    reason,
  }));
  const served = new Set(references.flatMap((reference) => [reference.tag, reference.for]));
  // A plan without chosen references takes every placement.
  const others = placements
    .filter(({ tag }) => !served.has(tag))
    .map(({ tag, role }) => ({ tag, role, is_taken: chosen.length === 0, reason: '' }));
  return { index, title, slug_line, shot_type, duration, references: [...chosen, ...others], repairs };
}

async function freezeNow(manifestId: string): Promise<SnapshotData> {
  const [manifest, assets] = await Promise.all([
    findManifest(db(), manifestId),
    findAssets(db(), manifestId),
  ]);
  if (!manifest) throw new AppError('not-found', { detail: 'This manifest was deleted.' });
  return freeze(manifest, assets);
}

/** The manifest that a quick upload will become, as far as it can be known before its images are there. */
function snapshotOf(images: PlanFilm['images']): SnapshotData | null {
  if (images.length === 0) return null;
  return {
    format: 1,
    manifest: {
      manifest_id: '',
      name: '',
      description: '',
      category: 'CUSTOM',
      tags: [],
      version: 1,
    },
    assets: images.map((image, index) => toSnapshotAsset(image, index)),
  };
}

const toSnapshotAsset = (image: PlanFilm['images'][number], index: number): SnapshotAsset => ({
  ...image,
  asset_id: '',
  user_tags: [],
  description: '',
  source: 'uploaded',
  sort_order: index,
  is_primary: false,
  original_hash: null,
  // The planner leaves out what has no image; it never opens one.
  image_hash: NO_BYTES,
  has_alpha: false,
  reverse_prompt: null,
  visual_description: null,
  quality_score: null,
  crop_bbox: null,
  palette: null,
  perceptual_hash: null,
});
