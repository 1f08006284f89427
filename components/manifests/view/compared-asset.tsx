import { Picture } from '#components/ui/picture.tsx';
import type { SnapshotAsset } from '#lib/schemas/snapshot.ts';
import type { ChangedField, VersionComparison } from '#lib/schemas/version.ts';
import { TagChip } from '../tag-chip.tsx';
import { TYPE_WORDS } from '../type-words.ts';
import { TextPair } from './text-pair.tsx';
import type { ComparedVersions } from './use-compared-versions.ts';
import classes from './version-compare.module.css';

type ComparedAssetProps = { compared: VersionComparison['assets'][number]; versions: ComparedVersions };

/** One asset in two versions: its images beside each other, then every text that differs. */
export function ComparedAsset({ compared, versions }: ComparedAssetProps) {
  const { kind, fields, from, to } = compared;
  const asset = to ?? from;
  if (!asset) return null;
  const isRetagged = from && to && from.manifest_tag !== to.manifest_tag;
  const showsImages = kind !== 'changed' || fields.includes('image');
  return (
    <article className={classes.block} aria-label={`${asset.manifest_tag} ${asset.name}`}>
      <div className={classes.assetHead}>
        {isRetagged && (
          <>
            <TagChip tag={from.manifest_tag} type={from.asset_type} />
            <span aria-hidden="true">→</span>
          </>
        )}
        <TagChip tag={asset.manifest_tag} type={asset.asset_type} />
        <h3 className={classes.name}>{asset.name}</h3>
        <span className={classes.kind} data-kind={kind}>
          {kind === 'changed' ? fields.join(', ') : kind}
        </span>
      </div>
      {showsImages ? (
        <div className={classes.pair}>
          <Side asset={from} version={versions.from} />
          <Side asset={to} version={versions.to} />
        </div>
      ) : (
        asset.image_hash && (
          <div className={classes.small}>
            <Picture url={`/api/blobs/${asset.image_hash}`} sizes="120px" hasAlpha={asset.has_alpha} />
          </div>
        )
      )}
      {from &&
        to &&
        fields
          .filter((field) => field !== 'image')
          .map((field) => (
            <TextPair
              key={field}
              label={field}
              before={textOf(from, field)}
              after={textOf(to, field)}
              versions={versions}
            />
          ))}
    </article>
  );
}

function Side({ asset, version }: { asset: SnapshotAsset | null; version: number }) {
  return (
    <figure className={classes.side}>
      <span className={classes.well}>
        {asset?.image_hash ? (
          <Picture
            url={`/api/blobs/${asset.image_hash}`}
            sizes="(max-width: 48em) 92vw, 520px"
            alt={`${asset.name} in v${version}`}
            hasAlpha={asset.has_alpha}
          />
        ) : (
          <span className={classes.quiet}>{asset ? 'No image yet' : `Not in v${version}`}</span>
        )}
      </span>
      <figcaption className={classes.caption}>
        <span className={classes.mono}>v{version}</span>
        {asset?.width && asset.height && ` ${asset.width} × ${asset.height} px`}
      </figcaption>
    </figure>
  );
}

function textOf(asset: SnapshotAsset, field: ChangedField): string {
  switch (field) {
    case 'image':
      return '';
    case 'type':
      return `${TYPE_WORDS[asset.asset_type].one}, ${asset.manifest_tag}`;
    case 'name':
      return asset.name;
    case 'description':
      return asset.description;
    case 'tags':
      return asset.user_tags.join(', ');
    case 'reverse prompt':
      return asset.reverse_prompt ?? '';
    case 'visual description':
      return asset.visual_description ?? '';
    case 'primary':
      return asset.is_primary ? 'primary reference' : 'not primary';
    case 'view':
      return [
        asset.view?.replace('_', ' '),
        asset.view_of && `of ${asset.view_of}`,
        asset.cropped_from && `cropped from ${asset.cropped_from}`,
      ]
        .filter(Boolean)
        .join(', ');
    case 'analysis':
      return asset.quality_score === null ? 'not analysed' : `quality ${asset.quality_score.toFixed(1)}`;
  }
}
