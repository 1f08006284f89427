import { Picture } from '#components/ui/picture.tsx';
import { maxReferences } from '#lib/engines/engine-limits.ts';
import type { ProjectDetail } from '#lib/schemas/project.ts';
import type { SnapshotAsset } from '#lib/schemas/snapshot.ts';
import type { SceneReference } from '#lib/schemas/storyboard.ts';
import classes from '../references.module.css';
import type { GridCell } from '../references-grid.tsx';
import { imageOf } from './use-snapshot-assets.ts';

type Props = {
  id: string;
  project: ProjectDetail;
  assets: SnapshotAsset[];
  /** The cell under the pointer or with the focus. */
  looked: GridCell | null;
};

/** Which image stands for a reference in a scene and why, and how many more the engine takes. */
export function ReferenceDetail({ id, project, assets, looked }: Props) {
  const limit = maxReferences(project.engine);
  const scene = project.scenes.find((each) => each.scene_id === looked?.sceneId);
  const asset = assets.find((each) => each.manifest_tag === looked?.tag);
  if (!scene || !asset)
    return (
      <p id={id} className={classes.detail}>
        Press a cell to put a reference into a scene or take it out. The engine takes up to {limit} images per
        scene.
      </p>
    );
  const number = scene.index + 1;
  const placement = scene.placements.find((each) => each.tag === asset.manifest_tag);
  const chosen = scene.references.find((each) => each.for === asset.manifest_tag);
  const shown = assets.find((each) => each.manifest_tag === (chosen?.tag ?? asset.manifest_tag));
  const image = imageOf(shown);
  return (
    <p id={id} className={classes.detail}>
      {image && (
        <span className={classes.detailPicture}>
          <Picture url={image} sizes="40px" />
        </span>
      )}
      <span>
        {placement ? (
          <>
            {asset.name} is in scene {number}. {imageWords(chosen, scene.references.length)}
          </>
        ) : (
          <>
            {asset.name} is not in scene {number}.
          </>
        )}{' '}
        <span className={classes.quiet}>
          {scene.references.length} of {limit} images in scene {number}.
        </span>
      </span>
    </p>
  );
}

/** A scene without any references is one from before they were chosen: all that is placed is drawn. */
function imageWords(chosen: SceneReference | undefined, references: number): string {
  if (chosen) return `Image of ${chosen.tag}: ${chosen.reason}.`;
  return references === 0 ? 'Drawn with its own image.' : 'No image of its own is sent.';
}
