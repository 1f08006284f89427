import { fold } from './fold.ts';
import { forgivenErrors, resembles } from './resembles.ts';
import { type SoughtWord, tsqueryOf } from './tsquery.ts';
import { findWords, isAnywhere, type Known, type Place } from './vocabulary-repo.ts';
import { isBeginning, queryWords } from './words.ts';

/**
 * The words of a search with all words of the vocabulary that each stands for: those that contain it. Only a word that
 * stands nowhere in the place looked at is taken for a slip of the pen, and stands for those that resemble it.
 */
export async function seekWords(q: string, place: Place): Promise<SoughtWord[]> {
  const words = queryWords(fold(q));
  const wholes = words.filter((word) => !isBeginning(word));
  const known = await findWords(
    wholes,
    wholes.filter((word) => forgivenErrors([...word].length) > 0),
  );
  return Promise.all(words.map((word) => seek(word, known.get(word), place)));
}

async function seek(word: string, known: Known | undefined, place: Place): Promise<SoughtWord> {
  if (!known) return { word, isBeginning: true, lexemes: [] };
  const exact: SoughtWord = { word, isBeginning: false, lexemes: known.containing };
  const near = known.like.filter((each) => !each.includes(word) && resembles(word, each));
  if (near.length === 0) return exact;
  const tsquery = tsqueryOf(exact);
  // The vocabulary also holds words of texts that are gone: those are no reason to read a word as it was typed.
  if (tsquery !== null && (await isAnywhere(tsquery, place))) return exact;
  return { ...exact, lexemes: near };
}
