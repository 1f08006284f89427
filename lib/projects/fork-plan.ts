import { decideStyle } from '../engines/local/storyboard/style-guide.ts';
import type { Project as ProjectRow } from '../generated/prisma/client.ts';
import { canonicalHash, clipHash, keyframeHash, sceneHash } from '../pipeline/input-hash.ts';
import { STORYBOARD_SETTINGS } from '../schemas/fork.ts';
import type { SnapshotData } from '../schemas/snapshot.ts';
import {
  type StoryboardScene,
  type StyleGuide,
  sceneSchema,
  styleGuideSchema,
} from '../schemas/storyboard.ts';
import { settingsOf } from './film-parts.ts';
import type { SceneRow } from './project-repo.ts';
import { ownKeyframes } from './staleness.ts';
import { withoutGoneTags } from './without-gone-tags.ts';

/** A film as a fork begins from it. */
export type ForkSource = { row: ProjectRow; snapshot: SnapshotData | null; scenes: SceneRow[] };
/** The same film with what the fork changes. */
export type ForkTarget = { row: ProjectRow; snapshot: SnapshotData | null };

type KeyframeRow = SceneRow['keyframes'][number];
type ClipRow = SceneRow['clips'][number];

export type ForkedScene = {
  plan: StoryboardScene;
  inputHash: string;
  /** `from` null: made anew. */
  keyframes: { position: string; inputHash: string | null; from: KeyframeRow | null }[];
  clips: {
    take: number;
    isChosen: boolean;
    seed: number | null;
    inputHash: string | null;
    from: ClipRow | null;
  }[];
  /** Nothing of it is made anew. */
  isShared: boolean;
  /** Tags that it placed and the manifest has no more. */
  removedTags: string[];
  /** Own pictures and clips that do not come along. */
  ownLeft: number;
};

export type ForkPlan = { styleGuide: StyleGuide; scenes: ForkedScene[] };

const COLUMN = {
  prompt: 'prompt',
  style: 'style',
  clip_duration: 'targetClipDuration',
  total_duration: 'totalDuration',
  seed: 'seed',
} as const satisfies Record<(typeof STORYBOARD_SETTINGS)[number], keyof ProjectRow>;

/** What makes the storyboard of a fork another one; empty: it is taken over, with the edits of people. */
export function storyboardChanges(
  source: ForkSource,
  target: ForkTarget,
): ((typeof STORYBOARD_SETTINGS)[number] | 'no-storyboard')[] {
  const changed = STORYBOARD_SETTINGS.filter((name) => source.row[COLUMN[name]] !== target.row[COLUMN[name]]);
  const hasNone = source.row.styleGuide === null || source.scenes.length === 0;
  return hasNone ? ['no-storyboard'] : changed;
}

/**
 * What a fork takes over of a film, and what it makes anew: a step is shared when the hash of all that determines it
 * is the same. null: the storyboard is planned anew, and nothing is shared.
 */
export function planFork(source: ForkSource, target: ForkTarget): ForkPlan | null {
  if (storyboardChanges(source, target).length > 0) return null;
  const before = styleGuideSchema.parse(source.row.styleGuide);
  const styleGuide = styleGuideIn(before, source, target);
  return {
    styleGuide,
    scenes: source.scenes.map((scene) =>
      forkScene(withoutRemovedTakes(scene), { source, target, before, styleGuide }),
    ),
  };
}

/**
 * The style guide is a part of the storyboard and kept with it. Where the STYLE assets themselves are others, palette
 * and grade are decided again by their rule.
 */
function styleGuideIn(guide: StyleGuide, source: ForkSource, target: ForkTarget): StyleGuide {
  const stylesOf = (snapshot: SnapshotData | null) =>
    (snapshot?.assets ?? [])
      .filter((asset) => asset.asset_type === 'STYLE')
      .map(({ manifest_tag, name, user_tags, image_hash, palette }) => ({
        manifest_tag,
        name,
        user_tags,
        image_hash,
        palette,
      }));
  if (canonicalHash(stylesOf(source.snapshot)) === canonicalHash(stylesOf(target.snapshot))) return guide;
  return { ...guide, ...decideStyle(target.row.style, target.snapshot?.assets ?? []), look: guide.look };
}

const withoutRemovedTakes = (scene: SceneRow): SceneRow => ({
  ...scene,
  clips: scene.clips.filter((clip) => clip.removedAt === null),
});

type Films = { source: ForkSource; target: ForkTarget; before: StyleGuide; styleGuide: StyleGuide };

function forkScene(scene: SceneRow, { source, target, before, styleGuide }: Films): ForkedScene {
  const planned = sceneSchema.parse(scene.plan);
  const { plan, removed } = withoutGoneTags(planned, target.snapshot);
  const hashOf = ({ row, snapshot }: ForkTarget, guide: StyleGuide, shot: StoryboardScene) =>
    sceneHash(row.engine, { settings: settingsOf(row), snapshot, styleGuide: guide, scene: shot });
  const inputHash = hashOf(target, styleGuide, plan);
  // A scene from before hashes were kept is compared as a whole.
  const isSameAsEver = scene.inputHash === null && hashOf(source, before, planned) === inputHash;
  const isMadeOf = (step: { inputHash: string | null }, expected: string) =>
    scene.inputHash === null ? isSameAsEver : step.inputHash === expected;
  // What a person gave has the film's size; in another one it would stand wrong.
  const takesOwn =
    source.row.aspectRatio === target.row.aspectRatio && source.row.resolution === target.row.resolution;
  const isKept = (step: KeyframeRow | ClipRow, expected: string) =>
    step.state === 'done' &&
    step.blobHash !== null &&
    (step.source === 'uploaded' ? takesOwn : isMadeOf(step, expected));

  const keyframes = scene.keyframes.map((keyframe) => {
    const expected = keyframeHash(inputHash, keyframe.position);
    const isShared = isKept(keyframe, expected);
    const kept = keyframe.source === 'uploaded' ? keyframe.inputHash : expected;
    return {
      position: keyframe.position,
      inputHash: isShared ? kept : null,
      from: isShared ? keyframe : null,
    };
  });
  const own = ownKeyframes({ keyframes: keyframes.flatMap(({ from }) => from ?? []) });
  const clips: ForkedScene['clips'] = scene.clips.flatMap((clip) => {
    const { take, isChosen, seed } = clip;
    const expected = clipHash(inputHash, { seed, own });
    if (!isKept(clip, expected)) return [];
    const kept = clip.source === 'uploaded' ? clip.inputHash : expected;
    return [{ take, isChosen, seed, inputHash: kept, from: clip }];
  });
  const isShared = keyframes.every(({ from }) => from !== null) && clips.some((clip) => clip.isChosen);
  if (!clips.some((clip) => clip.isChosen)) {
    const chosen = scene.clips.find((clip) => clip.isChosen);
    const seed = chosen?.source === 'uploaded' ? null : (chosen?.seed ?? null);
    const last = Math.max(0, ...scene.clips.map((clip) => clip.take));
    clips.push({ take: chosen?.take ?? last + 1, isChosen: true, seed, inputHash: null, from: null });
  }
  const isOwn = (step: KeyframeRow | ClipRow) => step.source === 'uploaded' && step.state === 'done';
  const ownLeft = takesOwn ? 0 : [...scene.keyframes, ...scene.clips].filter(isOwn).length;
  return { plan, inputHash, keyframes, clips, isShared, removedTags: removed, ownLeft };
}
