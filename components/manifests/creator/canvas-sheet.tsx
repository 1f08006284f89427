'use client';
import { useElementSize } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { Fragment, type ReactNode, useRef } from 'react';
import type { Asset } from '#lib/schemas/asset.ts';
import { IMAGE_MEDIA_TYPES } from '#lib/schemas/asset.ts';
import canvas from './canvas.module.css';
import { useCreator } from './creator-context.tsx';
import { justifiedRows } from './justified-rows.ts';
import { SheetTile } from './sheet-tile.tsx';
import { SortableAssets } from './sortable-assets.tsx';
import { UploadTile } from './upload-tile.tsx';
import { useAssetKeys } from './use-asset-keys.ts';

/** Between pictures, as in the style sheet. Pixels. */
const GAP = 12;
/** Rounding must not push the last picture of a row into the next. Pixels. */
const HAIR = 0.1;
/** Pictures whose size is not known yet, and the tile that adds more. */
const PLAIN_RATIO = 1.2;

type Cell = { key: string; ratio: number; render: (width: number, height: number) => ReactNode };

const ratioOf = (size: { width: number | null; height: number | null } | null) =>
  size?.width && size.height ? Math.min(Math.max(size.width / size.height, 0.3), 4) : PLAIN_RATIO;

/** All images in rows, in their order, with those on their way behind them. `height` in pixels. */
export function CanvasSheet({ height }: { height: number }) {
  const { shown: assets, uploads, step, setView } = useCreator();
  const { ref, width } = useElementSize();
  const keys = useAssetKeys('tile', () => setView('image'));
  const fresh = uploads.items.filter((item) => !item.replaces);
  const cells: Cell[] = [
    ...assets.map((asset: Asset) => ({
      key: asset.asset_id,
      ratio: ratioOf(asset),
      render: (w: number, h: number) => <SheetTile key={asset.asset_id} asset={asset} width={w} height={h} />,
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
  const rows = justifiedRows(
    cells.map((cell) => cell.ratio),
    width,
    height,
    GAP,
  );
  return (
    <SortableAssets orientation="grid">
      <div className={canvas.sheet}>
        <ul {...keys} ref={ref} className={canvas.sheetRows} aria-label="Contact sheet">
          {rows.map((row) => (
            <Fragment key={cells[row.from]?.key}>
              {cells
                .slice(row.from, row.to)
                .map((cell) => cell.render(cell.ratio * row.height - HAIR, row.height))}
              {row.to < cells.length && <li className={canvas.rowEnd} aria-hidden />}
            </Fragment>
          ))}
        </ul>
      </div>
    </SortableAssets>
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
