'use client';
import { useMediaQuery } from '@mantine/hooks';
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';
import layout from './creator.module.css';

const PHONE = '(max-width: 47.99em)';

type Windowed = {
  /** The list; its parent scrolls, or on a phone the panels as a whole. */
  list: RefObject<HTMLElement | null>;
  count: number;
  /** Pixels. */
  sizeOf: (index: number) => number;
  /** Drawn wherever the list is scrolled: what has the focus or is being dragged must not vanish. */
  keep: readonly number[];
  /** Rows beyond the visible ones, on either side. */
  overscan: number;
};

/** Draws only those rows of a long list that are near the visible part. */
export function useListWindow({ list, count, sizeOf, keep, overscan }: Windowed) {
  const isPhone = useMediaQuery(PHONE, false) ?? false;
  const [scrollMargin, setScrollMargin] = useState(0);

  const getScrollElement = useCallback(
    () => (isPhone ? list.current?.closest(`.${layout.panels}`) : list.current?.parentElement) ?? null,
    [isPhone, list],
  );

  // After every render: what stands above the list comes and goes.
  useLayoutEffect(() => {
    const scroller = getScrollElement();
    if (!scroller || !list.current) return;
    const offset =
      list.current.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
    setScrollMargin(Math.round(offset));
  });

  const virtualizer = useVirtualizer({
    count,
    getScrollElement,
    estimateSize: sizeOf,
    overscan,
    scrollMargin,
    rangeExtractor: (range: Range) =>
      [
        ...new Set([...defaultRangeExtractor(range), ...keep.filter((index) => index >= 0 && index < count)]),
      ].toSorted((a, b) => a - b),
  });
  return { virtualizer, scrollMargin };
}
