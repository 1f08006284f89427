import { IconPhotoOff } from '@tabler/icons-react';
import { type MouseEvent, memo } from 'react';
import { TypeIcon } from '#components/manifests/type-icon.tsx';
import type { Asset } from '#lib/schemas/asset.ts';
import { adviceOf, formatScore, isWeak } from './asset-words.ts';
import parts from './parts.module.css';
import sources from './sources.module.css';
import type { AssetRowState } from './use-asset-row-state.ts';
import { useSortableAsset } from './use-sortable-asset.ts';

type Props = {
  asset: Asset;
  /** Where it stands among all, and how far from the top of the list. Pixels. */
  index: number;
  count: number;
  top: number;
  measure: (row: HTMLLIElement | null) => void;
  onPick: (assetId: string, event: MouseEvent) => void;
} & AssetRowState;

/** One image in the sources list. Drawn again only when something of it changed: lists are long. */
export const SourceRow = memo(function SourceRow({
  asset,
  index,
  count,
  top,
  measure,
  onPick,
  isPicked,
  tabIndex,
  replacement,
}: Props) {
  const { setNodeRef, listeners, isDragging, dropSide } = useSortableAsset(asset.asset_id);
  const failure = replacement?.error ?? asset.analysis_error;
  return (
    <li
      ref={measure}
      className={sources.rowItem}
      data-drop={dropSide}
      data-index={index}
      aria-posinset={index + 1}
      aria-setsize={count}
      style={{ transform: `translateY(${top}px)` }}
    >
      <button
        ref={setNodeRef}
        {...listeners}
        type="button"
        id={`source-${asset.asset_id}`}
        tabIndex={tabIndex}
        aria-pressed={isPicked}
        className={sources.row}
        data-dragging={isDragging || undefined}
        onClick={(event) => onPick(asset.asset_id, event)}
      >
        <span className={sources.rowThumb} data-state={asset.analysis_state}>
          {asset.thumbnail_url ? (
            <img src={asset.thumbnail_url} alt="" loading="lazy" draggable={false} />
          ) : (
            <IconPhotoOff size={18} aria-hidden />
          )}
        </span>
        <span className={parts.rowText}>
          <span className={sources.rowHead}>
            <span className={parts.rowName}>{asset.name}</span>
            {asset.quality_score !== null && (
              <span className={sources.score} data-weak={isWeak(asset) || undefined}>
                {formatScore(asset.quality_score)}
              </span>
            )}
          </span>
          <span className={sources.rowTag}>
            <TypeIcon type={asset.asset_type} size={14} />
            <span className={parts.mono}>{asset.manifest_tag}</span>
            <RowNote asset={asset} sending={replacement?.phase === 'uploading'} />
          </span>
          {failure && <span className={parts.rowError}>{failure}</span>}
        </span>
      </button>
    </li>
  );
});

function RowNote({ asset, sending }: { asset: Asset; sending: boolean }) {
  if (sending) return <span className={parts.rowNote}>replacing</span>;
  if (asset.analysis_state === 'queued') return <span className={parts.rowNote}>waiting</span>;
  if (asset.analysis_state === 'running') return <span className={parts.rowNote}>measuring</span>;
  if (isWeak(asset)) return <span className={parts.rowWarning}>{adviceOf(asset)[0]}</span>;
  return null;
}
