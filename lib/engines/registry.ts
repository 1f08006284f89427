import type { Engine } from './engine.ts';

/** Loaded on first use: engines bring FFmpeg, which belongs into the worker only. */
const loaders = new Map<string, () => Promise<Engine>>([
  ['local', async () => (await import('./local/local-engine.ts')).localEngine],
]);

/** Makes an engine known under the id that films name. */
export function registerEngine(id: string, load: () => Promise<Engine>): void {
  loaders.set(id, load);
}

/** The engine that a film is made with. @throws Error when this installation has none of that id */
export async function engineFor({ engine }: { engine: string }): Promise<Engine> {
  const load = loaders.get(engine);
  if (!load) throw new Error(`There is no engine ${engine}.`);
  return load();
}
