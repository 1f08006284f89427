import { Button } from '@mantine/core';
import { Picture } from '#components/ui/picture.tsx';
import { maxReferences } from '#lib/engines/engine-limits.ts';
import { whyLeftOut } from '#lib/projects/scene-references.ts';
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
  onMenu: (cell: GridCell, button: HTMLElement) => void;
};

/** Which image stands for a reference in a scene and why, or why none does, and how many more the engine takes. */
export function ReferenceDetail({ id, project, assets, looked, onMenu }: Props) {
  const limit = maxReferences(project.engine);
  const scene = project.scenes.find((each) => each.scene_id === looked?.sceneId);
  const asset = assets.find((each) => each.manifest_tag === looked?.tag);
  if (!looked || !scene || !asset)
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
  const reason = whyLeftOut(scene, asset, limit);
  return (
    <div className={classes.detail}>
      {image && (
        <span className={classes.detailPicture}>
          <Picture url={image} sizes="40px" />
        </span>
      )}
      <span id={id}>
        {placement ? (
          <>
            {asset.name} is in scene {number}. {imageWords(chosen, reason)}
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
      {placement && (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-haspopup="menu"
          aria-label={`Choose the image of ${asset.manifest_tag} in scene ${number}`}
          onClick={(event) => onMenu(looked, event.currentTarget)}
        >
          Image…
        </Button>
      )}
    </div>
  );
}

function imageWords(chosen: SceneReference | undefined, reason: string | null): string {
  if (chosen) return `Image of ${chosen.tag}: ${chosen.reason}.`;
  return reason ? `No image of it is sent: ${reason}.` : 'Drawn with its own image.';
}
