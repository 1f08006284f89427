import type { SceneAudio } from '../../../schemas/storyboard.ts';
import { fitLines, type TimedLine } from './timing.ts';

type Words = [says: RegExp, heard: string];

/** What is heard of what is done. */
const EFFECTS: Words[] = [
  [
    /\b(?:walk|run|pace|step|march|stroll|wander|climb|hurr(?:y|ies)|stride|chase)(?:s|ed|ing|es)?\b|\bfootsteps?\b|\bgeht\b|\bläuft\b|歩/i,
    'footsteps',
  ],
  [/\bdoors?\b|\bknock/i, 'a door'],
  [/\bkeys?\b|\bunlock|\block(?:s|ed)?\b/i, 'a key in a lock'],
  [/\bthunder|\bstorm|\blightning/i, 'thunder'],
  [/\brain(?:s|ing)?\b|\bdownpour|\bregnet|\bregen\b|雨/i, 'rain'],
  [/\bwind\b|\bgale\b|\bgust|風/i, 'wind'],
  [/\b(?:sea)?gulls?\b|\bmöwen?\b/i, 'gulls crying'],
  [/\b(?:the|high|big|small) waves\b|\bwaves (?:break|crash|roll|hit)|\bsurf\b|波/i, 'waves'],
  [/\bsplash|\bdives?\b|\bswims?\b/i, 'a splash'],
  [/\bsails?\b|\bsloop\b|\bboat\b|\bship\b|\browing\b/i, 'rigging and hull'],
  [/\bfires?\b|\bflames?\b|\bcandles?\b|\bcampfire|\bfeuer\b|火/i, 'fire crackling'],
  [
    /\blamp (?:is )?lit\b|\blights? (?:the|a) (?:lamp|lantern|candle|match)|\bmatch\b|\bswitch/i,
    'a lamp being lit',
  ],
  [/\bbells?\b|\bglocken?\b/i, 'a bell'],
  [/\bengines?\b|\bmotor(?:bike|cycle)?\b|\btrucks?\b/i, 'an engine'],
  [/\bcars?\b|\btraffic\b|\btaxi|\bauto\b/i, 'cars passing'],
  [/\btrains?\b|\bzug\b|電車/i, 'a train'],
  [/\brocket|\blifts? off\b|\blaunch/i, 'a rocket’s roar'],
  [/\bplanes?\b|\bjet\b|\bhelicopter/i, 'an aircraft'],
  [/\bphone\b|\brings\b/i, 'a phone ringing'],
  [/\bclocks?\b|\bticks?\b|\bticking\b/i, 'a clock ticking'],
  [/\bglass(?:es)?\b|\bbreaks?\b|\bshatter|\bsmash/i, 'glass'],
  [/\bcoffee\b|\btea\b|\bcups?\b|\bpours?\b|\bkaffee\b/i, 'a cup set down'],
  [/\bdogs?\b|\bbarks?\b|\bhund\b/i, 'a dog barking'],
  [/\bcats?\b|\bmeow|\bkatze\b|猫/i, 'a cat'],
  [/\bhorses?\b|\bgallop/i, 'hooves'],
  [/\bbirds?\b|\bfalcon|\bhawk|\beagle|\bowl\b|鳥/i, 'a bird’s call'],
  [/\bapplau|\bclap/i, 'applause'],
  [/\blaugh|\bgiggl|\blacht\b/i, 'laughter'],
  [/\bcries\b|\bcrying\b|\bsobs?\b|\bweep/i, 'crying'],
  [/\bsings?\b|\bsong\b/i, 'singing'],
  [/\bgun\b|\bshoots?\b|\bshot rings/i, 'a shot'],
  [/\bexplo/i, 'an explosion'],
  [/\btyp(?:es|ing)\b|\bkeyboard|\blaptop\b/i, 'keys typed'],
  [/\bpaper\b|\bletter\b|\bpages?\b|\bbook\b/i, 'paper'],
  [/\bsnow\b/i, 'steps in snow'],
];

