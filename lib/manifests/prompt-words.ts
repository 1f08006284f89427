const STOP_WORDS = new Set(
  'a an and the of at in on to with for from by as is its it has someone old young big small new little great early late light dark day night'.split(
    ' ',
  ),
);

/** Whether a word is too common to stand for one asset. */
export const isStopWord = (word: string) => STOP_WORDS.has(word);

/** The words of a text in lower case, without possessive ’s. */
export function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}'’]+/u)
    .map((word) => word.replace(/['’]s?$/, '').replace(/^['’]/, ''))
    .filter((word) => word !== '');
}
