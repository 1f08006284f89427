'use client';
import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './segmented-counts.module.css';

type Segment<V extends string> = { value: V; label: string; icon?: ReactNode; count?: number | undefined };

type SegmentedCountsProps<V extends string> = {
  label: string;
  segments: Segment<V>[];
  value: V;
  onChange: (value: V) => void;
};

/** One of a few, each with how many it holds. */
export function SegmentedCounts<V extends string>({
  label,
  segments,
  value,
  onChange,
}: SegmentedCountsProps<V>) {
  return (
    <SegmentedControl
      aria-label={label}
      className={classes.root}
      value={value}
      onChange={(next) => onChange(next as V)}
      data={segments.map((segment) => ({
        value: segment.value,
        label: (
          <span className={classes.segment}>
            {segment.icon}
            {segment.label}
            {segment.count !== undefined && <span className={classes.count}>{segment.count}</span>}
          </span>
        ),
      }))}
    />
  );
}
