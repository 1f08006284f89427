import { Button } from '@mantine/core';
import { IconAlertCircle, IconPhotoOff, IconRefresh, IconStarFilled } from '@tabler/icons-react';
import { type MouseEvent, memo } from 'react';
import { TypeIcon } from '#components/manifests/type-icon.tsx';
import type { Asset } from '#lib/schemas/asset.ts';
import { formatScore, isWeak } from './asset-words.ts';
import canvas from './canvas.module.css';
import image from './image.module.css';
import { boxStyle } from './image-boxes.ts';
import parts from './parts.module.css';
import { percentOf } from './upload-words.ts';
import type { AssetRowState } from './use-asset-row-state.ts';
import { useSortableAsset } from './use-sortable-asset.ts';

/** Under this width the edge print has no room for the name. Pixels. */
const NAME_FROM = 130;
/** Under this one it has none for the score either: a cut number says something else. Pixels. */
const SCORE_FROM = 108;

const STATE_WORDS: Partial<Record<Asset['analysis_state'], string>> = {
  queued: 'waiting',
  running: 'measuring',
  failed: 'failed',
};

type Props = {
  asset: Asset;
  /** What its edge print calls it. */
  name: string;
  /** Where it stands among all. */
  index: number;
  count: number;
  /** Pixels. */
  width: number;
  height: number;
  isProcess: boolean;
  isAnalysing: boolean;
  onPick: (assetId: string, event: MouseEvent) => void;
  onOpen: () => void;
  onRetry: (assetId: string) => void;
} & AssetRowState;

/** One image of the contact sheet with its edge print. Drawn again only when something of it changed. */
export const SheetTile = memo(function SheetTile({
  asset,
  name,
  index,
  count,
  width,
  height,
  isProcess,
  isAnalysing,
  onPick,
  onOpen,
  onRetry,
  isPicked,
  tabIndex,
  replacement,
}: Props) {
  const { setNodeRef, listeners, isDragging, dropSide } = useSortableAsset(asset.asset_id);
  const isFailed = asset.analysis_state === 'failed';
  const word = STATE_WORDS[asset.analysis_state];
  return (
    <li className={canvas.tile} style={{ width }} aria-posinset={index + 1} aria-setsize={count}>
      <button
        ref={setNodeRef}
        {...listeners}
        type="button"
        id={`tile-${asset.asset_id}`}
        tabIndex={tabIndex}
        aria-pressed={isPicked}
        aria-label={`${asset.manifest_tag} ${asset.name}${word ? `, ${word}` : ''}`}
        className={canvas.tilePicture}
        style={{ height }}
        data-state={
          replacement?.phase === 'uploading' ? 'uploading' : isProcess ? asset.analysis_state : undefined
        }
        data-alpha={asset.has_alpha || undefined}
        data-dragging={isDragging || undefined}
        data-drop={dropSide}
        onClick={(event) => onPick(asset.asset_id, event)}
        onDoubleClick={onOpen}
      >
        {asset.thumbnail_url ? (
          <img
            src={asset.thumbnail_url.replace('w=320', `w=${width > 300 ? 640 : 320}`)}
            alt=""
            loading="lazy"
            draggable={false}
          />
        ) : (
          <IconPhotoOff size={24} aria-hidden />
        )}
        {isProcess && asset.analysis_state === 'done' && <FoundBoxes asset={asset} />}
        {asset.analysis_state === 'running' && (
          <>
            <span className={canvas.scanLine} aria-hidden />
            <span className={canvas.tileNote}>measuring</span>
          </>
        )}
        {replacement?.phase === 'uploading' && <SendingMark percent={percentOf(replacement)} />}
        {asset.is_primary && (
          <IconStarFilled size={16} className={canvas.tileStar} aria-label="primary reference" />
        )}
      </button>
      {isFailed && isProcess && (
        <div className={canvas.tileFailure} style={{ height }}>
          <IconAlertCircle size={22} color="var(--vp-err)" aria-hidden />
          <Button
            size="compact-sm"
            leftSection={<IconRefresh size={16} />}
            disabled={isAnalysing}
            onClick={() => onRetry(asset.asset_id)}
          >
            Retry
          </Button>
        </div>
      )}
      <div className={canvas.edgePrint}>
        <TypeIcon type={asset.asset_type} size={14} />
        <span className={parts.mono}>{asset.manifest_tag}</span>
        {width >= NAME_FROM && <span className={canvas.edgeName}>{word ?? name}</span>}
        {asset.quality_score !== null && !word && width >= SCORE_FROM && (
          <span className={canvas.edgeScore} data-weak={isWeak(asset) || undefined}>
            {formatScore(asset.quality_score)}
          </span>
        )}
      </div>
    </li>
  );
});

/** What the analysis found in a picture, as soon as it is there. */
function FoundBoxes({ asset }: { asset: Asset }) {
  return (asset.detections ?? []).map(({ bbox, label }) => (
    <span key={label} className={image.foundBox} style={boxStyle(bbox)} aria-hidden />
  ));
}

/** Percent and bar over a picture on its way. */
export function SendingMark({ percent }: { percent: number }) {
  return (
    <>
      <span className={canvas.tilePercent}>{percent === 100 ? 'reading' : `${percent} %`}</span>
      <span className={canvas.tileBar} style={{ width: `${percent}%` }} aria-hidden />
    </>
  );
}
