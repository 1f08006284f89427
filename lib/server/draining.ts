/** On globalThis: the web process begins it, and Next's bundles, which have a copy of this module, must hear of it. */
const shared = globalThis as { vidpipeDraining?: AbortController };

const controller = (): AbortController => {
  shared.vidpipeDraining ??= new AbortController();
  return shared.vidpipeDraining;
};

/** Aborts when this process was told to stop: it is not ready from then on, and ends what has no end of its own. */
export const draining = (): AbortSignal => controller().signal;

export const beginDraining = (): void => controller().abort();
