import { useWatch } from 'react-hook-form';
import { type GenerateInput, sceneCount } from '#lib/schemas/project.ts';

/** "6 scenes" for the form's present lengths. */
export function useSceneCount(): number {
  const [total, clip] = useWatch<GenerateInput, ['total_duration', 'clip_duration']>({
    name: ['total_duration', 'clip_duration'],
  });
  return sceneCount(total ?? 15, clip ?? 6);
}
