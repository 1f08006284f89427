'use client';
import { useCallback, useRef, useState } from 'react';

type Step = { label: string; undo: () => void; mergeKey: string | null; at: number };

const LONGEST = 100;
/** Typing in one field within this pause is one step. */
const MERGE_MS = 2000;

/** The undo list of this page: every step knows how to take itself back. */
export function useUndo() {
  const steps = useRef<Step[]>([]);
  const [label, setLabel] = useState<string | null>(null);

  const remember = useCallback((name: string, undo: () => void, mergeKey: string | null = null) => {
    const last = steps.current.at(-1);
    const now = Date.now();
    if (mergeKey && last?.mergeKey === mergeKey && now - last.at < MERGE_MS) last.at = now;
    else steps.current = [...steps.current, { label: name, undo, mergeKey, at: now }].slice(-LONGEST);
    setLabel(steps.current.at(-1)?.label ?? null);
  }, []);

  const undo = useCallback(() => {
    steps.current.pop()?.undo();
    setLabel(steps.current.at(-1)?.label ?? null);
  }, []);

  /** `label`: what the next undo takes back, such as "name"; null: nothing to undo. */
  return { label, remember, undo };
}
