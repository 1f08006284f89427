'use client';
import { Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { Picture } from '#components/ui/picture.tsx';
import { useReturnFocus } from '#components/ui/use-return-focus.ts';
import { maxReferences } from '#lib/engines/engine-limits.ts';
import { picturesFor } from '#lib/pipeline/references.ts';
import { pictureChoice } from '#lib/projects/scene-references.ts';
import type { ProjectDetail } from '#lib/schemas/project.ts';
import type { SnapshotAsset } from '#lib/schemas/snapshot.ts';
import classes from '../references.module.css';
import type { GridCell } from '../references-grid.tsx';
import { useSceneEdits } from './use-scene-edits.ts';
import { imageOf } from './use-snapshot-assets.ts';

/** A cell whose menu is open, and where: viewport pixels. */
export type OpenCell = GridCell & { x: number; y: number };

type Props = {
  project: ProjectDetail;
  assets: SnapshotAsset[];
  cell: OpenCell;
  onToggle: () => void;
  onClose: () => void;
};

/** What can be done with a reference in a scene: which of its pictures is sent, in or out. */
export function ReferenceMenu({ project, assets, cell, onToggle, onClose }: Props) {
  useReturnFocus();
  const { change } = useSceneEdits(project.project_id);
  const scene = project.scenes.find((each) => each.scene_id === cell.sceneId);
  if (!scene) return null;
  const number = scene.index + 1;
  const limit = maxReferences(project.engine);
  const isIn = scene.placements.some((each) => each.tag === cell.tag);
  const pictures = isIn ? picturesFor(cell.tag, assets) : [];
  const present = scene.references.find((each) => each.for === cell.tag);
  const takesMore = pictureChoice(scene, cell.tag, cell.tag, limit) !== null;
  const choose = (picture: string) =>
    change.mutate({
      sceneId: scene.scene_id,
      edit: (now) => {
        const references = pictureChoice(now, cell.tag, picture, limit);
        return references ? { references } : {};
      },
    });
  return (
    <Menu
      opened
      onChange={(isOpen) => !isOpen && onClose()}
      position="bottom-start"
      returnFocus={false}
      withinPortal={false}
      withInitialFocusPlaceholder={false}
      checkIcon={<IconCheck size={16} stroke={1.75} aria-hidden="true" />}
    >
      <Menu.Target>
        <span aria-hidden className={classes.menuSpot} style={{ left: cell.x, top: cell.y }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={`${cell.tag} in scene ${number}`}>
        {pictures.length > 0 && (
          <>
            <Menu.Label>
              {takesMore ? `Image in scene ${number}` : `The engine takes ${limit} images in a scene`}
            </Menu.Label>
            <Menu.RadioGroup value={present?.tag ?? ''} onChange={choose}>
              {pictures.map(({ asset, words }) => (
                <Menu.RadioItem
                  key={asset.manifest_tag}
                  value={asset.manifest_tag}
                  closeMenuOnClick
                  disabled={!takesMore}
                >
                  <span className={classes.menuPicture}>
                    <span className={classes.detailPicture}>
                      <Picture url={imageOf(asset) ?? ''} sizes="40px" />
                    </span>
                    <span>
                      {words[0]?.toUpperCase()}
                      {words.slice(1)}
                      <span className={classes.menuTag}>{asset.manifest_tag}</span>
                    </span>
                  </span>
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
            <Menu.Divider />
          </>
        )}
        <Menu.Item onClick={onToggle}>
          {isIn ? `Take out of scene ${number}` : `Put into scene ${number}`}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
