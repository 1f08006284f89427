const ABBREVIATION = /(?:^|\s)(?:INT|EXT|INT\.\/EXT|Dr|Mr|Mrs|Ms|St|No|vs|etc)\.$/i;
const BOUNDARY = /(?<=[.!?…]["'”’)]*)\s+|(?<=[。！？])|\n+/u;
const CLAUSE =
  /\s*;\s+|\s+[–—]\s+|,\s+(?=(?:and|but|while|as|then|where|when)\s)|\s+(?=(?:while|then|until)\s)/iu;
const MIN_CLAUSE_WORDS = 3;

const countWords = (text: string) => text.split(/\s+/).filter(Boolean).length;

/** The sentences of a prompt, trimmed, in order; line breaks end one too. Never empty for a text with ink. */
export function splitSentences(prompt: string): string[] {
  const sentences: string[] = [];
  let open = '';
  for (const part of prompt.split(BOUNDARY)) {
    const text = part.trim();
    if (text === '') continue;
    open = open ? `${open} ${text}` : text;
    if (ABBREVIATION.test(open)) continue;
    sentences.push(open);
    open = '';
  }
  if (open) sentences.push(open);
  return sentences;
}

function asSentence(clause: string): string {
  const text = clause.replace(/^(?:and|but|then)\s+/i, '');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A sentence cut at one of its joints into two parts of at least three words each, or null. */
export function splitClause(sentence: string): [string, string] | null {
  const joints = [...sentence.matchAll(new RegExp(CLAUSE, 'giu'))];
  for (const joint of joints) {
    const head = sentence
      .slice(0, joint.index)
      .trim()
      .replace(/,?(?:\s+(?:and|but|then))?$/iu, '');
    const tail = sentence.slice(joint.index + joint[0].length).trim();
    if (countWords(head) >= MIN_CLAUSE_WORDS && countWords(tail) >= MIN_CLAUSE_WORDS) {
      return [/[.!?…]$/.test(head) ? head : `${head}.`, asSentence(tail)];
    }
  }
  return null;
}
