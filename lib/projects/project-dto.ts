import { blobUrl } from '../assets/asset-dto.ts';
import type { CostEntry as CostRow } from '../generated/prisma/client.ts';
import {
  aspectRatioSchema,
  CARD_SECONDS,
  filmedScenesSchema,
  type ProjectDetail,
  type ProjectListItem,
  type ProjectScene,
  type ProjectStatusAnswer,
  resolutionSchema,
} from '../schemas/project.ts';
import { type StoryboardScene, sceneSchema, styleGuideSchema } from '../schemas/storyboard.ts';
import type { ProjectFacts, ProjectWithManifest, SceneRow } from './project-repo.ts';
import { readStages } from './stages.ts';
import { isClipOlder, isClipStale, isKeyframeStale } from './staleness.ts';

const NOTHING_YET: ProjectFacts = {
  scenes_total: 0,
  scenes_done: 0,
  keyframes_total: 0,
  keyframes_done: 0,
  keyframes_failed: 0,
  clips_failed: 0,
  thumbnail_hash: null,
  film_bytes: null,
};

const instant = (date: Date | null) => date?.toISOString() ?? null;
const filmUrl = ({ id, outputHash }: ProjectWithManifest) => (outputHash ? `/api/projects/${id}/film` : null);

export function toListItem(row: ProjectWithManifest, facts: ProjectFacts = NOTHING_YET): ProjectListItem {
  return {
    project_id: row.id,
    title: row.title,
    prompt: row.prompt,
    style: row.style,
    aspect_ratio: aspectRatioSchema.parse(row.aspectRatio),
    resolution: resolutionSchema.parse(row.resolution),
    clip_duration: row.targetClipDuration,
    total_duration: row.totalDuration,
    seed: row.seed,
    engine: row.engine,
    enable_audio: row.enableAudio,
    burn_captions: row.burnCaptions,
    run_through: row.runThrough,
    forked_from_id: row.forkedFromId,
    status: row.status,
    stop_requested: row.stopRequestedAt !== null,
    manifest_id: row.manifestId,
    manifest_name: row.manifest?.name ?? null,
    manifest_version: row.manifestVersion,
    manifest_is_own: row.manifest ? row.manifest.ownerProjectId !== null : false,
    scenes_done: facts.scenes_done,
    scenes_total: facts.scenes_total,
    thumbnail_url: facts.thumbnail_hash && blobUrl(facts.thumbnail_hash, 640),
    film_url: filmUrl(row),
    film_seconds: row.outputDuration,
    film_bytes: facts.film_bytes,
    error_code: row.errorCode,
    error_message: row.errorMessage,
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
    started_at: instant(row.startedAt),
    finished_at: instant(row.finishedAt),
  };
}

export function toStatus(
  row: ProjectWithManifest,
  facts: ProjectFacts = NOTHING_YET,
  now = Date.now(),
): ProjectStatusAnswer {
  const end = row.finishedAt?.getTime() ?? now;
  return {
    project_id: row.id,
    status: row.status,
    stop_requested: row.stopRequestedAt !== null,
    stages: readStages(row.stages),
    keyframes: {
      done: facts.keyframes_done,
      failed: facts.keyframes_failed,
      total: facts.keyframes_total,
    },
    clips: { done: facts.scenes_done, failed: facts.clips_failed, total: facts.scenes_total },
    error_message: row.errorMessage,
    film_url: filmUrl(row),
    elapsed_seconds: row.startedAt && Math.max(0, (end - row.startedAt.getTime()) / 1000),
    updated_at: row.updatedAt.toISOString(),
  };
}

type DetailRows = {
  row: ProjectWithManifest;
  facts: ProjectFacts | undefined;
  scenes: SceneRow[];
  costs: CostRow[];
  digest: string | null;
  isFilmStale: boolean;
};

export function toDetail({ row, facts, scenes, costs, digest, isFilmStale }: DetailRows): ProjectDetail {
  return {
    ...toListItem(row, facts),
    stages: readStages(row.stages),
    style_guide: styleGuideSchema.nullable().parse(row.styleGuide),
    scenes: toScenes(scenes, row.outputDuration),
    snapshot_digest: digest,
    film_hash: row.outputHash,
    is_film_stale: isFilmStale,
    film_scenes: filmedScenesSchema.nullable().parse(row.outputScenes),
    cost: {
      estimate: row.costEstimate.toNumber(),
      actual: row.costActual.toNumber(),
      entries: costs.map(({ step, amount }) => ({ step, amount: amount.toNumber() })),
    },
  };
}

/**
 * Scenes with the time at which they begin, after the title card. A scene that is not in the finished film begins
 * where the next one does.
 */
export function toScenes(rows: SceneRow[], filmSeconds: number | null): ProjectScene[] {
  const plans = rows.map((row) => {
    const plan = sceneSchema.parse(row.plan);
    const shown = row.clips.find((c) => c.isChosen && c.state === 'done');
    const seconds = filmSeconds === null ? plan.duration : shown ? (shown.duration ?? plan.duration) : 0;
    return { row, plan, seconds };
  });
  let startsAt = CARD_SECONDS;
  return plans.map(({ row, plan, seconds }) => {
    const scene = toScene(row, plan, startsAt);
    startsAt += seconds;
    return scene;
  });
}

type Step = Pick<
  SceneRow['keyframes'][number],
  'state' | 'source' | 'blobHash' | 'error' | 'startedAt' | 'finishedAt'
>;

const toStep = ({ state, source, blobHash, error, startedAt, finishedAt }: Step) => ({
  state,
  source: source === 'uploaded' ? ('uploaded' as const) : ('made' as const),
  url: blobHash && blobUrl(blobHash),
  error,
  started_at: instant(startedAt),
  finished_at: instant(finishedAt),
});

const isThere = ({ removedAt }: SceneRow['clips'][number]) => removedAt === null;

export function toScene(row: SceneRow, plan: StoryboardScene, startsAt: number): ProjectScene {
  return {
    ...plan,
    index: row.sceneIndex,
    scene_id: row.id,
    revision: row.revision,
    starts_at: startsAt,
    keyframes: row.keyframes.map((k) => ({
      keyframe_id: k.id,
      position: k.position === 'start' ? 'start' : 'end',
      is_stale: isKeyframeStale(row, k),
      ...toStep(k),
    })),
    clips: row.clips.filter(isThere).map((c) => ({
      clip_id: c.id,
      take: c.take,
      is_chosen: c.isChosen,
      seed: c.seed,
      is_stale: isClipStale(row, c),
      is_older: isClipOlder(row, c),
      is_wanted: c.isWanted,
      progress: c.progress,
      duration: c.duration,
      ...toStep(c),
    })),
  };
}
