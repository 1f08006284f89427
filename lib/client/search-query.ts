import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { SearchAnswer } from '#lib/schemas/search.ts';
import { apiFetch, readAnswer } from './http.ts';

export const searchKeys = {
  all: ['search'] as const,
  of: (q: string) => [...searchKeys.all, q] as const,
};

/** What the palette finds; without words, what was changed last. An answer to older words is never shown as newer. */
export const searchOptions = (q: string) =>
  queryOptions({
    queryKey: searchKeys.of(q),
    queryFn: async ({ signal }): Promise<SearchAnswer> => {
      const response = await apiFetch(`/api/search?${new URLSearchParams(q ? { q } : {})}`, { signal });
      return readAnswer(
        response,
        import('#lib/schemas/search.ts').then((file) => file.searchAnswerSchema),
      );
    },
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
