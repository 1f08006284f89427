import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { SceneInput } from '../engines/engine.ts';
import { engineVersion } from '../engines/engine-versions.ts';
import type { SnapshotAsset } from '../schemas/snapshot.ts';
import type { StoryboardScene } from '../schemas/storyboard.ts';

/** SHA-256 in hex of the canonical JSON (RFC 8785) of a value. */
export function canonicalHash(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('Only JSON values have an input hash.');
  return createHash('sha256').update(text).digest('hex');
}

/** What a picture takes from an asset: the labels and texts that are not drawn do not count. */
function drawnFields(asset: SnapshotAsset) {
  const { manifest_tag, asset_type, image_hash, width, height, has_alpha, crop_bbox } = asset;
  return { manifest_tag, asset_type, image_hash, width, height, has_alpha, crop_bbox };
}

/**
 * What a picture takes from its scene: not how it begins, what is heard, nor why a reference was chosen. Its number
 * counts only where captions show it, so that moving a scene leaves its pictures.
 */
function drawnScene(scene: StoryboardScene, showsNumber: boolean) {
  const { index, transition: _t, audio: _a, repairs: _r, continuity: _c, references, ...drawn } = scene;
  return {
    ...drawn,
    references: references.map(({ tag, for: served }) => ({ tag, for: served })),
    ...(showsNumber && { index }),
  };
}

/**
 * The hash of everything that determines the pictures of one shot, and nothing else: an edit of an asset that the
 * shot does not use, of the prompt or of the title leaves it as it is.
 */
export function sceneHash(
  engine: string,
  { settings, snapshot, styleGuide, scene }: Omit<SceneInput, 'own'>,
): string {
  const used = new Set([...scene.placements, ...scene.references].map((p) => p.tag));
  const assets = (snapshot?.assets ?? []).filter((a) => used.has(a.manifest_tag)).map(drawnFields);
  assets.sort((a, b) => (a.manifest_tag < b.manifest_tag ? -1 : 1));
  return canonicalHash({
    engine,
    engine_version: engineVersion(engine),
    aspect_ratio: settings.aspectRatio,
    resolution: settings.resolution,
    seed: settings.seed,
    burn_captions: settings.burnCaptions,
    style_guide: styleGuide,
    scene: drawnScene(scene, settings.burnCaptions),
    assets,
  });
}

/** The hash of all that determines a keyframe, of its scene's. */
export const keyframeHash = (scene: string, position: string): string =>
  canonicalHash({ step: 'keyframe', position, scene });

/** Pictures a person gave in place of made ones, by hash. */
export type OwnKeyframes = { start: string | null; end: string | null };

/** The hash of all that determines a clip: its scene's, the seed of the take (null: the film's), own keyframes. */
export const clipHash = (scene: string, take: { seed: number | null; own: OwnKeyframes }): string =>
  canonicalHash({ step: 'clip', scene, ...take });
