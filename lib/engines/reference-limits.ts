/** How many images one shot can be made with, by engine; apart from the engines so that pages may show it. */
const REFERENCE_LIMITS: Readonly<Record<string, number>> = { local: 6 };

/** At most so many references per shot does an engine take. */
export const referenceLimit = (engine: string): number => REFERENCE_LIMITS[engine] ?? 6;
