import type { ChangedField, VersionChanges } from '../schemas/version.ts';

/** Tags named behind a count; more would not be read. */
const NAMED = 2;

/** A change of these is told by one word; the first that fits an asset counts it. */
const VERBS: [verb: string, fields: ChangedField[]][] = [
  ['replaced', ['image']],
  ['retyped', ['type']],
  ['renamed', ['name']],
  ['described', ['description', 'reverse prompt', 'visual description']],
  ['tagged', ['tags']],
  ['marked', ['primary']],
  ['regrouped', ['view']],
  ['analysed again', ['analysis']],
];

const counted = (verb: string, tags: string[]) =>
  tags.length === 0 ? [] : [`${tags.length} ${verb}${tags.length <= NAMED ? `: ${tags.join(', ')}` : ''}`];

/** "2 replaced: PROP_01, ENV_02", "3 described, 1 retired: PROP_04", "Name and description", "First 8 assets". */
export function changeWords(changes: VersionChanges): string {
  const { against, manifest, added, removed, changed, reordered } = changes;
  if (against === null)
    return added.length === 0
      ? 'No assets yet'
      : added.length === 1
        ? `First asset: ${added[0]}`
        : `First ${added.length} assets`;
  const byVerb = VERBS.map(([verb], at) => ({
    verb,
    tags: changed.filter(({ fields }) => firstVerb(fields) === at).map(({ manifest_tag }) => manifest_tag),
  }));
  const parts = [
    ...counted('added', added),
    ...byVerb.flatMap(({ verb, tags }) => counted(verb, tags)),
    ...counted('retired', removed),
  ];
  // One or two kinds of change are told with their tags, more only with their counts.
  const told = parts.length > 2 ? parts.map((part) => part.split(':')[0] ?? part) : parts;
  if (manifest.length > 0) told.push(`${told.length > 0 ? 'its ' : ''}${listed(manifest)}`);
  if (reordered) told.push('reordered');
  return sentence(told.join(', ')) || 'Nothing changed';
}

const firstVerb = (fields: ChangedField[]) =>
  VERBS.findIndex(([, covered]) => fields.some((field) => covered.includes(field)));

const listed = (words: readonly string[]) =>
  words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : (words[0] ?? '');

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
