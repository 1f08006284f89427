/* What engines take, apart from the engines themselves like their versions. */

/**
 * How many shots an engine makes at once in the whole installation, whatever the number of workers.
 * null: no more than each worker's own number of jobs, for engines that live
 * from the machine's cores.
 */
const LIMITS = new Map<string, number | null>([['local', null]]);

/** Sets the limit of an engine. */
export const limitEngine = (engine: string, limit: number | null): void => {
  LIMITS.set(engine, limit);
};

/** The limit of an engine; `ofProviders` for those that have none of their own: someone else's servers. */
export const engineLimit = (engine: string, ofProviders: number): number | null =>
  LIMITS.has(engine) ? (LIMITS.get(engine) ?? null) : ofProviders;

/** Reference images that an engine takes for one picture. */
const MAX_REFERENCES: Readonly<Record<string, number>> = { local: 6 };
/** What an image model takes that says nothing of it. */
const USUAL_REFERENCES = 4;

/** How many reference images an engine takes for one scene. */
export const maxReferences = (engine: string): number => MAX_REFERENCES[engine] ?? USUAL_REFERENCES;
