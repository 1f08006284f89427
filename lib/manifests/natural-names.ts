import type { SnapshotAsset } from '../schemas/snapshot.ts';
import { WRITTEN_TAG, withNames } from './mentions.ts';

type Named = Pick<SnapshotAsset, 'manifest_tag' | 'name' | 'asset_type' | 'description'>;

const list = (text: string) => new Set(text.split(' '));
/** Nouns and adjectives that references are called by: a name made of them takes an article. Lower case. */
const COMMON = list(
  'astronaut cat dog bird horse girl boy man woman child baby knight king queen witch wizard robot soldier sailor fisherman captain cook chef doctor nurse teacher farmer driver pilot detective thief keeper crowd crew team family couple twins children guard monster dragon ghost alien hero stranger traveller dancer singer barista gull falcon fox wolf bear owl crow raven rabbit mouse fish whale shark lion tiger snake room kitchen bedroom bathroom office bar cafe café hall house cabin corridor studio shop store market street road alley square park garden forest wood woods field meadow valley mountain hill ridge peak beach coast shore sea ocean river lake bridge tower castle church temple school library station platform train tram bus car truck van taxi bicycle bike motorbike boat ship sloop ferry plane helicopter rocket spaceship harbour harbor port pier quay dock lighthouse lamp light lantern torch candle fire key door window gate wall roof stairs table chair desk bed mirror picture painting photo letter book diary map compass watch clock phone telephone camera laptop computer screen radio guitar piano violin drum bell sword knife gun shield helmet hat cap coat scarf glove ring necklace crown bag suitcase box bottle cup mug glass plate spoon coffee tea bread apple cake flower rose tree stone rock cave desert island city town village skyline rooftop attic basement cellar tunnel mine factory warehouse workshop laboratory lab hospital prison court stadium theatre theater stage cinema hotel motel diner restaurant bakery airport space moon planet star can oil brass iron gold golden silver copper wooden wood red blue green yellow black white grey gray brown orange pink purple old young big small little tall great tiny long short round empty broken dark bright warm cold night day morning evening dusk dawn storm snow rain winter summer autumn spring herring toy paper glass stone metal leather plastic running walking sleeping ancient modern magic secret lost hero main',
);
const SMALL = list('a an the at in of on with from by to and or for near under over');
const FUNCTION_WORDS = {
  english: list('the a and of to in is with at as on for from his her their are it its into out through'),
  other: list(
    'der die das und ist mit ein eine le la les et est une un dans el los las y en con una il lo gli e di het een en van och att på',
  ),
};
const DETERMINERS = list(
  'the a an this that these those his her their its our my your no some any every each another one two three four five both all many few whose',
);
const ADJECTIVES = list(
  'old young big small little tall great tiny long short round empty broken dark bright warm cold hot new good bad red blue green yellow black white grey gray brown orange pink purple brass iron gold golden silver copper wooden glass stone metal leather plastic paper wet dry dirty clean ancient modern magic secret lost same other only own last first next silent lonely beautiful ugly huge heavy poor rich dead living tired angry happy sad',
);
const ARTICLE = /^(?:the|a|an)\s+/i;
const SENTENCE_BEGINS = /(?:^|[.!?…:\n]["'”’)\]]*\s*|["“‘«„(]\s*)$/u;
const LATIN_WORD = /[\p{Script=Latin}'’-]+/gu;

export const isCommonWord = (word: string) => COMMON.has(word);

const isCapital = (word: string) => word.charAt(0) !== word.charAt(0).toLowerCase();

function isEnglish(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const count = (set: Set<string>) => words.filter((w) => set.has(w)).length;
  return (
    count(FUNCTION_WORDS.english) >= count(FUNCTION_WORDS.other) && !/(?!\p{Script=Latin})\p{L}/u.test(text)
  );
}

type Naming = { text: string; takesArticle: boolean };

/** How a name reads inside a sentence: "Lamp room" → "lamp room" with an article, "Old Tomas" as it is. */
function namingOf({ name, asset_type }: Named, lowered: ReadonlySet<string>): Naming {
  const main = (name.split(',')[0] ?? name).trim() || name;
  const words = main.split(/\s+/);
  const isCommon = (word: string) => COMMON.has(word.toLowerCase()) || lowered.has(word.toLowerCase());
  const proper = { text: main, takesArticle: false };
  if (!/^[\p{Script=Latin}\s'’-]+$/u.test(main) || /['’]s\b/.test(main)) return proper;
  const [first = '', ...rest] = words;
  if (ARTICLE.test(main)) return { text: main.charAt(0).toLowerCase() + main.slice(1), takesArticle: false };
  if (rest.length === 0) {
    const isWord = asset_type === 'CHARACTER' ? COMMON.has(first.toLowerCase()) : isCommon(first);
    return isWord || !isCapital(first) ? { text: first.toLowerCase(), takesArticle: true } : proper;
  }
  if (rest.some((word) => isCapital(word) && !SMALL.has(word.toLowerCase()))) {
    // In title case only a thing all of whose words are everyday ones is no proper name.
    if (asset_type === 'CHARACTER' || !words.every((w) => SMALL.has(w.toLowerCase()) || isCommon(w)))
      return proper;
    return { text: main.toLowerCase(), takesArticle: true };
  }
  return {
    text: isCommon(first) ? first.toLowerCase() + main.slice(first.length) : main,
    takesArticle: true,
  };
}

function needsArticle(before: string): boolean {
  const words = before.match(/[\p{L}'’]+(?=\s|$)/gu)?.slice(-2) ?? [];
  const [last = '', second = ''] = words.reverse().map((w) => w.toLowerCase());
  if (/[^\p{L}'’\s]\s*$/u.test(before)) return true;
  if (DETERMINERS.has(last) || /['’]s$/.test(last)) return false;
  return !(ADJECTIVES.has(last) && (DETERMINERS.has(second) || /['’]s$/.test(second)));
}

/** Words that the texts of a film write small in the middle of sentences: no proper names. */
function loweredWords(prompt: string, assets: readonly Named[]): Set<string> {
  const texts = [prompt, ...assets.flatMap((a) => [a.description, a.name])];
  const lowered = new Set<string>();
  for (const word of texts.join(' \n ').match(LATIN_WORD) ?? [])
    if (word === word.toLowerCase()) lowered.add(word);
  return lowered;
}

/**
 * Writes texts of a prompt as people read them: tags as names, with an article where the name is a common noun
 * ("climbs to @ENV_03" → "climbs to the lamp room"). Prompts that are not English keep names as they are.
 */
export function naturalNames(prompt: string, assets: readonly Named[]): (text: string) => string {
  const byTag = new Map(assets.map((a) => [a.manifest_tag, a]));
  const lowered = loweredWords(prompt, assets);
  const english = isEnglish(prompt.replace(WRITTEN_TAG, ' '));
  const namings = new Map<string, Naming>();
  const write = (tag: string, before: string): string | null => {
    const asset = byTag.get(tag);
    if (!asset) return null;
    if (!english) return asset.name;
    const naming = namings.get(tag) ?? namingOf(asset, lowered);
    namings.set(tag, naming);
    const begins = SENTENCE_BEGINS.test(before);
    const words =
      naming.takesArticle && (begins || needsArticle(before)) ? `the ${naming.text}` : naming.text;
    return begins ? words.charAt(0).toUpperCase() + words.slice(1) : words;
  };
  return (text) =>
    withNames(
      text.replace(
        WRITTEN_TAG,
        (written, bracketed: string | undefined, bare: string | undefined, at: number) => {
          const tag = (bracketed ?? bare ?? '').toUpperCase();
          return write(tag, text.slice(Math.max(0, at - 40), at)) ?? written;
        },
      ),
      [],
    );
}

/** One name as it stands inside a sentence: "the lamp room", "Mara". */
export function inSentence(asset: Named, write: (text: string) => string): string {
  return write(`x @${asset.manifest_tag}`).slice(2);
}
