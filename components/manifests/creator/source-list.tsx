import { useCallbackRef } from '@mantine/hooks';
import { type MouseEvent, useRef } from 'react';
import type { Asset } from '#lib/schemas/asset.ts';
import { useCreator } from './creator-context.tsx';
import { SortableAssets } from './sortable-assets.tsx';
import { SourceRow } from './source-row.tsx';
import sources from './sources.module.css';
import { useAssetKeys } from './use-asset-keys.ts';
import { useAssetRowState } from './use-asset-row-state.ts';
import { useListWindow } from './use-list-window.ts';

/** A row as in the style sheet; one with a failure is measured. Pixels. */
const ROW = 56;

type Props = { onOpen: () => void };

/** The images as rows: arrows walk, shift, ctrl and X pick several, Alt with arrows moves. */
export function SourceList({ onOpen }: Props) {
  const { shown: assets } = useCreator();
  if (assets.length === 0) return null;
  return (
    <SortableAssets orientation="vertical">
      {(lifted) => <Rows lifted={lifted} onOpen={onOpen} />}
    </SortableAssets>
  );
}

function Rows({ lifted, onOpen }: Props & { lifted: Asset | null }) {
  const { shown: assets, selection, setView } = useCreator();
  const list = useRef<HTMLUListElement>(null);
  const keys = useAssetKeys('source', () => {
    setView('image');
    onOpen();
  });
  const { virtualizer, scrollMargin } = useListWindow({
    list,
    count: assets.length,
    sizeOf: () => ROW,
    // The entry of the list takes the focus of the Tab key, so it is always there.
    keep: [Math.max(selection.currentAt, 0), lifted ? assets.indexOf(lifted) : -1],
    overscan: 12,
  });
  const stateOf = useAssetRowState();
  const onPick = useCallbackRef((assetId: string, event: MouseEvent) => {
    selection.click(assetId, event);
    if (!event.shiftKey && !event.ctrlKey && !event.metaKey && !selection.isSeveral) onOpen();
  });
  return (
    <ul
      {...keys}
      ref={list}
      aria-label="Images"
      className={sources.sourceList}
      style={{ height: virtualizer.getTotalSize() }}
    >
      {virtualizer.getVirtualItems().map(({ index, start }) => {
        const asset = assets[index];
        if (!asset) return null;
        return (
          <SourceRow
            key={asset.asset_id}
            asset={asset}
            index={index}
            count={assets.length}
            top={start - scrollMargin}
            {...stateOf(asset.asset_id)}
            measure={virtualizer.measureElement}
            onPick={onPick}
          />
        );
      })}
    </ul>
  );
}
