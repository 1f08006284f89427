'use client';
import { IconX } from '@tabler/icons-react';
import { categoryLabel } from '../category-label.ts';
import { STATUS_WORDS } from '../status-label.tsx';
import classes from './library.module.css';
import type { LibraryFilters } from './use-library-filters.ts';

/** What the list is filtered by, each with its way off. */
export function ActiveFilters({ url: { filters, setFilters, clearFilters } }: { url: LibraryFilters }) {
  const { status, category, tags } = filters;
  return (
    <div className={classes.active}>
      <span className={classes.activeLabel}>Filtered by</span>
      {status && <Off label={STATUS_WORDS[status]} onClick={() => setFilters({ status: null })} />}
      {category && <Off label={categoryLabel(category)} onClick={() => setFilters({ category: null })} />}
      {tags.map((tag) => (
        <Off
          key={tag}
          label={`Tag: ${tag}`}
          onClick={() => setFilters({ tags: tags.filter((other) => other !== tag) })}
        />
      ))}
      <button type="button" className={classes.clearAll} onClick={clearFilters}>
        Clear all
      </button>
    </div>
  );
}

function Off({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button type="button" className={classes.off} aria-label={`Remove filter ${label}`} onClick={onClick}>
      {label}
      <IconX size={14} stroke={1.5} aria-hidden="true" />
    </button>
  );
}
