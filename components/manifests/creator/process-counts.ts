import type { Asset } from '#lib/schemas/asset.ts';

/** How many images are in which state of analysis. */
export function countStates(assets: readonly Asset[]) {
  const count = (...states: Asset['analysis_state'][]) =>
    assets.filter((asset) => states.includes(asset.analysis_state)).length;
  return {
    done: count('done'),
    running: count('running'),
    waiting: count('queued'),
    failed: count('failed'),
  };
}
