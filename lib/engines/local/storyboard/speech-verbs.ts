/** How texts say that somebody speaks; English first, then what other languages write most. */
const ENGLISH =
  'says said say asks asked whispers whispered shouts shouted cries cried calls called replies replied answers answered murmurs murmured mutters muttered yells yelled screams screamed tells told adds added pleads insists explains announces greets growls hisses stammers exclaims exclaimed warns warned mumbles declares';
/** Said of speech and of other doings alike: only beside a quote they tell who speaks. */
const LOOSE = 'begins continues sighs sighed laughs laughed snaps sings thinks nods smiles turns';
const OTHERS =
  'sagt sagte fragt fragte ruft rief flüstert flüsterte antwortet antwortete schreit murmelt dit demande crie murmure répond dice pregunta grita susurra responde dijo chiede sussurra risponde zegt vraagt fluistert säger frågar mówi pyta говорит сказал сказала спрашивает';

export const SPEECH_VERBS = `(?:${`${ENGLISH} ${OTHERS}`.split(' ').join('|')})`;

export const LOOSE_SPEECH_VERBS = `(?:${LOOSE.split(' ').join('|')})`;
