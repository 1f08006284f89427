import type { Engine, EnginePorts, SceneInput } from '../engines/engine.ts';

export type KeyframeInput = SceneInput & { position: 'start' | 'end' };

/** Draws the first or last frame of a shot: a PNG in the film's size. */
export function makeKeyframe(engine: Engine, input: KeyframeInput, ports: EnginePorts): Promise<Buffer> {
  return engine.keyframe(input, ports);
}
