'use client';
import { Button, Menu } from '@mantine/core';
import { IconArrowsSort, IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
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
  const { data: tags } = useQuery(manifestTagsOptions());
  return (
    <Menu width={220} checkIcon={Check}>
      <Menu.Target>
        <Button variant="subtle" rightSection={Chevron} className={classes.filter}>
          Tags
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.longMenu}>
        {tags?.length === 0 && <Menu.Label>No manifest has a tag yet</Menu.Label>}
        <Menu.CheckboxGroup value={filters.tags} onChange={(value) => setFilters({ tags: value })}>
          {tags?.map(({ tag, count }) => (
            <Menu.CheckboxItem key={tag} value={tag} rightSection={<Count>{count}</Count>}>
              {tag}
            </Menu.CheckboxItem>
          ))}
        </Menu.CheckboxGroup>
      </Menu.Dropdown>
    </Menu>
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
