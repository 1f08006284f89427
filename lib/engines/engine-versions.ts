/**
 * Versions of the engines, apart from the engines themselves: the web process hashes with them and must not load
 * FFmpeg. A new version makes new pictures.
 */
const ENGINE_VERSIONS: Readonly<Record<string, string>> = { local: '2' };

/** The version of an engine by its id; engines that are registered by tests have none of their own. */
export const engineVersion = (engine: string): string => ENGINE_VERSIONS[engine] ?? '1';
