import { Button } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { categoryLabel } from '#components/manifests/category-label.ts';
import { Menu } from '#components/ui/menu.tsx';
import { LIBRARY_SORTS } from '#lib/client/library-url.ts';
import { type ManifestFilters, manifestTagsOptions } from '#lib/client/manifest-queries.ts';
import { MANIFEST_CATEGORIES } from '#lib/schemas/manifest.ts';
import classes from './picker.module.css';

type Props = { filters: ManifestFilters; onChange: (changes: Partial<ManifestFilters>) => void };

export function PickerFilters({ filters, onChange }: Props) {
  const { data: tags = [] } = useQuery(manifestTagsOptions());
  const sort = LIBRARY_SORTS.find((each) => each.sort_by === filters.sort_by);
  const isReadyOnly = filters.status === 'READY';
  return (
    <div className={classes.filters}>
      <Button
        size="xs"
        variant={isReadyOnly ? 'default' : 'subtle'}
        aria-pressed={isReadyOnly}
        onClick={() => onChange({ status: isReadyOnly ? null : 'READY' })}
      >
        Ready
      </Button>
      <Choice
        label={sort?.label ?? 'Sort'}
        name="Sort"
        options={LIBRARY_SORTS.map(({ label, sort_by, sort_order }) => ({
          label,
          onPick: () => onChange({ sort_by, sort_order }),
        }))}
      />
      <Choice
        label={filters.category ? categoryLabel(filters.category) : 'Category'}
        name="Category"
        options={[
          { label: 'Any category', onPick: () => onChange({ category: null }) },
          ...MANIFEST_CATEGORIES.map((category) => ({
            label: categoryLabel(category),
            onPick: () => onChange({ category }),
          })),
        ]}
      />
      {tags.length > 0 && (
        <Choice
          label={filters.tags[0] ?? 'Tags'}
          name="Tag"
          options={[
            { label: 'Any tag', onPick: () => onChange({ tags: [] }) },
            ...tags.map(({ tag }) => ({ label: tag, onPick: () => onChange({ tags: [tag] }) })),
          ]}
        />
      )}
    </div>
  );
}

type ChoiceProps = { label: string; name: string; options: { label: string; onPick: () => void }[] };

function Choice({ label, name, options }: ChoiceProps) {
  return (
    <Menu>
      <Menu.Target>
        <Button
          size="xs"
          variant="subtle"
          aria-label={label === name ? undefined : `${name}: ${label}`}
          rightSection={<IconChevronDown size={14} />}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        {options.map((option) => (
          <Menu.Item key={option.label} onClick={option.onPick}>
            {option.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
