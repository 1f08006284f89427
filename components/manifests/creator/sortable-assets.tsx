'use client';
import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  type DragStartEvent,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { SortableContext } from '@dnd-kit/sortable';
import { type ReactNode, useId, useState } from 'react';
import type { Asset } from '#lib/schemas/asset.ts';
import canvas from './canvas.module.css';
import { useCreator } from './creator-context.tsx';
import { useSameList } from './use-same-list.ts';

/** Tiles stay where they are; a bar shows where the lifted one will land. */
const stayInPlace = () => null;

type Props = {
  orientation: 'vertical' | 'grid';
  /** `lifted`: the image that is being dragged. */
  children: (lifted: Asset | null) => ReactNode;
};

/** Drag and drop for a list of assets; picked ones move together. The keyboard's way is Alt with the arrows. */
export function SortableAssets({ orientation, children }: Props) {
  const { assets, reorder, selection } = useCreator();
  const [lifted, setLifted] = useState<Asset | null>(null);
  const id = useId();
  const ids = useSameList(assets.map((asset) => asset.asset_id));
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } }),
  );
  const onDragStart = ({ active }: DragStartEvent) =>
    setLifted(assets.find((asset) => asset.asset_id === active.id) ?? null);
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    setLifted(null);
    if (over && over.id !== active.id) reorder.moveOver(String(active.id), String(over.id));
  };
  const together = lifted && selection.picked.has(lifted.asset_id) ? selection.picked.size : 1;
  return (
    <DndContext
      id={id}
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragStart={onDragStart}
      onDragEnd={onDragEnd}
      onDragCancel={() => setLifted(null)}
    >
      <SortableContext items={ids as string[]} strategy={stayInPlace}>
        {children(lifted)}
      </SortableContext>
      <DragOverlay dropAnimation={null}>
        {lifted?.thumbnail_url && (
          <div className={canvas.lifted}>
            <img
              src={lifted.thumbnail_url}
              alt=""
              className={orientation === 'grid' ? canvas.liftedTile : canvas.liftedRow}
            />
            {together > 1 && <span className={canvas.liftedCount}>{together}</span>}
          </div>
        )}
      </DragOverlay>
    </DndContext>
  );
}
