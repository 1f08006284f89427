import { useSortable } from '@dnd-kit/sortable';
import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical, IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Picture } from '#components/ui/picture.tsx';
import { isSceneStale } from '#lib/projects/out-of-date.ts';
import type { ProjectScene } from '#lib/schemas/project.ts';
import classes from './arrange-scenes.module.css';

type Props = {
  scene: ProjectScene;
  count: number;
  isLocked: boolean;
  onMove: (by: 1 | -1) => void;
  onAddAfter: () => void;
  onRemove: () => void;
};

/** One scene of the list: dragged by its row, or moved by its buttons. */
export function SceneRow({ scene, count, isLocked, onMove, onAddAfter, onRemove }: Props) {
  const { setNodeRef, listeners, isDragging, transform, transition } = useSortable({ id: scene.scene_id });
  const still = scene.keyframes.find((each) => each.url)?.url;
  const number = scene.index + 1;
  const shift = transform ? `translate3d(0, ${Math.round(transform.y)}px, 0)` : undefined;
  return (
    <li
      ref={setNodeRef}
      className={classes.row}
      data-dragging={isDragging || undefined}
      style={{ transform: shift, transition }}
    >
      <span className={classes.grip} aria-hidden {...listeners}>
        <IconGripVertical size={16} />
      </span>
      <span className={classes.picture}>{still && <Picture url={still} sizes="72px" />}</span>
      <span className={classes.text}>
        <span className={classes.title}>
          <span className={classes.number}>{number}</span>
          {scene.title}
        </span>
        <span className={classes.meta}>
          {Number(scene.duration.toFixed(2))} s{isSceneStale(scene) && ', out of date'}
          {!still && ', not made yet'}
        </span>
      </span>
      <span className={classes.tools}>
        <Tool
          label={`Move scene ${number} earlier`}
          isOff={isLocked || number === 1}
          onPress={() => onMove(-1)}
        >
          <IconArrowUp size={16} />
        </Tool>
        <Tool
          label={`Move scene ${number} later`}
          isOff={isLocked || number === count}
          onPress={() => onMove(1)}
        >
          <IconArrowDown size={16} />
        </Tool>
        <Tool label={`Add a scene after scene ${number}`} isOff={isLocked} onPress={onAddAfter}>
          <IconPlus size={16} />
        </Tool>
        <Tool label={`Remove scene ${number}`} isOff={isLocked || count === 1} onPress={onRemove} isRemove>
          <IconTrash size={16} />
        </Tool>
      </span>
    </li>
  );
}

type ToolProps = {
  label: string;
  isOff: boolean;
  onPress: () => void;
  isRemove?: boolean;
  children: ReactNode;
};

/** Keeps the focus when it can do nothing: `disabled` would drop it in the middle of moving a scene. */
function Tool({ label, isOff, onPress, isRemove, children }: ToolProps) {
  return (
    <ActionIcon
      aria-label={label}
      title={label}
      aria-disabled={isOff || undefined}
      data-remove={isRemove || undefined}
      onClick={() => !isOff && onPress()}
    >
      {children}
    </ActionIcon>
  );
}
