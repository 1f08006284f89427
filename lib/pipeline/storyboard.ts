import type { Engine, EnginePorts, StoryboardInput } from '../engines/engine.ts';
import { maxReferences } from '../engines/engine-limits.ts';
import type { Storyboard } from '../schemas/storyboard.ts';
import { type PromptRepair, repairPrompt } from './repair-prompt.ts';
import { repairStoryboard } from './repair-storyboard.ts';

/** Notes each mended or vain mention of the prompt in the scene that it belongs to, else in the first. */
function noteMentions(storyboard: Storyboard, repairs: PromptRepair[]): Storyboard {
  const scenes = storyboard.scenes.map((scene) => ({ ...scene, repairs: [...scene.repairs] }));
  for (const { said, did, tag } of repairs) {
    const scene =
      scenes.find((s) => (tag ? s.placements.some((p) => p.tag === tag) : s.description.includes(said))) ??
      scenes[0];
    scene?.repairs.push({ said, did });
  }
  return { ...storyboard, scenes };
}

/**
 * Plans the shots of a film and chooses their references. No tag that the snapshot does not hold can come out, whatever
 * the engine answered or the prompt said; `repairs` of each scene says what was made of it.
 * @throws ZodError when the engine's answer has no scenes
 */
export async function planStoryboard(
  engine: Pick<Engine, 'id' | 'storyboard'>,
  input: StoryboardInput,
  ports: EnginePorts,
): Promise<Storyboard> {
  const { prompt, repairs } = repairPrompt(input.settings.prompt, input.snapshot?.assets ?? []);
  const answer = await engine.storyboard({ ...input, settings: { ...input.settings, prompt } }, ports);
  return noteMentions(repairStoryboard(answer, input, maxReferences(engine.id)), repairs);
}
