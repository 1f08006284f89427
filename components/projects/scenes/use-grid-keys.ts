'use client';
import { type KeyboardEvent, useRef, useState } from 'react';

/** One cell of a grid takes the Tab key; arrows, Home and End lead from cell to cell. */
export function useGridKeys(rows: number, columns: number) {
  const grid = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState({ x: 0, y: 0 });
  const x = Math.min(at.x, Math.max(0, columns - 1));
  const y = Math.min(at.y, Math.max(0, rows - 1));

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return;
    const to = targetOf(event, { x, y }, { rows, columns });
    if (!to) return;
    event.preventDefault();
    setAt(to);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${to.x},${to.y}"]`)?.focus();
  };
  const cell = (cellX: number, cellY: number) => ({
    'data-cell': `${cellX},${cellY}`,
    tabIndex: cellX === x && cellY === y ? 0 : -1,
    onFocus: () => setAt({ x: cellX, y: cellY }),
    onKeyDown,
  });
  return { grid, cell };
}
export type GridKeys = ReturnType<typeof useGridKeys>;

type Place = { x: number; y: number };

function targetOf(
  { key, ctrlKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey'>,
  { x, y }: Place,
  { rows, columns }: { rows: number; columns: number },
): Place | null {
  if (key === 'ArrowLeft') return { x: Math.max(0, x - 1), y };
  if (key === 'ArrowRight') return { x: Math.min(columns - 1, x + 1), y };
  if (key === 'ArrowUp') return { x, y: Math.max(0, y - 1) };
  if (key === 'ArrowDown') return { x, y: Math.min(rows - 1, y + 1) };
  if (key === 'Home') return { x: 0, y: ctrlKey ? 0 : y };
  if (key === 'End') return { x: columns - 1, y: ctrlKey ? rows - 1 : y };
  return null;
}
