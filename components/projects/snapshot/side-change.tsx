import { TagChip } from '#components/manifests/tag-chip.tsx';
import { assetFieldText } from '#components/manifests/view/asset-field-text.ts';
import { TextPair } from '#components/manifests/view/text-pair.tsx';
import { Picture } from '#components/ui/picture.tsx';
import { touchWords } from '#lib/projects/fork-words.ts';
import type { SnapshotAsset } from '#lib/schemas/snapshot.ts';
import classes from '../film.module.css';
import type { ComparedSnapshotAsset } from './compared-assets.ts';

/** Texts that have room here; the list of all differences has every one, whole. */
const TEXTS = ['name', 'description', 'visual description', 'tags'] as const;

type SideChangeProps = { asset: ComparedSnapshotAsset; versions: { from: number; to: number } };

/** One asset then and now, as narrow as the side of the page: both pictures, its texts, and which scenes it touches. */
export function SideChange({ asset: compared, versions }: SideChangeProps) {
  const { kind, fields, from, to, asset, touched } = compared;
  return (
    <div className={classes.change}>
      <div className={classes.changeHead}>
        <TagChip tag={asset.manifest_tag} type={asset.asset_type} />
        <h3>{asset.name}</h3>
        <span className={classes.quiet}>{kind === 'changed' ? fields.join(', ') : kind}</span>
      </div>
      {(kind !== 'changed' || fields.includes('image')) && (
        <div className={classes.pair}>
          <Side asset={from} version={versions.from} when="this film" />
          <Side asset={to} version={versions.to} when="now" />
        </div>
      )}
      {from && to && (
        <div className={classes.texts}>
          {TEXTS.filter((field) => fields.includes(field)).map((field) => (
            <TextPair
              key={field}
              label={field}
              before={assetFieldText(from, field)}
              after={assetFieldText(to, field)}
              versions={versions}
            />
          ))}
        </div>
      )}
      {kind !== 'added' && <p className={classes.touched}>{touchWords(touched)}</p>}
    </div>
  );
}

type SideProps = { asset: SnapshotAsset | null; version: number; when: string };

function Side({ asset, version, when }: SideProps) {
  return (
    <figure>
      <span className={classes.pictureWell}>
        {asset?.image_hash ? (
          <Picture
            url={`/api/blobs/${asset.image_hash}`}
            sizes="170px"
            alt={`${asset.name} in v${version}`}
            hasAlpha={asset.has_alpha}
          />
        ) : (
          <span className={classes.quiet}>{asset ? 'No image' : `Not in v${version}`}</span>
        )}
      </span>
      <figcaption>
        <span className={classes.mono}>v{version}</span> {when}
      </figcaption>
    </figure>
  );
}
