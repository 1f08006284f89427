import { findAssets } from '../assets/asset-repo.ts';
import { db } from '../db/prisma.ts';
import { findManifest } from '../manifests/manifest-repo.ts';
import { diffSnapshots, freeze } from '../manifests/snapshot.ts';
import type { SnapshotAnswer } from '../schemas/project.ts';
import type { SnapshotData } from '../schemas/snapshot.ts';
import { sceneSchema } from '../schemas/storyboard.ts';
import { type ForkSource, planFork } from './fork-plan.ts';
import { findScenes, type SceneRow } from './project-repo.ts';

type LiveDiff = NonNullable<SnapshotAnswer['diff']>;

/**
 * How the library differs from what a film froze, with the live assets, and which scenes a film of the live manifest
 * would make anew. `live_version` null: the manifest was deleted.
 */
export async function diffToLive(
  projectId: string,
  manifestId: string,
  frozen: SnapshotData,
): Promise<LiveDiff> {
  const [manifest, assets] = await Promise.all([
    findManifest(db(), manifestId),
    findAssets(db(), manifestId),
  ]);
  const nothing = { added: [], removed: [], changed: [], live_assets: [], touched: [], redone: [] };
  if (!manifest) return { live_version: null, ...nothing };
  const live = freeze(manifest, assets);
  const difference = diffSnapshots(frozen, live);
  const { added, removed, changed } = difference;
  if (added.length + removed.length + changed.length === 0)
    return { live_version: manifest.version, ...nothing };
  const differing = new Set([...added, ...changed.map((each) => each.manifest_tag)]);
  const [row, scenes] = await Promise.all([
    db().project.findUniqueOrThrow({ where: { id: projectId } }),
    findScenes(db(), projectId),
  ]);
  const source = { row, snapshot: frozen, scenes };
  const hashes = hashesIn(source, frozen);
  /** Of these scenes, those that come out otherwise with another snapshot. */
  const redoneOf = (snapshot: SnapshotData, indexes: number[]): number[] => {
    const some = hashesIn({ ...source, scenes: indexes.flatMap((index) => scenes[index] ?? []) }, snapshot);
    return indexes.filter((index, at) => some[at] !== hashes[index]);
  };
  const everywhere = scenes.map((_, index) => index);
  const scenesOf = scenesByTag(scenes);
  return {
    live_version: manifest.version,
    ...difference,
    live_assets: live.assets.filter((asset) => differing.has(asset.manifest_tag)),
    touched: [...removed, ...changed.map((each) => each.manifest_tag)].map((tag) => {
      const held = scenesOf.get(tag) ?? [];
      // A style decides the look of every scene, also of those that do not hold it.
      const isStyle = frozen.assets.some((a) => a.manifest_tag === tag && a.asset_type === 'STYLE');
      const asked = isStyle ? everywhere : held;
      const redone = asked.length > 0 ? redoneOf(withLive(frozen, live, tag), asked) : [];
      return { manifest_tag: tag, scenes: held, redone };
    }),
    redone: redoneOf(live, everywhere),
  };
}

/** A snapshot in which one asset alone is as it is now, or gone. */
function withLive(frozen: SnapshotData, live: SnapshotData, tag: string): SnapshotData {
  const now = live.assets.find((asset) => asset.manifest_tag === tag);
  return {
    ...frozen,
    assets: frozen.assets.flatMap((asset) => (asset.manifest_tag === tag ? (now ?? []) : asset)),
  };
}

/** What determines the pictures of each scene with this snapshot; none before there is a storyboard. */
const hashesIn = (source: ForkSource, snapshot: SnapshotData): string[] =>
  planFork(source, { row: source.row, snapshot })?.scenes.map((scene) => scene.inputHash) ?? [];

function scenesByTag(scenes: SceneRow[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [index, scene] of scenes.entries()) {
    const { placements, references } = sceneSchema.parse(scene.plan);
    for (const tag of new Set([...placements, ...references].map((each) => each.tag)))
      found.set(tag, [...(found.get(tag) ?? []), index]);
  }
  return found;
}
