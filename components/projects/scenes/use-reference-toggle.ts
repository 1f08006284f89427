'use client';
import { useRef } from 'react';
import { togglePlacement } from '#lib/projects/toggle-placement.ts';
import type { ProjectScene } from '#lib/schemas/project.ts';
import type { PlacementEdit, UpdateSceneInput } from '#lib/schemas/scene-edit.ts';
import type { SnapshotAsset } from '#lib/schemas/snapshot.ts';
import { useSceneEdits } from './use-scene-edits.ts';

type Former = { after: string; edit: Pick<UpdateSceneInput, 'placements' | 'references'> };

const asText = (placements: readonly PlacementEdit[]) =>
  JSON.stringify(placements.map(({ tag, role, position, action }) => [tag, role, position, action]));

/** Puts a reference into a scene or takes it out. Put back at once, it stands as it stood before, image and all. */
export function useReferenceToggle(projectId: string) {
  const { change } = useSceneEdits(projectId);
  const former = useRef(new Map<string, Former>());
  return (sceneId: string, asset: SnapshotAsset) => {
    const key = `${sceneId} ${asset.manifest_tag}`;
    const edit = (scene: ProjectScene): UpdateSceneInput => {
      const remembered = former.current.get(key);
      former.current.delete(key);
      const isPlaced = scene.placements.some((each) => each.tag === asset.manifest_tag);
      if (!isPlaced && remembered?.after === asText(scene.placements)) return remembered.edit;
      const placements = togglePlacement(scene.placements, asset);
      if (isPlaced) {
        const before = scene.placements.map(({ tag, role, position, action }) => ({
          tag,
          role,
          position,
          action,
        }));
        const references = scene.references.map(({ tag, for: served }) => ({ tag, for: served }));
        former.current.set(key, { after: asText(placements), edit: { placements: before, references } });
      }
      return { placements };
    };
    change.mutate({ sceneId, edit });
  };
}
