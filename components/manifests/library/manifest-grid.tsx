'use client';
import { useIntersection } from '@mantine/hooks';
import { type ReactNode, useEffect } from 'react';
import classes from './library.module.css';

type ManifestGridProps = {
  children: ReactNode;
  hasMore?: boolean;
  isLoadingMore?: boolean;
  onMore?: () => void;
};

/** The next page is read this far before its place comes into view. */
const AHEAD = '0px 0px 900px 0px';

/** Cards in columns; the end of the list asks for more before it is seen. */
export function ManifestGrid({
  children,
  hasMore = false,
  isLoadingMore = false,
  onMore,
}: ManifestGridProps) {
  const { ref, entry } = useIntersection({ rootMargin: AHEAD });
  const isNearEnd = entry?.isIntersecting ?? false;
  useEffect(() => {
    if (hasMore && isNearEnd && !isLoadingMore) onMore?.();
  }, [hasMore, isNearEnd, isLoadingMore, onMore]);
  return (
    <>
      <div className={classes.grid}>{children}</div>
      {hasMore && (
        <div ref={ref} className={classes.more} role="status">
          {isLoadingMore && 'Reading more'}
        </div>
      )}
    </>
  );
}
