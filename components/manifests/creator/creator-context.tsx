'use client';
import { createContext, useContext } from 'react';
import type { CreatorState } from './use-creator-state.ts';

export const CreatorContext = createContext<CreatorState | null>(null);

/** The creator this component is part of. */
export function useCreator(): CreatorState {
  const creator = useContext(CreatorContext);
  if (!creator) throw new Error('useCreator is used outside of ManifestCreator');
  return creator;
}
