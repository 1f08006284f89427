import { TagChip } from '#components/manifests/tag-chip.tsx';
import { Picture } from '#components/ui/picture.tsx';
import type { PromptMentions } from '#lib/client/prompt-mentions.ts';
import type { Asset } from '#lib/schemas/asset.ts';
import classes from './generate.module.css';

/** What the film will take of the manifest, in the order of the prompt. */
export function FilmReferences({ mentions, showsAll }: { mentions: PromptMentions; showsAll: boolean }) {
  const { found, styles, unmentioned } = mentions;
  if (found.length + styles.length === 0 && !showsAll) return null;
  const taken = [...found.filter((asset) => asset.asset_type !== 'STYLE'), ...styles];
  return (
    <section aria-labelledby="taken-title">
      <h2 id="taken-title" className={classes.sectionTitle}>
        What the film will take <span>Local animatic composes every mentioned reference itself</span>
      </h2>
      <ul className={classes.references}>
        {taken.map((asset) => (
          <Reference key={asset.asset_id} asset={asset} note={noteOf(asset)} />
        ))}
        {showsAll &&
          unmentioned.map((asset) => (
            <Reference key={asset.asset_id} asset={asset} note="not mentioned" isLeftOut />
          ))}
      </ul>
    </section>
  );
}

const noteOf = ({ asset_type, name }: Asset) =>
  asset_type === 'STYLE' ? 'every scene' : asset_type === 'ENVIRONMENT' ? `plate, ${name}` : name;

function Reference({ asset, note, isLeftOut }: { asset: Asset; note: string; isLeftOut?: boolean }) {
  const ratio = asset.width && asset.height ? asset.width / asset.height : 1;
  return (
    <li
      className={classes.reference}
      data-left-out={isLeftOut || undefined}
      style={{ '--ratio': ratio } as React.CSSProperties}
    >
      <span className={classes.referenceWell}>
        {asset.thumbnail_url && (
          <Picture url={asset.thumbnail_url} sizes="171px" hasAlpha={asset.has_alpha} />
        )}
      </span>
      <TagChip tag={asset.manifest_tag} type={asset.asset_type} isBare />
      <span className={classes.referenceNote}>{note}</span>
    </li>
  );
}
