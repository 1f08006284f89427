'use client';
import { useState } from 'react';

/** The list of the last render as long as it says the same: what is derived from it need not be made again. */
export function useSameList<T>(list: readonly T[]): readonly T[] {
  const [kept, setKept] = useState(list);
  const isSame = kept.length === list.length && kept.every((each, index) => Object.is(each, list[index]));
  if (isSame) return kept;
  setKept(list);
  return list;
}
