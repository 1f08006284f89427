import type { Engine, EnginePorts, StoryboardInput } from '../engines/engine.ts';
import { type Storyboard, storyboardSchema } from '../schemas/storyboard.ts';

/**
 * Plans the shots of a film. Tags that the snapshot does not hold are struck out whatever the engine answered.
 * @throws ZodError when the engine's answer is not a storyboard
 */
export async function planStoryboard(
  engine: Engine,
  input: StoryboardInput,
  ports: EnginePorts,
): Promise<Storyboard> {
  const storyboard = storyboardSchema.parse(await engine.storyboard(input, ports));
  const known = new Set(input.snapshot?.assets.map((a) => a.manifest_tag));
  return {
    style_guide: {
      ...storyboard.style_guide,
      style_tags: storyboard.style_guide.style_tags.filter((tag) => known.has(tag)),
    },
    scenes: storyboard.scenes.map((scene, index) => ({
      ...scene,
      index,
      placements: scene.placements.filter((p) => known.has(p.tag)),
    })),
  };
}
