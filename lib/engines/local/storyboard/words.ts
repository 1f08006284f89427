import { wordsOf } from '../../../manifests/prompt-words.ts';

/** Word lists of the planner. All lower case; matched as whole words. */

export const CUES = {
  closeUp:
    'eye eyes face faces gaze gazes hold holds held watch watches watched watching stare stares smile smiles tear tears whisper whispers hand hands close closer notices remembers',
  look: 'look looks looked looking sees listens turns reads thinks',
  travel:
    'walk walks walking run runs sail sails sailing drift drifts fly flies ride rides cross crosses climb climbs follow follows drive drives way home leaves arrives approach approaches wander wanders',
  rise: 'rise rises rising climb climbs up above tower sky soar soars lift lifts lit wakes',
  sink: 'fall falls fails falling down below under sink sinks descend descends drop drops settles sets storm',
  widen: 'alone empty empties leave leaves left reveal reveals valley horizon world everything vast lonely',
  still: 'wait waits waiting still stand stands silent silence stop stops sleeps',
  inside: 'inside indoors int interior room',
  outside: 'outside outdoors ext exterior',
  night: 'night midnight moonlight stars',
  dawn: 'dawn sunrise morning',
  dusk: 'dusk sunset evening twilight',
} as const;
export type Cue = keyof typeof CUES;

const INTERIOR =
  'interior inside indoor indoors int room shop kitchen office bar cafe café hall house cabin corridor studio';
const ANIMAL =
  'animal cat dog bird falcon hawk gull seagull horse fox wolf bear fish owl crow raven rabbit mouse lion tiger cow sheep goat';

const FEMALE = 'she her hers woman girl mother sister daughter queen lady wife grandmother actress';
const MALE = 'he him his man boy father brother son king husband grandfather gentleman beard moustache actor';

const split = (text: string) => new Set(text.split(' '));
const interiorWords = split(INTERIOR);
const animalWords = split(ANIMAL);
const femaleWords = split(FEMALE);
const maleWords = split(MALE);
const cueWords = new Map(Object.entries(CUES).map(([cue, words]) => [cue, split(words)] as const));

export const saysInterior = (text: string) => wordsOf(text).some((w) => interiorWords.has(w));
export const saysAnimal = (text: string) => wordsOf(text).some((w) => animalWords.has(w));

/** What a text says of a person: 1 she, -1 he, 0 nothing or both. */
export function genderOf(text: string): number {
  const words = wordsOf(text);
  return Math.sign(
    words.filter((w) => femaleWords.has(w)).length - words.filter((w) => maleWords.has(w)).length,
  );
}

/** How many words of a text belong to a cue. */
export function cueCount(text: string, cue: Cue): number {
  const words = cueWords.get(cue);
  return words ? wordsOf(text).filter((w) => words.has(w)).length : 0;
}

export const hasCue = (text: string, cue: Cue) => cueCount(text, cue) > 0;
