import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { searchAnswerSchema } from '#lib/schemas/search.ts';
import { apiFetch } from './http.ts';

export const searchKeys = {
  all: ['search'] as const,
  of: (q: string) => [...searchKeys.all, q] as const,
};

/** What the palette finds; without words, what was changed last. An answer to older words is never shown as newer. */
export const searchOptions = (q: string) =>
  queryOptions({
    queryKey: searchKeys.of(q),
    queryFn: async ({ signal }) => {
      const response = await apiFetch(`/api/search?${new URLSearchParams(q ? { q } : {})}`, { signal });
      return searchAnswerSchema.parse(await response.json());
    },
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
