import { useEffect, useRef } from 'react';

/** "*" waits this long for the letter after it. */
const SEQUENCE_MS = 1500;

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select'));

/** A menu or a dialog is open: keys are its own. */
const isCovered = () => document.querySelector('[role="menu"], [role="dialog"]') !== null;

/** Each answers whether the key did anything. */
type LibraryKeys = {
  selectAll: () => boolean;
  clear: () => boolean;
  remove: () => boolean;
  /** To the grid, when nothing has the focus. */
  enter: () => boolean;
};

/** The library's keys that work wherever the focus is, unless it is in a field, a menu or a dialog. */
export function useLibraryKeys(keys: LibraryKeys): void {
  const newest = useRef(keys);
  newest.current = keys;
  useEffect(() => {
    let starredAt = Number.NEGATIVE_INFINITY;
    const act = ({ key, target, timeStamp }: KeyboardEvent): boolean => {
      const isSecond = timeStamp - starredAt < SEQUENCE_MS;
      if (key !== 'Shift') starredAt = key === '*' ? timeStamp : Number.NEGATIVE_INFINITY;
      if (isSecond && key === 'a') return newest.current.selectAll();
      if (isSecond && key === 'n') return newest.current.clear();
      if (key === 'Escape') return newest.current.clear();
      if (key === '#' || key === 'Delete') return newest.current.remove();
      if ((key === 'j' || key === 'k') && target === document.body) return newest.current.enter();
      return false;
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || isCovered()) return;
      if (act(event)) event.preventDefault();
    };
    // Before menus and dialogs hear the key: afterwards the one that it closes would be gone.
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}
