import { createParser, useQueryState } from 'nuqs';

/** The two versions of a comparison, older or newer first as they were chosen. */
export type ComparedVersions = { from: number; to: number };

const parser = createParser<ComparedVersions>({
  parse: (text) => {
    const [, from, to] = /^v([1-9]\d{0,8})\.\.v([1-9]\d{0,8})$/.exec(text) ?? [];
    return from && to ? { from: Number(from), to: Number(to) } : null;
  },
  serialize: ({ from, to }) => `v${from}..v${to}`,
  eq: (a, b) => a.from === b.from && a.to === b.to,
});

/** `?compare=v3..v5`: which versions stand side by side; null: none do. */
export const useComparedVersions = () => useQueryState('compare', parser.withOptions({ history: 'push' }));
