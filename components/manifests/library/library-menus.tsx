import { Menu } from '@mantine/core';
import { IconCheck, IconFileImport, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { MenuTarget } from '#components/ui/lazy-menu.tsx';
import { OpenedMenu } from '#components/ui/opened-menu.tsx';
import { LIBRARY_SORTS, WITHOUT_FILTERS } from '#lib/client/library-url.ts';
import { type ManifestPage, manifestTagsOptions } from '#lib/client/manifest-queries.ts';
import { MANIFEST_CATEGORIES, type ManifestCategory } from '#lib/schemas/manifest.ts';
import { categoryLabel } from '../category-label.ts';
import classes from './library.module.css';
import type { LibraryFilters } from './use-library-filters.ts';

const Check = <IconCheck size={16} stroke={1.75} aria-hidden="true" />;

const Count = ({ children }: { children: number }) => <span className={classes.total}>{children}</span>;

type CategoryMenuProps = MenuTarget & { counts: ManifestPage['counts'] | undefined; url: LibraryFilters };
type UrlMenuProps = MenuTarget & { url: LibraryFilters };

export function CategoryMenu({ target, counts, url: { filters, setFilters } }: CategoryMenuProps) {
  return (
    <OpenedMenu target={target} width={220} checkIcon={Check}>
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
    </OpenedMenu>
  );
}

export function TagMenu({ target, url: { filters, setFilters } }: UrlMenuProps) {
  const { data: tags } = useQuery(manifestTagsOptions());
  return (
    <OpenedMenu target={target} width={220} checkIcon={Check}>
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
    </OpenedMenu>
  );
}

export function SortMenu({ target, url: { filters, setFilters } }: UrlMenuProps) {
  const sortBy = (value: string) => {
    const next = LIBRARY_SORTS.find(({ sort_by }) => sort_by === value);
    if (next) setFilters({ sort_by: next.sort_by, sort_order: next.sort_order });
  };
  return (
    <OpenedMenu target={target} position="bottom-end" width={180} checkIcon={Check}>
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
    </OpenedMenu>
  );
}

export function MoreMenu({ target, url: { setFilters }, onImport }: UrlMenuProps & { onImport: () => void }) {
  return (
    <OpenedMenu target={target} position="bottom-end" width={180}>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFileImport size={16} stroke={1.5} />} onClick={onImport}>
          Import…
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTrash size={16} stroke={1.5} />}
          onClick={() => setFilters({ ...WITHOUT_FILTERS, trashed: true })}
        >
          Show the trash
        </Menu.Item>
      </Menu.Dropdown>
    </OpenedMenu>
  );
}
