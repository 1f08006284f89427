'use client';
import { useSortable } from '@dnd-kit/sortable';

/** Makes an element a place in a sortable list. `dropSide`: where the insertion bar stands while something is over it. */
export function useSortableAsset(assetId: string) {
  const { setNodeRef, listeners, isDragging, isOver, activeIndex, overIndex } = useSortable({ id: assetId });
  const dropSide =
    isOver && activeIndex !== overIndex ? (activeIndex < overIndex ? 'after' : 'before') : undefined;
  return { setNodeRef, listeners, isDragging, dropSide };
}
