'use client';
import { useCallbackRef, useElementSize, useMergedRef } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { Fragment, type ReactNode, useLayoutEffect, useMemo, useRef } from 'react';
import { printName } from '#components/manifests/view-words.ts';
import type { Asset } from '#lib/schemas/asset.ts';
import { IMAGE_MEDIA_TYPES } from '#lib/schemas/asset.ts';
import canvas from './canvas.module.css';
import { useCreator } from './creator-context.tsx';
import { justifiedRows } from './justified-rows.ts';
import { SheetTile } from './sheet-tile.tsx';
import { SortableAssets } from './sortable-assets.tsx';
import { UploadTile } from './upload-tile.tsx';
import { useAssetKeys } from './use-asset-keys.ts';
import { useAssetRowState } from './use-asset-row-state.ts';
import { useListWindow } from './use-list-window.ts';
import { useSameList } from './use-same-list.ts';

/** Between pictures, as in the style sheet. Pixels. */
const GAP = 12;
/** Edge print and margin under a row of pictures, as in the style sheet. Pixels. */
const UNDER_ROW = 38;
/** Rounding must not push the last picture of a row into the next. Pixels. */
const HAIR = 0.1;
/** Pictures whose size is not known yet, and the tile that adds more. */
const PLAIN_RATIO = 1.2;

type Cell = { key: string; ratio: number; render: (width: number, height: number) => ReactNode };

const ratioOf = (size: { width: number | null; height: number | null } | null) =>
  size?.width && size.height ? Math.min(Math.max(size.width / size.height, 0.3), 4) : PLAIN_RATIO;

/** All images in rows, in their order, with those on their way behind them. `height` in pixels. */
export function CanvasSheet({ height }: { height: number }) {
  return (
    <SortableAssets orientation="grid">
      {(lifted) => (
        <div className={canvas.sheet}>
          <SheetRows height={height} lifted={lifted} />
        </div>
      )}
    </SortableAssets>
  );
}

/** Rows and their heights are known before they are drawn, so only those near the visible part are. */
function SheetRows({ height, lifted }: { height: number; lifted: Asset | null }) {
  const { shown: assets, assets: all, uploads, step, setView, selection, manifest, analysis } = useCreator();
  const stateOf = useAssetRowState();
  const tile = {
    isProcess: step === 'process',
    isAnalysing: manifest.status === 'PROCESSING',
    onPick: useCallbackRef(selection.click),
    onOpen: useCallbackRef(() => setView('image')),
    onRetry: useCallbackRef((assetId: string) => void analysis.again(assetId)),
  };
  const { ref: sizeRef, width } = useElementSize<HTMLUListElement>();
  const list = useRef<HTMLUListElement>(null);
  const ref = useMergedRef(list, sizeRef);
  const keys = useAssetKeys('tile', () => setView('image'));
  const fresh = uploads.items.filter((item) => !item.replaces);
  const cells: Cell[] = [
    ...assets.map((asset, index) => ({
      key: asset.asset_id,
      ratio: ratioOf(asset),
      render: (w: number, h: number) => (
        <SheetTile
          key={asset.asset_id}
          asset={asset}
          name={printName(asset, all)}
          index={index}
          count={assets.length}
          {...tile}
          {...stateOf(asset.asset_id)}
          width={w}
          height={h}
        />
      ),
    })),
    ...fresh.map((item) => ({
      key: item.key,
      ratio: ratioOf(item.preview),
      render: (w: number, h: number) => <UploadTile key={item.key} item={item} width={w} height={h} />,
    })),
    ...(step === 'upload'
      ? [
          {
            key: 'add',
            ratio: PLAIN_RATIO,
            render: (w: number, h: number) => <AddTile key="add" width={w} height={h} />,
          },
        ]
      : []),
  ];
  const ratios = useSameList(cells.map((cell) => cell.ratio));
  const rows = useMemo(() => justifiedRows(ratios, width, height, GAP), [ratios, width, height]);
  const rowOf = (index: number) => (index < 0 ? -1 : rows.findIndex((row) => index < row.to));
  const { virtualizer, scrollMargin } = useListWindow({
    list,
    count: rows.length,
    sizeOf: (index) => (rows[index]?.height ?? height) + UNDER_ROW,
    keep: [rowOf(Math.max(selection.currentAt, 0)), rowOf(lifted ? assets.indexOf(lifted) : -1)],
    overscan: 3,
  });
  // The sizes of the rows follow from the pictures and the width, not from what was drawn before.
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows is what the sizes come from
  useLayoutEffect(() => virtualizer.measure(), [rows, virtualizer]);

  const drawn = virtualizer.getVirtualItems();
  const endOf = (index: number) => (drawn[index]?.end ?? scrollMargin) - scrollMargin;
  return (
    <ul {...keys} ref={ref} className={canvas.sheetRows} aria-label="Contact sheet">
      {drawn.map(({ index, start }, i) => {
        const row = rows[index];
        const above = start - scrollMargin - (i === 0 ? 0 : endOf(i - 1));
        if (!row) return null;
        return (
          <Fragment key={cells[row.from]?.key}>
            {above > 0 && <li className={canvas.rowEnd} style={{ height: above }} aria-hidden />}
            {cells
              .slice(row.from, row.to)
              .map((cell) => cell.render(cell.ratio * row.height - HAIR, row.height))}
            {index < rows.length - 1 && <li className={canvas.rowEnd} aria-hidden />}
          </Fragment>
        );
      })}
      <li
        className={canvas.rowEnd}
        style={{ height: virtualizer.getTotalSize() - endOf(drawn.length - 1) }}
        aria-hidden
      />
    </ul>
  );
}

function AddTile({ width, height }: { width: number; height: number }) {
  const { addFiles } = useCreator();
  const input = useRef<HTMLInputElement>(null);
  return (
    <li className={canvas.tile} style={{ width }}>
      <button
        type="button"
        className={canvas.addTile}
        style={{ height }}
        onClick={() => input.current?.click()}
      >
        <IconPlus size={20} aria-hidden />
        Add images
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={IMAGE_MEDIA_TYPES.join()}
        aria-label="More image files"
        onChange={(event) => {
          addFiles.add([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </li>
  );
}
