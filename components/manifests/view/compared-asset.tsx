import { Picture } from '#components/ui/picture.tsx';
import type { SnapshotAsset } from '#lib/schemas/snapshot.ts';
import type { VersionComparison } from '#lib/schemas/version.ts';
import { TagChip } from '../tag-chip.tsx';
import { assetFieldText } from './asset-field-text.ts';
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
              before={assetFieldText(from, field)}
              after={assetFieldText(to, field)}
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
