import type { Engine, EnginePorts, SceneInput } from '../engines/engine.ts';
import { canonicalHash, sceneInputs } from './input-hash.ts';

export type KeyframeInput = SceneInput & { position: 'start' | 'end' };

/** Draws the first or last frame of a shot: a PNG in the film's size. */
export function makeKeyframe(engine: Engine, input: KeyframeInput, ports: EnginePorts): Promise<Buffer> {
  return engine.keyframe(input, ports);
}

/** SHA-256 of all that determines the keyframe; equal hashes mean equal pictures. */
export function keyframeInputHash(engine: Engine, input: KeyframeInput): string {
  return canonicalHash({ step: 'keyframe', position: input.position, ...sceneInputs(engine, input) });
}
