/** Reference images that an engine takes for one picture; apart from the engines as `engine-versions.ts` is. */
const MAX_REFERENCES: Readonly<Record<string, number>> = { local: 6 };
/** What an image model takes that says nothing of it. */
const USUAL_REFERENCES = 4;

/** How many reference images an engine takes for one scene. */
export const maxReferences = (engine: string): number => MAX_REFERENCES[engine] ?? USUAL_REFERENCES;
