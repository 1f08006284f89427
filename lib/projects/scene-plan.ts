import { AppError, type FieldError } from '../errors.ts';
import type { UpdateScene } from '../schemas/scene-edit.ts';
import type { SnapshotAsset, SnapshotData } from '../schemas/snapshot.ts';
import type { Placement, SceneReference, StoryboardScene } from '../schemas/storyboard.ts';

type Limits = { snapshot: SnapshotData | null; references: number };

/** Why a reference stands there when a person put it there. */
export const BY_HAND = 'chosen by hand';

/**
 * A scene with an edit applied. Type and name of a placement come from the snapshot; references that serve nothing
 * go, and what is placed anew is made with its own image.
 * @throws AppError validation-failed with a pointer for each tag that is not in the snapshot
 */
export function editedPlan(plan: StoryboardScene, edit: UpdateScene, limits: Limits): StoryboardScene {
  const assets = new Map(limits.snapshot?.assets.map((asset) => [asset.manifest_tag, asset]));
  const problems = tagProblems(edit, plan, assets);
  const { placements, references, ...rest } = withoutAbsent(edit);
  const placed = placements?.map((each): Placement => {
    const asset = assets.get(each.tag);
    const before = plan.placements.find((p) => p.tag === each.tag);
    const { asset_type, name } = asset ?? before ?? { asset_type: 'OTHER', name: each.tag };
    return { ...each, asset_type, name };
  });
  const next: StoryboardScene = {
    ...plan,
    ...rest,
    ...(placed && { placements: placed }),
    references: references
      ? references.map((each) => knownReference(each, plan.references))
      : placed
        ? followPlacements(plan, placed, assets, limits.references)
        : plan.references,
  };
  problems.push(...otherProblems(edit, next, limits));
  if (problems.length > 0)
    throw new AppError('validation-failed', {
      detail: problems[0] && `This scene cannot be changed like that: ${problems[0].detail}.`,
      errors: problems,
    });
  return next;
}

/** An edit without the fields that it does not name. */
function withoutAbsent(
  edit: UpdateScene,
): Partial<{ [K in keyof UpdateScene]: NonNullable<UpdateScene[K]> }> {
  return Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined));
}

function knownReference(
  { tag, for: served }: { tag: string; for: string },
  before: SceneReference[],
): SceneReference {
  const known = before.find((each) => each.tag === tag && each.for === served);
  return known ?? { tag, for: served, reason: BY_HAND, chosen_by: 'person' };
}

function followPlacements(
  plan: StoryboardScene,
  placed: Placement[],
  assets: Map<string, SnapshotAsset>,
  limit: number,
): SceneReference[] {
  const now = new Set(placed.map((each) => each.tag));
  const before = new Set(plan.placements.map((each) => each.tag));
  const kept = plan.references.filter((each) => now.has(each.for));
  const added = placed
    .filter(({ tag }) => !before.has(tag) && assets.get(tag)?.image_hash)
    .filter(({ tag }) => !kept.some((each) => each.for === tag))
    .map(({ tag }) => knownReference({ tag, for: tag }, []));
  return [...kept, ...added.slice(0, Math.max(0, limit - kept.length))];
}

/** Tags that the scene did not have before and that the snapshot does not hold. */
function tagProblems(
  edit: UpdateScene,
  plan: StoryboardScene,
  assets: ReadonlyMap<string, SnapshotAsset>,
): FieldError[] {
  const had = new Set([
    ...plan.placements.map((each) => each.tag),
    ...plan.references.map((each) => each.tag),
    ...plan.audio.dialogue.map((each) => each.speaker),
  ]);
  const unknown = (tag: string | null, pointer: string): FieldError[] =>
    tag === null || assets.has(tag) || had.has(tag)
      ? []
      : [{ pointer, code: 'unknown-tag', detail: `${tag} is not in the snapshot of this film` }];
  return [
    ...(edit.placements ?? []).flatMap(({ tag }, i) => unknown(tag, `#/placements/${i}/tag`)),
    ...(edit.references ?? []).flatMap(({ tag }, i) => unknown(tag, `#/references/${i}/tag`)),
    ...(edit.audio?.dialogue ?? []).flatMap(({ speaker }, i) =>
      unknown(speaker, `#/audio/dialogue/${i}/speaker`),
    ),
  ];
}

function otherProblems(edit: UpdateScene, next: StoryboardScene, { references }: Limits): FieldError[] {
  const problems: FieldError[] = [];
  const placed = new Set(next.placements.map((each) => each.tag));
  if (edit.references && edit.references.length > references)
    problems.push({
      pointer: '#/references',
      code: 'too-many',
      detail: `the engine takes at most ${references} references per scene`,
    });
  edit.references?.forEach((each, i) => {
    if (!placed.has(each.for))
      problems.push({
        pointer: `#/references/${i}/for`,
        code: 'not-placed',
        detail: `${each.for} is not placed in this scene`,
      });
  });
  const late = next.audio.dialogue.findIndex((line) => line.starts_at >= next.duration);
  if (late >= 0 && (edit.audio || edit.duration !== undefined))
    problems.push({
      pointer: edit.audio ? `#/audio/dialogue/${late}/starts_at` : '#/duration',
      code: 'after-end',
      detail: `dialogue line ${late + 1} begins after the end of the scene`,
    });
  return problems;
}
