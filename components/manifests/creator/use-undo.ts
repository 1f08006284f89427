'use client';
import { useCallback, useMemo, useRef, useState } from 'react';

type Act = () => unknown;
type Step = { label: string; undo: Act; redo: Act; mergeKey: string | null; at: number };

/** One step of the list, for the toast that offers to take it back. */
export type UndoHandle = {
  undo: () => void;
  /** It can no longer be taken back. */
  forget: () => void;
};

const LONGEST = 100;
/** Typing in one field within this pause is one step. */
const MERGE_MS = 2000;

/** The undo list of this page: every step knows how to take itself back and how to be done again. */
export function useUndo() {
  const done = useRef<Step[]>([]);
  const undone = useRef<Step[]>([]);
  /** Acts run one after the other: pressing twice must not let the second overtake the first. */
  const running = useRef<Promise<unknown>>(Promise.resolve());
  const [labels, setLabels] = useState<{ undo: string | null; redo: string | null }>({
    undo: null,
    redo: null,
  });

  const show = useCallback(() => {
    setLabels({ undo: done.current.at(-1)?.label ?? null, redo: undone.current.at(-1)?.label ?? null });
  }, []);

  const run = useCallback((act: Act) => {
    running.current = running.current.then(act).catch(() => null);
  }, []);

  const remember = useCallback(
    (label: string, undo: Act, redo: Act, mergeKey: string | null = null): UndoHandle => {
      const last = done.current.at(-1);
      const now = Date.now();
      const isSameAct = mergeKey !== null && last?.mergeKey === mergeKey && now - last.at < MERGE_MS;
      const step = { label, undo: isSameAct ? last.undo : undo, redo, mergeKey, at: now };
      done.current = [...(isSameAct ? done.current.slice(0, -1) : done.current), step].slice(-LONGEST);
      undone.current = [];
      show();
      return {
        undo: () => {
          if (!done.current.includes(step)) return;
          done.current = done.current.filter((each) => each !== step);
          undone.current = [...undone.current, step];
          run(step.undo);
          show();
        },
        forget: () => {
          done.current = done.current.filter((each) => each !== step);
          undone.current = undone.current.filter((each) => each !== step);
          show();
        },
      };
    },
    [run, show],
  );

  const undo = useCallback(() => {
    const step = done.current.pop();
    if (!step) return;
    undone.current = [...undone.current, step];
    run(step.undo);
    show();
  }, [run, show]);

  const redo = useCallback(() => {
    const step = undone.current.pop();
    if (!step) return;
    step.at = 0;
    done.current = [...done.current, step];
    run(step.redo);
    show();
  }, [run, show]);

  /** `label`: what the next undo takes back, such as "name"; null: nothing to undo. `redoLabel` likewise. */
  return useMemo(
    () => ({ label: labels.undo, redoLabel: labels.redo, remember, undo, redo }),
    [labels, remember, undo, redo],
  );
}
