import { TypeIcon } from '#components/manifests/type-icon.tsx';
import { Picture } from '#components/ui/picture.tsx';
import { whyLeftOut } from '#lib/projects/scene-references.ts';
import type { ProjectScene } from '#lib/schemas/project.ts';
import classes from '../references.module.css';
import type { GridCell } from '../references-grid.tsx';
import type { ReferenceRowData } from './reference-rows.ts';
import type { GridKeys } from './use-grid-keys.ts';
import { imageOf } from './use-snapshot-assets.ts';

type Props = {
  row: ReferenceRowData;
  y: number;
  scenes: ProjectScene[];
  current: number | null;
  /** null: for reading only. */
  keys: GridKeys | null;
  /** Images that the engine takes for a scene. */
  limit: number;
  detailId: string;
  onLook: (cell: GridCell | null) => void;
  onToggle: (scene: ProjectScene) => void;
  onMenu: (cell: GridCell, button: HTMLElement) => void;
};

export function ReferenceRow(props: Props) {
  const { row, y, scenes, current, keys, limit, detailId, onLook, onToggle, onMenu } = props;
  const { tag, type, name, asset } = row;
  const image = imageOf(asset);
  return (
    <tr>
      <th scope="row">
        <span className={classes.rowHead}>
          <TypeIcon type={type} size={14} />
          {image && (
            <span className={classes.rowPicture}>
              <Picture url={image} sizes="20px" />
            </span>
          )}
          <span className={classes.mono}>{tag}</span> <span className={classes.quiet}>{name}</span>
        </span>
      </th>
      {scenes.map((scene, x) => {
        const isIn = scene.placements.some((each) => each.tag === tag);
        const reason = asset ? whyLeftOut(scene, asset, limit) : null;
        const marks = {
          'data-in': isIn || undefined,
          'data-left-out': reason !== null || undefined,
          'data-current': scene.index === current || undefined,
        };
        if (!keys)
          return (
            <td
              key={scene.scene_id}
              {...marks}
              title={reason ? `No image of it is sent: ${reason}` : undefined}
            >
              <span className="vp-sr-only">{isIn ? (reason ? `yes, but ${reason}` : 'yes') : 'no'}</span>
              <i aria-hidden />
            </td>
          );
        const { onFocus, ...cell } = keys.cell(x, y);
        const place = { tag, sceneId: scene.scene_id };
        const look = () => onLook(place);
        return (
          <td key={scene.scene_id} {...marks}>
            <button
              type="button"
              className={classes.cell}
              aria-label={`${tag} ${name} in scene ${scene.index + 1}`}
              aria-pressed={isIn}
              aria-describedby={detailId}
              {...cell}
              onFocus={() => {
                onFocus();
                look();
              }}
              onPointerEnter={look}
              onClick={() => onToggle(scene)}
              onContextMenu={(event) => {
                event.preventDefault();
                onMenu(place, event.currentTarget);
              }}
            >
              <i aria-hidden />
            </button>
          </td>
        );
      })}
    </tr>
  );
}
