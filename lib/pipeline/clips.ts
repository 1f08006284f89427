import type { Engine, EnginePorts, SceneInput } from '../engines/engine.ts';

/**
 * Films one shot: H.264 in MP4 under `ports.blobs.tempPath()`, for the caller to `putFile`. `duration` in seconds.
 * Rejects soon after `ports.signal` aborts and leaves no file then.
 */
export function makeClip(
  engine: Engine,
  input: SceneInput,
  ports: EnginePorts,
): Promise<{ path: string; duration: number }> {
  return engine.clip(input, ports);
}
