import { useDebouncedValue } from '@mantine/hooks';
import { debounce, useQueryStates } from 'nuqs';
import { LIBRARY_URL_KEYS, libraryParsers, WITHOUT_FILTERS } from '#lib/client/library-url.ts';
import type { ManifestFilters } from '#lib/client/manifest-queries.ts';
import { MANIFEST_LIMITS } from '#lib/schemas/manifest.ts';

const TYPING_MS = 200;

/**
 * The filters as the address has them. A filter is a step "back" can undo; typing is not. `settled` follows typing
 * after a pause: it is what the list is read with.
 */
export function useLibraryFilters() {
  const [filters, setUrl] = useQueryStates(libraryParsers, {
    history: 'push',
    clearOnDefault: true,
    urlKeys: LIBRARY_URL_KEYS,
    // Another list begins at its top.
    scroll: true,
  });
  const [q] = useDebouncedValue(filters.q, filters.q === '' ? 0 : TYPING_MS);
  const settled: ManifestFilters = { ...filters, q };
  return {
    filters: filters as ManifestFilters,
    settled,
    setFilters: (changes: Partial<Omit<ManifestFilters, 'q'>>) => void setUrl(changes),
    search: (text: string) =>
      void setUrl(
        { q: [...text].slice(0, MANIFEST_LIMITS.search).join('') || null },
        // An address written late would call off a navigation begun meanwhile: emptying is written at once.
        { history: 'replace', limitUrlUpdates: text ? debounce(TYPING_MS) : undefined },
      ),
    clearFilters: () => void setUrl(WITHOUT_FILTERS),
  };
}

export type LibraryFilters = ReturnType<typeof useLibraryFilters>;
