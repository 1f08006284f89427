'use client';
import { Button } from '@mantine/core';
import { IconArrowsSort, IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Menu } from '#components/ui/menu.tsx';
import { LIBRARY_SORTS } from '#lib/client/library-url.ts';
import { type ManifestPage, manifestTagsOptions } from '#lib/client/manifest-queries.ts';
import { MANIFEST_CATEGORIES, type ManifestCategory } from '#lib/schemas/manifest.ts';
import { categoryLabel } from '../category-label.ts';
import classes from './library.module.css';
import type { LibraryFilters } from './use-library-filters.ts';

const Chevron = <IconChevronDown size={16} stroke={1.5} aria-hidden="true" />;
const Check = <IconCheck size={16} stroke={1.75} aria-hidden="true" />;

const Count = ({ children }: { children: number }) => <span className={classes.total}>{children}</span>;

type CategoryMenuProps = { counts: ManifestPage['counts'] | undefined; url: LibraryFilters };

export function CategoryMenu({ counts, url: { filters, setFilters } }: CategoryMenuProps) {
  return (
    <Menu width={220} checkIcon={Check}>
      <Menu.Target>
        <Button variant="subtle" rightSection={Chevron} className={classes.filter}>
          Category
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup
          value={filters.category ?? ''}
          onChange={(value) => setFilters({ category: (value || null) as ManifestCategory | null })}
        >
          <Menu.RadioItem closeMenuOnClick value="">
            Any category
          </Menu.RadioItem>
          {MANIFEST_CATEGORIES.map((category) => (
            <Menu.RadioItem
              key={category}
              closeMenuOnClick
              value={category}
              rightSection={<Count>{counts?.category[category] ?? 0}</Count>}
            >
              {categoryLabel(category)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}

export function TagMenu({ url: { filters, setFilters } }: { url: LibraryFilters }) {
  return (
    <Menu width={220} checkIcon={Check}>
      <Menu.Target>
        <Button variant="subtle" rightSection={Chevron} className={classes.filter}>
          Tags
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.longMenu}>
        <TagItems tag={filters.tag} onChange={(tag) => setFilters({ tag })} />
      </Menu.Dropdown>
    </Menu>
  );
}

/** Read when the menu is open. */
function TagItems({
  tag: current,
  onChange,
}: {
  tag: string | null;
  onChange: (tag: string | null) => void;
}) {
  const { data: tags } = useQuery(manifestTagsOptions());
  return (
    <>
      {tags?.length === 0 && <Menu.Label>No manifest has a tag yet</Menu.Label>}
      <Menu.RadioGroup value={current ?? ''} onChange={(value) => onChange(value || null)}>
        {current && (
          <Menu.RadioItem closeMenuOnClick value="">
            Any tag
          </Menu.RadioItem>
        )}
        {tags?.map(({ tag, count }) => (
          <Menu.RadioItem key={tag} closeMenuOnClick value={tag} rightSection={<Count>{count}</Count>}>
            {tag}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}

export function SortMenu({ url: { filters, setFilters } }: { url: LibraryFilters }) {
  const current = LIBRARY_SORTS.find(({ sort_by }) => sort_by === filters.sort_by);
  const sortBy = (value: string) => {
    const next = LIBRARY_SORTS.find(({ sort_by }) => sort_by === value);
    if (next) setFilters({ sort_by: next.sort_by, sort_order: next.sort_order });
  };
  return (
    <Menu position="bottom-end" width={180} checkIcon={Check}>
      <Menu.Target>
        <Button
          variant="subtle"
          leftSection={<IconArrowsSort size={16} stroke={1.5} />}
          className={classes.sort}
          aria-label={`${current?.label}, sort`}
        >
          <span className={classes.wideOnly}>{current?.label}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Sort by</Menu.Label>
        <Menu.RadioGroup value={filters.sort_by} onChange={sortBy}>
          {LIBRARY_SORTS.map(({ label, sort_by }) => (
            <Menu.RadioItem key={sort_by} closeMenuOnClick value={sort_by}>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.RadioGroup
          value={filters.sort_order}
          onChange={(value) => setFilters({ sort_order: value === 'asc' ? 'asc' : 'desc' })}
        >
          <Menu.RadioItem closeMenuOnClick value="asc">
            Ascending
          </Menu.RadioItem>
          <Menu.RadioItem closeMenuOnClick value="desc">
            Descending
          </Menu.RadioItem>
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
