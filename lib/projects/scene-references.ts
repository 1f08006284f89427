import { overLimit } from '../pipeline/references.ts';
import type { SnapshotAsset } from '../schemas/snapshot.ts';
import type { StoryboardScene } from '../schemas/storyboard.ts';

type Scene = Pick<StoryboardScene, 'placements' | 'references'>;

/**
 * Why a reference that is placed in a scene is sent no image of, for people; null when one is sent or it is not
 * placed. A scene without any references is one from before they were chosen: all that is placed is drawn.
 */
export function whyLeftOut(
  { placements, references }: Scene,
  { manifest_tag: tag, image_hash }: Pick<SnapshotAsset, 'manifest_tag' | 'image_hash'>,
  limit: number,
): string | null {
  if (!placements.some((each) => each.tag === tag) || references.some((each) => each.for === tag))
    return null;
  if (image_hash === null) return 'it has no image';
  if (references.length === 0) return null;
  return references.length >= limit ? overLimit(limit) : 'it was left out by hand';
}

/**
 * The references of a scene with another picture for one of its placements; null when the engine takes no more than
 * it has.
 */
export function pictureChoice(
  { placements, references }: Scene,
  placed: string,
  picture: string,
  limit: number,
): { tag: string; for: string }[] | null {
  const present =
    references.length > 0
      ? references.map(({ tag, for: served }) => ({ tag, for: served }))
      : placements.map(({ tag }) => ({ tag, for: tag }));
  const isThere = present.some((each) => each.for === placed);
  const next = isThere
    ? present.map((each) => (each.for === placed ? { tag: picture, for: placed } : each))
    : [...present, { tag: picture, for: placed }];
  return next.length <= limit ? next : null;
}