/** What a place sounds like. */
const AMBIENCES: Words[] = [
  [/\bharbou?r|\bport\b|\bpier\b|\bquay|\bdock|\bhafen/i, 'water against the quay, gulls far off'],
  [/\bsea\b|\bocean|\bskerry|\bcoast|\bbeach|\bshore|\bcliff|\bisland|\bstrand\b|海/i, 'surf and open wind'],
  [/\briver|\bstream|\bwaterfall|\blake\b/i, 'running water'],
  [/\bforest|\bwoods?\b|\bjungle|\bwald\b|森/i, 'leaves and birds'],
  [/\bmountain|\bvalley|\bridge\b|\bpeak|\bglacier|\bdenali|\bsummit|\bberg\b|山/i, 'thin high wind'],
  [/\bdesert|\bcanyon|\bdune/i, 'dry wind over sand'],
  [/\bfields?\b|\bmeadow|\bfarm|\bgarden|\bpark\b|\bcountryside/i, 'insects and a light breeze'],
  [
    /\bcity|\bstreet|\balley|\bsquare\b|\btown\b|\bmarket|\bstadt|\bstraße|町|東京/i,
    'a town: traffic and voices far off',
  ],
  [/\bstation|\bplatform|\bsubway|\bairport|\bbahnhof|駅/i, 'a station hall: voices and trains far off'],
  [/\bcafé|\bcafe|\bbar\b|\bpub\b|\brestaurant|\bdiner|\bcoffee shop/i, 'cups and low voices'],
  [/\bshop|\bstore\b|\bbakery/i, 'a quiet shop, a fridge humming'],
  [/\bkitchen|\bküche/i, 'a kitchen: a tap, a clock'],
  [/\boffice|\bschool|\blibrary|\bmuseum/i, 'a large quiet room'],
  [/\bhospital|\blab(?:oratory)?\b/i, 'a low hum of machines'],
  [/\bchurch|\bcathedral|\btemple/i, 'a high, echoing room'],
  [/\bspace\b|\bspaceship|\bstar(?:s)?\b|\bplanet|\bmoon\b|\borbit/i, 'a deep, airless hum'],
  [/\bfactory|\bworkshop|\bgarage|\bengine room/i, 'a room of machines at work'],
  [/\btrain\b|\bbus\b|\bcar\b/i, 'the inside of a moving vehicle'],
  [
    /\broom|\bhouse|\bcabin|\bhall|\bstudio|\bbedroom|\battic|\btower|\blighthouse|\bzimmer/i,
    'room tone, beams creaking',
  ],
];
const WEATHER: Readonly<Record<string, string>> = {
  storm: 'a storm',
  rain: 'steady rain',
  snow: 'the hush of snow',
  fog: 'muffled air',
  wind: 'wind',
};
const NIGHT = 'night, few sounds';

/** What plays under a style or a mood; the first that fits. */
const MUSIC: Words[] = [
  [/\b(?:horror|creepy|haunted)\b/i, 'low drones and a bowed cymbal'],
  [/\bnoir\b/i, 'muted trumpet and brushed drums'],
  [/\b(?:sci-?fi|space|futuristic|cyberpunk|neon)\b/i, 'slow synthesiser pads'],
  [/\b(?:western)\b/i, 'a lone guitar'],
  [/\b(?:comic|comedy|funny|playful|cartoon)\b/i, 'pizzicato strings and a clarinet'],
  [/\b(?:anime)\b/i, 'piano and light strings'],
  [/\b(?:action|thriller|chase)\b/i, 'driving percussion'],
  [/\b(?:advert|commercial|product|vibrant|upbeat|fresh)\b/i, 'a bright, light beat'],
  [/\b(?:documentary|natural)\b/i, 'sparse piano'],
  [/\b(?:vintage|retro)\b/i, 'an old waltz on a worn record'],
  [/\b(?:dreamy|pastel|fairy|gouache|watercolou?r)\b/i, 'harp and soft strings'],
  [/\b(?:epic|fantasy)\b/i, 'full orchestra'],
];
const USUAL_MUSIC = 'slow strings';
const MOODS: Words[] = [
  [/\b(?:storm|runs?|chase|danger|fire|falls?|screams?|fights?|escape|hunt)/i, 'tense and quicker'],
  [
    /\b(?:alone|dark|bad news|dies|dead|tears?|cries|lost|funeral|grief|empt(?:y|ies)|lonely)/i,
    'sparse and low',
  ],
  [/\b(?:smiles?|laughs?|home|lit|sun|together|dances?|wins?|found|hope|free)/i, 'warmer, opening out'],
  [/\b(?:waits?|watch(?:es)?|silen(?:t|ce)|still|secret|whispers?|hides?)/i, 'held back, barely moving'],
];

const heard = (list: Words[], text: string) =>
  list.filter(([says]) => says.test(text)).map(([, what]) => what);

export type HeardShot = {
  /** What the shot shows, without what is said. */
  text: string;
  /** Name and description of its place. */
  place: string;
  isInterior: boolean;
  time: string | null;
  weather: string | null;
  lines: TimedLine[];
  duration: number;
  effects: string[];
  music: string | null;
  position: 'first' | 'middle' | 'last';
};

function ambienceOf({ place, text, isInterior, time, weather }: HeardShot): string {
  const own = heard(AMBIENCES, place)[0] ?? heard(AMBIENCES, text)[0];
  const sky = weather ? WEATHER[weather] : undefined;
  const outside = sky && (isInterior ? `${sky} outside` : sky);
  const hour = /NIGHT/.test(time ?? '') && !isInterior ? NIGHT : undefined;
  return [own, outside, hour].filter(Boolean).join('; ') || (isInterior ? 'room tone' : 'open air');
}

function musicOf({ text, music, position }: HeardShot, style: string): string {
  if (music !== null) return music;
  if (/\b(?:no music|without music|silent film)\b/i.test(`${text} ${style}`)) return '';
  const theme = heard(MUSIC, style)[0] ?? USUAL_MUSIC;
  const mood = heard(MOODS, text)[0];
  const place = position === 'first' ? 'begins' : position === 'last' ? 'comes to rest' : null;
  return [theme, mood, place].filter(Boolean).join(', ');
}

const MAX_EFFECTS = 4;

/** What is heard in a shot: lines with their times, effects of what is done, the sound of the place, music by mood. */
export function soundOf(shot: HeardShot, style: string): SceneAudio {
  const effects = [...new Set([...shot.effects, ...heard(EFFECTS, shot.text)])].slice(0, MAX_EFFECTS);
  return {
    dialogue: fitLines(shot.lines, shot.duration),
    effects,
    ambience: ambienceOf(shot),
    music: musicOf(shot, style),
  };
}
