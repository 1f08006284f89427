'use client';
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { justifiedRows } from '../creator/justified-rows.ts';
import classes from './asset-rows.module.css';
import { FlowingRows, type RowsProps } from './asset-rows.tsx';
import { ratioOf } from './asset-tile.tsx';

/** Px between tiles and rows, and of the edge print with its margin, as in the style sheet. */
const GAP = { column: 12, row: 18 };
const PRINT = 21;
/** Rows kept above and below what is in view: Tab always finds its next tile there. */
const OVERSCAN = 3;
/** Rows of a narrow list are lower, as in the style sheet. Px; share. */
const PHONE = 720;
const ON_PHONE = 0.6;
/** Tiles drawn before the width is known, by the server too. */
const FIRST = 60;

/** Justified rows of which only those near the view are in the document. The focused one stays while it scrolls away. */
export function VirtualRows({ assets, rowHeight: wanted, renderTile }: RowsProps) {
  const { ref: sizeRef, width } = useElementSize<HTMLDivElement>();
  const list = useRef<HTMLDivElement>(null);
  const ref = useMergedRef(sizeRef, list);
  const rowHeight = width < PHONE ? wanted * ON_PHONE : wanted;
  const [top, setTop] = useState(0);
  const [focused, setFocused] = useState<number | null>(null);
  const ratios = useMemo(() => assets.map(ratioOf), [assets]);
  const rows = useMemo(() => justifiedRows(ratios, width, rowHeight, GAP.column), [ratios, width, rowHeight]);
  const rangeExtractor = useCallback(
    (range: Range) => {
      const shown = defaultRangeExtractor(range);
      if (focused === null) return shown;
      // Its neighbours too, at once: the scroll that brings them comes a frame later than the next Tab may.
      const kept = [focused - 1, focused, focused + 1].filter((index) => index >= 0 && index < range.count);
      return [...new Set([...shown, ...kept])].toSorted((a, b) => a - b);
    },
    [focused],
  );
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: (index) => (rows[index]?.height ?? rowHeight) + PRINT,
    gap: GAP.row,
    overscan: OVERSCAN,
    scrollMargin: top,
    rangeExtractor,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another width or zoom moves the list and resizes its rows
  useLayoutEffect(() => {
    if (list.current) setTop(list.current.getBoundingClientRect().top + window.scrollY);
    virtualizer.measure();
  }, [rows]);

  return (
    <div ref={ref}>
      {width === 0 ? (
        <FlowingRows assets={assets.slice(0, FIRST)} rowHeight={wanted} renderTile={renderTile} />
      ) : (
        <ul
          className={classes.virtual}
          style={{ height: virtualizer.getTotalSize() }}
          onBlur={() => setFocused(null)}
        >
          {virtualizer.getVirtualItems().flatMap(({ index, start }) => {
            const row = rows[index];
            if (!row) return [];
            let left = 0;
            return assets.slice(row.from, row.to).map((asset, i) => {
              const ratio = ratioOf(asset);
              const place = { left, top: start - top, width: ratio * row.height, '--ratio': ratio };
              left += place.width + GAP.column;
              return (
                <li
                  key={asset.asset_id}
                  className={classes.placed}
                  style={place as CSSProperties}
                  aria-posinset={row.from + i + 1}
                  aria-setsize={assets.length}
                  onFocus={() => setFocused(index)}
                >
                  {renderTile(asset, place.width)}
                </li>
              );
            });
          })}
        </ul>
      )}
    </div>
  );
}
