import { ActionIcon, Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconArrowLeft, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { TagChip } from '#components/manifests/tag-chip.tsx';
import { TYPE_WORDS } from '#components/manifests/type-words.ts';
import { AssetText } from '#components/manifests/view/asset-text.tsx';
import { PaletteBar } from '#components/manifests/view/palette-bar.tsx';
import { VIEW_WORDS } from '#components/manifests/view-words.ts';
import { Picture } from '#components/ui/picture.tsx';
import { sceneNumbers } from '#lib/projects/fork-words.ts';
import type { ProjectScene } from '#lib/schemas/project.ts';
import type { SnapshotAsset } from '#lib/schemas/snapshot.ts';
import classes from './snapshot.module.css';

type FrozenAssetProps = {
  asset: SnapshotAsset;
  /** Those of the list, for the way to the next one. */
  assets: SnapshotAsset[];
  scenes: ProjectScene[];
  onShow: (tag: string) => void;
  onBack: () => void;
};

/** One frozen asset: the whole image and all that was written about it. Arrow keys go through the list. */
export function FrozenAsset({ asset, assets, scenes, onShow, onBack }: FrozenAssetProps) {
  const at = assets.indexOf(asset);
  const step = (by: number) => {
    const next = assets[at + by];
    if (next) onShow(next.manifest_tag);
  };
  useHotkeys([
    ['ArrowLeft', () => step(-1)],
    ['ArrowRight', () => step(1)],
  ]);
  const used = scenes.filter(({ placements, references }) =>
    [...placements, ...references].some((each) => each.tag === asset.manifest_tag),
  );
  return (
    <article className={classes.asset} aria-label={`${asset.manifest_tag} ${asset.name}`}>
      <Button
        variant="subtle"
        color="gray"
        className={classes.back}
        leftSection={<IconArrowLeft size={16} />}
        onClick={onBack}
      >
        All assets
      </Button>
      <div className={classes.well}>
        {asset.image_hash ? (
          <Picture
            url={`/api/blobs/${asset.image_hash}`}
            sizes="(max-width: 48em) 92vw, 640px"
            alt={asset.description || asset.name}
            hasAlpha={asset.has_alpha}
          />
        ) : (
          <span className={classes.quiet}>It had no image</span>
        )}
      </div>
      <div className={classes.assetHead}>
        <TagChip tag={asset.manifest_tag} type={asset.asset_type} />
        <h3>{asset.name}</h3>
        <span className={classes.steps}>
          <ActionIcon aria-label="Previous asset" disabled={at <= 0} onClick={() => step(-1)}>
            <IconChevronLeft size={18} stroke={1.5} />
          </ActionIcon>
          <ActionIcon aria-label="Next asset" disabled={at >= assets.length - 1} onClick={() => step(1)}>
            <IconChevronRight size={18} stroke={1.5} />
          </ActionIcon>
        </span>
      </div>
      <p className={classes.quiet}>
        {TYPE_WORDS[asset.asset_type].one}
        {asset.view && `, ${VIEW_WORDS[asset.view].toLowerCase()} view`}
        {asset.is_primary && ', primary reference'}
        {asset.width && asset.height && `, ${asset.width} × ${asset.height} px`}
        {asset.quality_score !== null && `, quality ${asset.quality_score.toFixed(1)}`}
      </p>
      <p className={classes.quiet}>
        {used.length === 0 ? 'In no scene of this film.' : `${sceneNumbers(used.map((s) => s.index))}.`}
      </p>
      <AssetText label="Description" text={asset.description} />
      <AssetText label="Visual description" text={asset.visual_description} />
      <AssetText label="Reverse prompt" text={asset.reverse_prompt} />
      {asset.user_tags.length > 0 && <AssetText label="Tags" text={asset.user_tags.join(', ')} />}
      {asset.palette && asset.palette.length > 0 && <PaletteBar palette={asset.palette} />}
    </article>
  );
}
