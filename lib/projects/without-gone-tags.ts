import type { SnapshotData } from '../schemas/snapshot.ts';
import type { StoryboardScene } from '../schemas/storyboard.ts';

/** A scene without what the snapshot does not hold, each taken out with a word among its repairs. */
export function withoutGoneTags(
  scene: StoryboardScene,
  snapshot: SnapshotData | null,
): { plan: StoryboardScene; removed: string[] } {
  const known = new Set(snapshot?.assets.map((asset) => asset.manifest_tag));
  const gone = scene.placements.filter((placement) => !known.has(placement.tag));
  const references = scene.references.filter((each) => known.has(each.tag) && known.has(each.for));
  const isSilenced = scene.audio.dialogue.some(({ speaker }) => speaker !== null && !known.has(speaker));
  if (gone.length === 0 && references.length === scene.references.length && !isSilenced)
    return { plan: scene, removed: [] };
  return {
    removed: gone.map(({ tag }) => tag),
    plan: {
      ...scene,
      placements: scene.placements.filter((placement) => known.has(placement.tag)),
      references,
      audio: {
        ...scene.audio,
        dialogue: scene.audio.dialogue.map((line) =>
          line.speaker !== null && !known.has(line.speaker) ? { ...line, speaker: null } : line,
        ),
      },
      repairs: [
        ...scene.repairs,
        ...gone.map(({ tag, name }) => ({
          said: `${tag} ${name}`,
          did: 'Taken out: the manifest has it no more.',
        })),
      ],
    },
  };
}
