import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { filmPlanOptions, planInputOf } from '#lib/client/film-plan-query.ts';
import type { Asset } from '#lib/schemas/asset.ts';
import type { FilmPlan, PlanFilmInput } from '#lib/schemas/film-plan.ts';
import type { GenerateInput } from '#lib/schemas/project.ts';

/** Typing settles before the server is asked. */
const TYPING_MS = 350;

/** What the film would take as it is written now; null until that is known. `images`: of a quick upload. */
export function useFilmPlan(values: GenerateInput, images: readonly Asset[]): FilmPlan | null {
  // As text, or every drawing would be another question.
  const [asked] = useDebouncedValue(JSON.stringify(planInputOf(values, images)), TYPING_MS);
  const { data } = useQuery(filmPlanOptions(JSON.parse(asked) as PlanFilmInput));
  return values.prompt.trim() === '' ? null : (data ?? null);
}
