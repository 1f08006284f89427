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

/** Tiles stay where they are; a bar shows where the lifted one will land. */
const stayInPlace = () => null;

/** Drag and drop for a list of assets. The keyboard's way is Alt with the arrows (`useAssetKeys`). */
export function SortableAssets({
  orientation,
  children,
}: {
  orientation: 'vertical' | 'grid';
  children: ReactNode;
}) {
  const { assets, reorder } = useCreator();
  const [lifted, setLifted] = useState<Asset | null>(null);
  const id = useId();
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
  return (
    <DndContext
      id={id}
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragStart={onDragStart}
      onDragEnd={onDragEnd}
      onDragCancel={() => setLifted(null)}
    >
      <SortableContext items={assets.map((asset) => asset.asset_id)} strategy={stayInPlace}>
        {children}
      </SortableContext>
      <DragOverlay dropAnimation={null}>
        {lifted?.thumbnail_url && (
          <img
            src={lifted.thumbnail_url}
            alt=""
            className={orientation === 'grid' ? canvas.liftedTile : canvas.liftedRow}
          />
        )}
      </DragOverlay>
    </DndContext>
  );
}
