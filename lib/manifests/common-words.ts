/*
 * Names that are everyday words as well: an asset called "Light" or "Will" is not meant by every such word. All lower
 * case.
 */
const words = (text: string) => new Set(text.split(' '));

/** Words that nearly always mean themselves: only a capital inside a sentence makes a name of them. */
const ABSTRACT = words(
  'light dark darkness way time life world home day night morning evening end work sound state kind left right back past present still well last second love death silence wind rain sky sun moon sea air fire water storm hope faith grace joy dawn dusk chance mercy will may might can must mark art bill rob sue pat drew grant chase hunter summer spring fall autumn winter april june august may march friday sunday monday star cash angel king queen duke earl prince sage ray rich guy miles gene jay josh lance max melody nick penny peg ward wade rusty sandy sunny skip frank dash trip one it he she they man woman no yes now then here there thing nothing everything beginning style dream shadow echo peace war truth heart soul ghost',
);
/** Things whose word is a verb, too. */
const ALSO_VERB = words(
  'watch ring fan bat saw match rock wave park train book ship plant fly duck hammer drill plane nail lamp box bear rose play show film face hand eye head cook guard judge nurse guide pilot model',
);
/** After these stands a verb. */
const BEFORE_VERB = words(
  'to they we you i he she it who will would can could shall should must may might do does did not never always',
);
/** What a person does, and light or time does not. */
const PERSONAL =
  /^\s+(?:(?:slowly|quietly|quickly|silently|then|also|still|always|never|just)\s+)?(?:walk|run|look|say|ask|whisper|shout|smile|nod|take|hold|carr|wait|watch|turn|sit|stand|climb|stop|speak|call|open|close|pick|give|hand|put|wake|sleep|cook|read|write|laugh|cr(?:y|ie)|know|think|remember|wear|want|need|see|hear|feel|meet|drive|ride|jump|kneel|lean|enter|arrive|knock|sing|play|grab|stare|follow|work|drop|point|pull|push)(?:es|s|ed|ing)?(?![\p{L}])|^['’]s\s/iu;

const SENTENCE_BEGINS = /(?:^|[.!?…:\n]["'”’)\]]*\s*|["“‘«„(]\s*|[–—]\s*)$/u;
const MONTH_BEFORE = /\b(?:in|of|since|until|next|last|early|late|by|mid)\s+$/i;

/** Whether the words at a place of a text mean the asset whose one-word name they are, not just themselves. */
export function isMeantThere(text: string, start: number, end: number, isPerson: boolean): boolean {
  const written = text.slice(start, end);
  if (written.startsWith('@')) return true;
  const word = written.toLowerCase().replace(/['’]s$/, '');
  const isAbstract = ABSTRACT.has(word);
  if (!isAbstract && !ALSO_VERB.has(word)) return true;
  const before = text.slice(Math.max(0, start - 40), start);
  const after = text.slice(end, end + 30);
  const isCapital = written.charAt(0) !== written.charAt(0).toLowerCase();
  if (!isCapital) {
    const previous = /([\p{L}'’]+)\s+$/u.exec(before)?.[1]?.toLowerCase() ?? '';
    return !isAbstract && !(isPerson && word === 'rose') && !BEFORE_VERB.has(previous);
  }
  if (after.startsWith(':')) return true;
  if (SENTENCE_BEGINS.test(before))
    return isAbstract ? isPerson && (PERSONAL.test(after) || /^\s+and\s+\p{Lu}/u.test(after)) : true;
  return !(/^(?:april|may|march|june|august)$/.test(word) && MONTH_BEFORE.test(before));
}
