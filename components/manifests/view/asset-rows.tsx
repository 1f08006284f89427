'use client';
import dynamic from 'next/dynamic';
import type { CSSProperties } from 'react';
import type { Asset } from '#lib/schemas/asset.ts';
import classes from './asset-rows.module.css';
import { AssetTile, ratioOf } from './asset-tile.tsx';

/** Height of a row in px; rows grow from it until they fill the width. */
export const ROW_HEIGHTS = [120, 160, 200, 280, 400] as const;

/** Above this only the rows in view are in the document. Below, the browser's own layout and search do it all. */
const MANY = 120;

const VirtualRows = dynamic(() => import('./virtual-rows.tsx').then((file) => file.VirtualRows));

export type AssetRowsProps = {
  assets: Asset[];
  rowHeight: number;
  /** Images without a result stand back. */
  isDimmed: boolean;
  onOpen: (assetId: string) => void;
};

/** Whole pictures in justified rows with edge print below. */
export function AssetRows(props: AssetRowsProps) {
  return props.assets.length > MANY ? <VirtualRows {...props} /> : <FlowingRows {...props} />;
}

/**
 * Rows by the browser's own layout. Width and growth of a tile are both its ratio, so all of a row come out equally
 * tall, whatever the width of the page.
 */
export function FlowingRows({ assets, rowHeight, isDimmed, onOpen }: AssetRowsProps) {
  return (
    <ul className={classes.rows} style={{ '--row': `${rowHeight}px` } as CSSProperties}>
      {assets.map((asset) => (
        <li
          key={asset.asset_id}
          className={classes.tile}
          style={{ '--ratio': ratioOf(asset) } as CSSProperties}
        >
          <AssetTile
            asset={asset}
            width={ratioOf(asset) * rowHeight * 1.2}
            isDimmed={isDimmed}
            onOpen={onOpen}
          />
        </li>
      ))}
    </ul>
  );
}
