import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Engine, SceneInput } from '../engines/engine.ts';
import type { SnapshotAsset } from '../schemas/snapshot.ts';

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
 * Everything that determines the pictures of one shot, and nothing else: an edit of an asset that the shot does
 * not place, of the prompt or of the title leaves it as it is.
 */
export function sceneInputs(engine: Engine, { settings, snapshot, styleGuide, scene }: SceneInput) {
  const placed = new Set(scene.placements.map((p) => p.tag));
  const assets = (snapshot?.assets ?? []).filter((a) => placed.has(a.manifest_tag)).map(drawnFields);
  assets.sort((a, b) => (a.manifest_tag < b.manifest_tag ? -1 : 1));
  const { transition: _transition, ...shot } = scene;
  return {
    engine: engine.id,
    engine_version: engine.version,
    aspect_ratio: settings.aspectRatio,
    seed: settings.seed,
    style_guide: styleGuide,
    scene: shot,
    assets,
  };
}
