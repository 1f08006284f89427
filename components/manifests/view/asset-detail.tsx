'use client';
import { ActionIcon, Modal } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useReturnFocus } from '#components/ui/use-return-focus.ts';
import type { Asset } from '#lib/schemas/asset.ts';
import { AssetUsage } from '../asset-usage.tsx';
import { TagChip } from '../tag-chip.tsx';
import { TYPE_WORDS } from '../type-words.ts';
import { VIEW_WORDS } from '../view-words.ts';
import classes from './asset-detail.module.css';
import { AssetPicture } from './asset-picture.tsx';
import { AssetText } from './asset-text.tsx';
import { PaletteBar } from './palette-bar.tsx';
import { QualityPanel } from './quality-panel.tsx';

type AssetDetailProps = {
  assets: Asset[];
  asset: Asset;
  onShow: (assetId: string) => void;
  onClose: () => void;
};

/** One asset: the whole image, and everything that is known of it. Arrow keys go through the list. */
export function AssetDetail({ assets, asset, onShow, onClose }: AssetDetailProps) {
  useReturnFocus();
  const at = assets.indexOf(asset);
  const step = (by: number) => {
    const next = assets[at + by];
    if (next) onShow(next.asset_id);
  };
  useHotkeys([
    ['ArrowLeft', () => step(-1)],
    ['ArrowRight', () => step(1)],
  ]);
  return (
    <Modal
      opened
      onClose={onClose}
      size="min(1280px, 96vw)"
      title={asset.name}
      closeButtonProps={{ 'aria-label': 'Close' }}
      classNames={{ body: classes.body }}
    >
      <div className={classes.well}>
        <AssetPicture
          key={asset.asset_id}
          asset={asset}
          sizes="(max-width: 48em) 92vw, 900px"
          alt={asset.description || asset.name}
          className={classes.picture}
          wordsClassName={classes.quiet}
        />
      </div>
      <div className={classes.facts}>
        <div className={classes.line}>
          <TagChip tag={asset.manifest_tag} type={asset.asset_type} />
          <span className={classes.quiet}>
            {TYPE_WORDS[asset.asset_type].one}
            {asset.view && `, ${VIEW_WORDS[asset.view].toLowerCase()} view`}
            {asset.is_primary && ', primary reference'}
            {asset.width && asset.height && `, ${asset.width} × ${asset.height} px`}
          </span>
        </div>
        <AssetText label="Description" text={asset.description} />
        <AssetText
          label="Visual description"
          text={asset.visual_description}
          origin={asset.visual_description_origin}
        />
        <AssetText label="Reverse prompt" text={asset.reverse_prompt} origin={asset.reverse_prompt_origin} />
        {asset.user_tags.length > 0 && <AssetText label="Tags" text={asset.user_tags.join(', ')} />}
        {asset.palette && asset.palette.length > 0 && <PaletteBar palette={asset.palette} />}
        <QualityPanel asset={asset} />
        <AssetUsage assetId={asset.asset_id} />
        <div className={classes.steps}>
          <ActionIcon aria-label="Previous asset" disabled={at <= 0} onClick={() => step(-1)}>
            <IconChevronLeft size={18} stroke={1.5} />
          </ActionIcon>
          <span className={classes.counter}>
            {at + 1}/{assets.length}
          </span>
          <ActionIcon aria-label="Next asset" disabled={at >= assets.length - 1} onClick={() => step(1)}>
            <IconChevronRight size={18} stroke={1.5} />
          </ActionIcon>
        </div>
      </div>
    </Modal>
  );
}
