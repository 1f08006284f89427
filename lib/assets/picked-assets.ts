import { AppError } from '../errors.ts';

/** What a request says when none of its assets is there any more. */
export const nonePicked = () =>
  new AppError('not-found', { detail: 'None of these images is in the manifest any more.' });

/** The ids that were asked for and are not there. */
export function missingOf(assetIds: readonly string[], picked: readonly { id: string }[]): string[] {
  const there = new Set(picked.map(({ id }) => id));
  return assetIds.filter((id) => !there.has(id));
}
