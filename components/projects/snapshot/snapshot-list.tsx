import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef } from 'react';
import { TagChip } from '#components/manifests/tag-chip.tsx';
import { QualityScore } from '#components/manifests/view/quality-score.tsx';
import { Picture } from '#components/ui/picture.tsx';
import type { SnapshotAsset } from '#lib/schemas/snapshot.ts';
import classes from './snapshot.module.css';

/** Pixels, as in the style sheet. */
const ROW = 72;
/** Rows beyond the visible ones: Tab always finds its next row there. */
const OVERSCAN = 6;

type SnapshotListProps = {
  assets: SnapshotAsset[];
  shown: string;
  onShow: (tag: string) => void;
};

/** Frozen assets as rows, of which only those near the view are in the document. */
export function SnapshotList({ assets, shown, onShow }: SnapshotListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: assets.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: OVERSCAN,
  });
  const at = assets.findIndex((asset) => asset.manifest_tag === shown);
  // What is opened by its address or by the arrow keys is brought into view.
  useLayoutEffect(() => {
    if (at >= 0) virtualizer.scrollToIndex(at, { align: 'auto' });
  }, [at, virtualizer]);
  return (
    <div ref={scroller} className={classes.scroller}>
      <ul className={classes.list} style={{ height: virtualizer.getTotalSize() }} aria-label="Frozen assets">
        {virtualizer.getVirtualItems().flatMap(({ index, start }) => {
          const asset = assets[index];
          if (!asset) return [];
          return (
            <li
              key={asset.asset_id}
              style={{ transform: `translateY(${start}px)` }}
              aria-posinset={index + 1}
              aria-setsize={assets.length}
            >
              <button
                type="button"
                aria-current={asset.manifest_tag === shown || undefined}
                onClick={() => onShow(asset.manifest_tag)}
              >
                <span className={classes.thumb}>
                  {asset.image_hash && (
                    <Picture url={`/api/blobs/${asset.image_hash}`} sizes="56px" hasAlpha={asset.has_alpha} />
                  )}
                </span>
                <span className={classes.rowText}>
                  <span className={classes.rowHead}>
                    <TagChip tag={asset.manifest_tag} type={asset.asset_type} isBare />
                    <span className={classes.name}>{asset.name}</span>
                    <QualityScore score={asset.quality_score} />
                  </span>
                  <span className={classes.line}>
                    {asset.description || asset.visual_description || 'No description'}
                  </span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
