const ACCENTS = /[\u0300-\u036f]/g;
/** Letters that are written otherwise by people without their keys, and that no normal form takes apart. */
const LETTERS: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  ς: 'σ',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};
const SPECIAL = /[øłđıςßæœ]/g;

/** A text as searches compare it: no case, no accents. `search_fold` of the migration does the same. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .toLowerCase()
    .replace(SPECIAL, (letter) => LETTERS[letter] ?? letter);
}

export type FoldedText = {
  folded: string;
  /** For each code unit of `folded`, where the character it came from begins and ends in the original. */
  from: number[];
  to: number[];
};

/** `fold` that knows the way back. A mark that folds to nothing belongs to the character before it. */
export function foldWithOrigin(text: string): FoldedText {
  let folded = '';
  let at = 0;
  const from: number[] = [];
  const to: number[] = [];
  for (const character of text) {
    const end = at + character.length;
    const piece = character < '\u0080' ? character.toLowerCase() : fold(character);
    if (piece === '' && to.length > 0) {
      const start = from.at(-1);
      for (let i = to.length - 1; i >= 0 && from[i] === start; i--) to[i] = end;
    }
    for (let i = 0; i < piece.length; i++) {
      from.push(at);
      to.push(end);
    }
    folded += piece;
    at = end;
  }
  return { folded, from, to };
}
