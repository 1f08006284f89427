'use client';
import dynamic from 'next/dynamic';
import { type CSSProperties, type ReactNode, useMemo } from 'react';
import { besideLeaders } from '#lib/manifests/reference-order.ts';
import type { Asset } from '#lib/schemas/asset.ts';
import { printName } from '../view-words.ts';
import classes from './asset-rows.module.css';
import { AssetTile, ratioOf } from './asset-tile.tsx';

/** Height of a row in px; rows grow from it until they fill the width. */
export const ROW_HEIGHTS = [120, 160, 200, 280, 400] as const;

/** Above this only the rows in view are in the document. Below, the browser's own layout and search do it all. */
const MANY = 120;

const VirtualRows = dynamic(() => import('./virtual-rows.tsx').then((file) => file.VirtualRows), {
  loading: () => null,
});

type AssetRowsProps = {
  assets: Asset[];
  rowHeight: number;
  /** Images without a result stand back. */
  isDimmed: boolean;
  /** What the present version did to an asset, by tag: "changed", "added". */
  marks: ReadonlyMap<string, string>;
  version: number;
  onOpen: (assetId: string) => void;
};

export type RowsProps = {
  assets: Asset[];
  rowHeight: number;
  /** An asset's tile; `width`: px its picture is about as wide as. */
  renderTile: (asset: Asset, width: number) => ReactNode;
};

/** Whole pictures in justified rows with edge print below; views stand beside the subject they show. */
export function AssetRows({ assets, rowHeight, isDimmed, marks, version, onOpen }: AssetRowsProps) {
  const ordered = useMemo(
    () =>
      besideLeaders(
        assets,
        (asset) => asset.asset_id,
        (asset) => asset.view_of_asset_id,
      ),
    [assets],
  );
  const Rows = assets.length > MANY ? VirtualRows : FlowingRows;
  return (
    <Rows
      assets={ordered}
      rowHeight={rowHeight}
      renderTile={(asset, width) => (
        <AssetTile
          asset={asset}
          name={printName(asset, assets)}
          mark={marks.get(asset.manifest_tag)}
          version={version}
          width={width}
          isDimmed={isDimmed}
          onOpen={onOpen}
        />
      )}
    />
  );
}

/**
 * Rows by the browser's own layout. Width and growth of a tile are both its ratio, so all of a row come out equally
 * tall, whatever the width of the page.
 */
export function FlowingRows({ assets, rowHeight, renderTile }: RowsProps) {
  return (
    <ul className={classes.rows} style={{ '--row-height': `${rowHeight}px` } as CSSProperties}>
      {assets.map((asset) => (
        <li
          key={asset.asset_id}
          className={classes.tile}
          style={{ '--ratio': ratioOf(asset) } as CSSProperties}
        >
          {renderTile(asset, ratioOf(asset) * rowHeight * 1.2)}
        </li>
      ))}
    </ul>
  );
}
