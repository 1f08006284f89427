import { PROJECT_LIMITS } from '#lib/schemas/project-values.ts';
import { openStorage } from './browser-storage.ts';

const KEY = 'vidpipe.kept-seed';

/** The seed that every new film of this browser begins with; null: a new one each time. */
export function readKeptSeed(storage: Pick<Storage, 'getItem'> | null = openStorage('local')): number | null {
  const text = storage?.getItem(KEY);
  const seed = text ? Number(text) : Number.NaN;
  return Number.isInteger(seed) && seed >= 0 && seed <= PROJECT_LIMITS.seed ? seed : null;
}

export function keepSeed(
  seed: number | null,
  storage: Pick<Storage, 'setItem' | 'removeItem'> | null = openStorage('local'),
): void {
  try {
    if (seed === null) storage?.removeItem(KEY);
    else storage?.setItem(KEY, String(seed));
  } catch {
    // A full storage costs the memory, nothing else.
  }
}
