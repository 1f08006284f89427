import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Asset } from '#lib/schemas/asset.ts';
import type { FilmPlan, PlanFilmInput } from '#lib/schemas/film-plan.ts';
import type { GenerateInput } from '#lib/schemas/project.ts';
import { apiFetch, readAnswer } from './http.ts';
import { plannedImages } from './quick-images.ts';

/** What is asked for a form that holds these values. `images`: of a quick upload. */
export function planInputOf(values: GenerateInput, images: readonly Asset[]): PlanFilmInput {
  const { prompt, style, aspect_ratio, clip_duration, total_duration, enable_audio, seed, manifest_id } =
    values;
  return {
    prompt,
    style,
    aspect_ratio,
    clip_duration,
    total_duration,
    enable_audio,
    seed,
    manifest_id,
    images: plannedImages(images),
  };
}

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
    // The plan that came with the page is not asked for again.
    staleTime: 30_000,
    gcTime: 60_000,
  });
