/** One word of a search with the words of the vocabulary that it stands for. */
export type SoughtWord = {
  word: string;
  /** Looked for as the beginning of words; then `lexemes` is empty. */
  isBeginning: boolean;
  lexemes: string[];
};

const quoted = (lexeme: string) => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/** What a `tsvector` must hold for this word, as the text of a `tsquery`; null: nothing can hold it. */
export function tsqueryOf({ word, isBeginning, lexemes }: SoughtWord): string | null {
  if (isBeginning) return `${quoted(word)}:*`;
  return lexemes.length > 0 ? lexemes.map(quoted).join(' | ') : null;
}

/** All words at once. */
export function allOf(words: SoughtWord[]): string | null {
  const parts = words.map(tsqueryOf);
  return parts.every((part) => part !== null) && parts.length > 0
    ? parts.map((part) => `(${part})`).join(' & ')
    : null;
}
