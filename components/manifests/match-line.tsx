import { MarkedText } from '#components/ui/marked-text.tsx';
import type { SearchMatch } from '#lib/schemas/search-match.ts';
import classes from './match-line.module.css';
import { TagChip } from './tag-chip.tsx';

/** What of these the name does not show already. */
export const matchesElsewhere = (matches: SearchMatch[] | undefined) =>
  matches?.filter(({ field }) => field !== 'name') ?? [];

/** What to mark in the name. */
export const nameRanges = (matches: SearchMatch[] | undefined) =>
  matches?.find(({ field }) => field === 'name')?.ranges ?? [];

/** Why a search found a manifest, as one line of edge print: “asset PROP_01 Brass lantern”. */
export function MatchLine({ matches }: { matches: SearchMatch[] }) {
  return (
    <span className={classes.line}>
      {matches.map((match) => (
        <span key={`${match.field} ${match.asset?.asset_id} ${match.text}`} className={classes.match}>
          <Match match={match} />
        </span>
      ))}
    </span>
  );
}

function Match({ match: { field, text, ranges, asset } }: { match: SearchMatch }) {
  const marked = <MarkedText text={text} ranges={ranges} />;
  if (!asset)
    return (
      <>
        {field === 'tag' && 'tag '}
        {marked}
      </>
    );
  return (
    <>
      asset <TagChip tag={asset.manifest_tag} type={asset.asset_type} isBare />{' '}
      {text === asset.name ? marked : asset.name}
      {text !== asset.name && text !== asset.manifest_tag && <>, tagged {marked}</>}
    </>
  );
}
