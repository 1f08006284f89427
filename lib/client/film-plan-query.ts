import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { FilmPlan, PlanFilmInput } from '#lib/schemas/film-plan.ts';
import { apiFetch, readAnswer } from './http.ts';

/** What the film as it is written would take, scene by scene. An older question is called off by a newer one. */
export const filmPlanOptions = (film: PlanFilmInput) =>
  queryOptions({
    queryKey: ['film-plan', film],
    queryFn: async ({ signal }): Promise<FilmPlan> => {
      const response = await apiFetch('/api/generate/plan', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(film),
        signal,
      });
      return readAnswer(
        response,
        import('#lib/schemas/film-plan.ts').then((file) => file.filmPlanSchema),
      );
    },
    enabled: film.prompt.trim() !== '',
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 60_000,
  });
